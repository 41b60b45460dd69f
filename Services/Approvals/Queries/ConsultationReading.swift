import Contracts
import DomainModel
import ServiceKit

/// A joint consultation with what everyone said.
enum ConsultationReading {
  static let handler = QueryHandler.to(ConsultationQuery.self) { query, view, _ in
    let named = try query.consultation ?? view.approvalFile(query.project).consultation
    guard let id = named, let consultation = try view.get(Consultation.self, id.rawValue),
      consultation.project == query.project
    else { return ConsultationReport(attended: [], seats: []) }
    return ConsultationReport(
      consultation: consultation.id, plan: consultation.plan, calledOn: consultation.calledOn,
      heldOn: consultation.meeting?.on, attended: consultation.meeting?.attended ?? [],
      seats: consultation.seats.map(SeatReport.init), opinion: consultation.opinion.map(OpinionReport.init))
  }
}

extension SeatReport {
  init(_ seat: Seat) {
    self.init(
      organisation: seat.organisation, role: seat.role, utility: seat.utility, deadline: seat.deadline,
      stance: seat.answer?.stance, answeredOn: seat.answer?.on, isLate: seat.answer?.isLate ?? false,
      text: seat.answer?.text, document: seat.answer?.document, planning: seat.answer?.planning,
      facilities: seat.answer?.facilities)
  }
}

extension OpinionReport {
  init(_ opinion: Consultation.Opinion) {
    self.init(
      document: opinion.document, formedOn: opinion.formedOn, planning: opinion.planning,
      isExemptionEffective: opinion.isExemptionEffective, simplifications: opinion.simplifications,
      revokedOn: opinion.revokedOn, revocationReason: opinion.revocationReason)
  }
}
