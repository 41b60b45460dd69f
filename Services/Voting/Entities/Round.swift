import Contracts
import DomainModel
import ServiceKit

/// A round of voting, with its minutes once it is closed.
struct Round: Entity {
  static let kind = "round"
  let id: RoundID
  let kind: RoundKind
  let roll: RollID
  let rollHash: DocumentHash
  let planVersion: PlanID?
  let opensOn: BusinessDate
  let closesOn: BusinessDate?
  let formsIssued: Whole<0, 100_000>
  let blankRulePrinted: Bool
  /// The day of the last step taken on it.
  var lastStepOn: BusinessDate
  /// The minutes; nil while it is open.
  var report: RoundReport?
  /// The district let it count as carried although it missed its threshold.
  var isOverridden: Bool?

  var key: String { id.rawValue }
  var isOpen: Bool { report == nil }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such round in the project.
  func round(_ id: RoundID, of project: ProjectID) throws -> Round {
    guard id.project() == project, let round = try get(Round.self, id.rawValue) else {
      throw Refusal(.roundUnknown, pointers: ["/round"])
    }
    return round
  }
}

extension Round {
  static let folds: [Fold] = [
    .on(RoundOpened.self) { event, stamp, entities in
      try entities.put(
        Round(
          id: event.round, kind: event.kind, roll: event.roll, rollHash: event.rollHash, planVersion: event.planVersion,
          opensOn: event.opensOn, closesOn: event.closesOn, formsIssued: event.formsIssued,
          blankRulePrinted: event.blankRulePrinted, lastStepOn: stamp.effectiveOn))
    },
    .on(RoundClosed.self) { event, stamp, entities in
      try entities.update(Round.self, event.report.round.rawValue) {
        $0.report = event.report
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(RoundReopened.self) { event, stamp, entities in
      try entities.update(Round.self, event.round.rawValue) {
        $0.report = nil
        $0.isOverridden = nil
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(RoundOverridden.self) { event, stamp, entities in
      try entities.update(Round.self, event.round.rawValue) {
        $0.isOverridden = true
        $0.lastStepOn = stamp.effectiveOn
      }
    },
  ]
}
