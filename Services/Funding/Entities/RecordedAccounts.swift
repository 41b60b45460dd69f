import Contracts
import DomainModel
import ServiceKit

/// The final accounts of a project whose city has no formula.
struct RecordedAccounts: Entity {
  static let kind = "recorded-accounts"
  let project: ProjectID
  let investment: Money
  let on: BusinessDate

  var key: String { project.rawValue }

  static let folds: [Fold] = [
    .on(FinalAccountsRecorded.self) { event, stamp, entities in
      try entities.put(RecordedAccounts(project: event.project, investment: event.investment, on: stamp.effectiveOn))
    }
  ]
}
