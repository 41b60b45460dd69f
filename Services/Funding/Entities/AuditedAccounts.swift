import Contracts
import DomainModel
import ServiceKit

/// The audited final accounts of a project whose city names no shares.
struct AuditedAccounts: Entity {
  static let kind = "audited-accounts"
  let project: ProjectID
  let investment: Money
  let on: BusinessDate

  var key: String { project.rawValue }

  static let folds: [Fold] = [
    .on(AuditedAccountsRecorded.self) { event, stamp, entities in
      try entities.put(
        AuditedAccounts(project: event.project, investment: event.investment, on: stamp.effectiveOn))
    }
  ]
}
