import Contracts
import DomainModel
import ServiceKit

/// A joint acceptance (联合验收): who was there and what came of it.
struct Acceptance: Entity {
  static let kind = "acceptance"
  let id: AcceptanceID
  let heldOn: BusinessDate
  let parties: [AcceptanceParty]
  let missing: [AcceptancePartyKind]
  let defects: [DefectID]
  let technicalRules: DocumentHash?
  var passedOn: BusinessDate?

  var key: String { id.rawValue }

  /// Where it stands, by the states of its defects (domain §12).
  func stage(_ states: [DefectState]) -> AcceptanceStage {
    if passedOn != nil { return .passed }
    if states.isEmpty { return .held }
    if states.contains(.open) { return .issuesOpen }
    return states.contains(.fixed) ? .fixed : .rechecked
  }

  static let folds: [Fold] = [
    .on(AcceptanceHeld.self) { event, stamp, entities in
      try entities.put(
        Acceptance(
          id: event.acceptance, heldOn: stamp.effectiveOn, parties: event.parties.items, missing: event.missing.items,
          defects: event.defects.map(\.defect), technicalRules: event.technicalRules))
      try Works.change(event.project, entities) {
        $0.acceptances += 1
        $0.acceptanceOn = stamp.effectiveOn
      }
    },
    .on(AcceptancePassed.self) { event, stamp, entities in
      try entities.update(Acceptance.self, event.acceptance.rawValue) { $0.passedOn = stamp.effectiveOn }
      try Works.change(event.project, entities) { $0.acceptancePassedOn = stamp.effectiveOn }
    },
  ]
}
