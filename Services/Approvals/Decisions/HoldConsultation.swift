import Contracts
import DomainModel
import Policy
import ServiceKit

/// The consultation is held after the plan vote; who stayed away is shown.
enum HoldConsultationDecision: Decision {
  static func look(_ command: HoldConsultation, at view: any EntityView) throws -> Consultation {
    try view.consultation(command.consultation, of: command.project)
  }

  static func decide(
    _ command: HoldConsultation, seeing consultation: Consultation, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let edition = try ruling.edition()
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(consultation.calledOn)
    if let meeting = consultation.meeting {
      throw Refusal(.consultationHeldAlready, values: [NamedValue("held", .date(meeting.on))])
    }
    let present = consultation.seats.filter { command.attended.contains($0.organisation) }
    let participants = ConsultationParticipants(edition).findings(
      of: ConsultationParticipants.present, among: Set(present.map(\.place)), force: .advises)
    try ruling.passGate(adding: [ruling.planCurrent(consultation.plan, under: edition)] + participants)
    return Outcome([
      ConsultationHeld(
        project: command.project, consultation: command.consultation, attended: command.attended,
        minutes: command.minutes)
    ])
  }
}
