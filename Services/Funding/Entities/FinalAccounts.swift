import Contracts
import DomainModel
import ServiceKit

/// The verified final accounts with what follows from them.
struct FinalAccounts: Entity {
  static let kind = "final-accounts"
  let project: ProjectID
  let accounts: VerifiedAccounts
  let figures: SubsidyFigures
  let on: BusinessDate
  let by: StepTaker
  let source: SourceRef
  /// Nil in what was stored before it was kept.
  let verifiedBy: OrganisationID?
  let document: DocumentHash?

  var key: String { project.rawValue }
}

extension FinalAccounts {
  static let folds: [Fold] = [
    .on(FinalAccountsVerified.self) { event, stamp, entities in
      try entities.put(
        FinalAccounts(
          project: event.project, accounts: event.accounts, figures: event.figures, on: stamp.effectiveOn, by: event.by,
          source: stamp.source, verifiedBy: event.verifiedBy, document: event.document))
    }
  ]
}
