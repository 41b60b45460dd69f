import Contracts
import DomainModel
import Policy
import ServiceKit

/// A payment of project money on its way from request to payment.
struct Disbursement: Entity {
  static let kind = "disbursement"
  /// The state of a request that was sent back; on no path.
  static let rejected: Identifier<SlugKind> = "rejected"

  let id: DisbursementID
  let project: ProjectID
  /// The states it goes through: request, check, approval, then one or more payments.
  let path: [Identifier<SlugKind>]
  var state: Identifier<SlugKind>
  let category: CostCategory
  let payee: OrganisationID
  let purpose: FundPurpose
  let parts: [FundPart]
  let amount: Money
  let requestedBy: StepTaker
  var checkedBy: StepTaker?
  var approvedBy: StepTaker?
  var since: BusinessDate

  var key: String { Disbursement.key(id) }
  static func key(_ id: DisbursementID) -> String { id.rawValue }

  /// Its running number in the project, by which payments are listed.
  var number: Int { Int(id.rawValue.drop { $0 != "/" }.dropFirst(2)) ?? 0 }

  /// The place of a state in the path; nil once it was sent back.
  private func place(of state: Identifier<SlugKind>) -> Int? { path.firstIndex(of: state) }

  var place: Int? { place(of: state) }
  func isCheck(_ state: Identifier<SlugKind>) -> Bool { place(of: state) == 1 }
  func isApproval(_ state: Identifier<SlugKind>) -> Bool { place(of: state) == 2 }
  func isLastPayment(_ state: Identifier<SlugKind>) -> Bool { state == path.last }

  /// Approved and not yet paid out of the account.
  var isBound: Bool { (place ?? 0) >= 2 && !isLastPayment(state) }

  /// The state that follows.
  var next: Identifier<SlugKind>? { DisbursementPath(path).next(after: state) }

  var report: DisbursementReport {
    DisbursementReport(
      disbursement: id, state: state, category: category, payee: payee, purpose: purpose, parts: parts, amount: amount,
      since: since)
  }
}

/// A payment's number at the bank: each counts once.
struct BankPayment: Entity {
  static let kind = "bank-payment"
  let project: ProjectID
  let transaction: BankReference

  var key: String { BankPayment.key(project, transaction) }
  static func key(_ project: ProjectID, _ transaction: BankReference) -> String { "\(project)/\(transaction)" }
}

extension Disbursement {
  static let folds: [Fold] = [
    .on(DisbursementRequested.self) { event, stamp, entities in
      guard let first = event.path.first else { return }
      try entities.put(
        Disbursement(
          id: event.disbursement, project: event.project, path: event.path.items, state: first,
          category: event.category,
          payee: event.payee, purpose: event.purpose, parts: event.parts.items, amount: event.amount,
          requestedBy: event.by, since: stamp.effectiveOn))
    },
    .on(DisbursementAdvanced.self) { event, stamp, entities in
      try entities.update(Disbursement.self, Disbursement.key(event.disbursement)) {
        $0.state = event.state
        $0.since = stamp.effectiveOn
        if $0.isCheck(event.state) { $0.checkedBy = event.by }
        if $0.isApproval(event.state) { $0.approvedBy = event.by }
      }
      if let transaction = event.transaction {
        try entities.put(BankPayment(project: event.project, transaction: transaction))
      }
    },
    .on(DisbursementRejected.self) { event, stamp, entities in
      try entities.update(Disbursement.self, Disbursement.key(event.disbursement)) {
        $0.state = Disbursement.rejected
        $0.since = stamp.effectiveOn
      }
    },
  ]
}
