import Contracts
import DomainModel
import ServiceKit

/// A joint consultation on a plan version: who was asked, what they said, and the opinion it came to.
struct Consultation: Entity {
  static let kind = "consultation"
  let id: ConsultationID
  let project: ProjectID
  let plan: PlanID
  let calledOn: BusinessDate
  var seats: [Seat]
  var meeting: Meeting?
  var opinion: Opinion?
  /// The plan as it was revised after the review, and since when.
  var revisedPlan: PlanID?
  var revisedOn: BusinessDate?
  /// The revocation of the opinion that was last in force.
  var revokedOn: BusinessDate?

  var key: String { id.rawValue }
  /// The version that the approvals rest on.
  var planInForce: PlanID { revisedPlan ?? plan }
  var hasOpinionInForce: Bool { opinion.map { $0.revokedOn == nil } ?? false }

  struct Meeting: Codable, Hashable, Sendable {
    let on: BusinessDate
    let attended: [OrganisationID]
    let minutes: DocumentHash
    let source: SourceRef
  }

  struct Opinion: Codable, Hashable, Sendable {
    let document: DocumentHash
    let planning: PlanningStatement
    let simplifications: [Text<200>]
    let touchesFacade: Bool?
    let isExemptionEffective: Bool
    let formedOn: BusinessDate
    let source: SourceRef
    /// When natural resources confirmed the exemption that it states.
    var exemptionConfirmedOn: BusinessDate?
    var revokedOn: BusinessDate?
    var revocationReason: Text<500>?
  }
}

extension Consultation {
  static let folds: [Fold] = [
    .on(ConsultationCalled.self) { event, stamp, entities in
      try entities.countUp("\(event.project)/\(ConsultationItem.letter)")
      try entities.put(
        Consultation(
          id: event.consultation, project: event.project, plan: event.plan, calledOn: stamp.effectiveOn,
          seats: event.invitations.map(Seat.init)))
    },
    .on(OpinionGiven.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.seats.answer(
          Seat.Answer(
            stance: event.stance, text: event.text, document: event.document, planning: event.planning,
            facilities: event.facilities, on: stamp.effectiveOn, isLate: event.isLate, source: stamp.source),
          by: event.organisation)
      }
    },
    .on(ConsultationHeld.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.meeting = Meeting(
          on: stamp.effectiveOn, attended: event.attended.items, minutes: event.minutes, source: stamp.source)
      }
    },
    .on(OpinionFormed.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.opinion = Opinion(
          document: event.document, planning: event.planning, simplifications: event.simplifications.items,
          touchesFacade: event.touchesFacade, isExemptionEffective: event.isExemptionEffective,
          formedOn: stamp.effectiveOn, source: stamp.source)
        $0.revisedPlan = nil
        $0.revisedOn = nil
      }
    },
    .on(RevisionConfirmed.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.revisedPlan = event.plan
        $0.revisedOn = stamp.effectiveOn
      }
    },
    .on(PlanningExemptionConfirmed.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.opinion?.exemptionConfirmedOn = stamp.effectiveOn
      }
    },
    .on(OpinionRevoked.self) { event, stamp, entities in
      try entities.update(Consultation.self, event.consultation.rawValue) {
        $0.opinion?.revokedOn = stamp.effectiveOn
        $0.opinion?.revocationReason = event.reason
        $0.revokedOn = stamp.effectiveOn
      }
    },
  ]
}

extension EntityEditor {
  /// The next number of a series is taken.
  func countUp(_ key: String) throws {
    try put(NumberSeries(key, last: (try get(NumberSeries.self, key)?.last ?? 0) + 1))
  }
}

extension EntityView {
  /// The number that the next item of a series gets.
  func nextNumber(_ key: String) throws -> Int { (try get(NumberSeries.self, key)?.last ?? 0) + 1 }

  func consultation(_ id: ConsultationID, of project: ProjectID) throws -> Consultation {
    guard let known = try get(Consultation.self, id.rawValue), known.project == project else {
      throw Refusal(.consultationUnknown, pointers: ["/consultation"])
    }
    return known
  }
}
