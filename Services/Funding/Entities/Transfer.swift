import Contracts
import DomainModel
import Policy
import ServiceKit

/// Government money on its way to a project, through the city's states of payment.
struct Transfer: Entity {
  static let kind = "transfer"
  /// The state of an application that was sent back; on no path.
  static let rejected: Identifier<SlugKind> = "rejected"

  let id: TransferID
  let project: ProjectID
  let kind: TransferKind
  /// The states it goes through; the last two are payments.
  let path: [Identifier<SlugKind>]
  var state: Identifier<SlugKind>
  let amount: Money
  let level: TreasuryLevel
  let requestedBy: StepTaker
  var checkedBy: StepTaker?
  var since: BusinessDate

  var key: String { id.rawValue }
  /// Its running number in the project, by which transfers are listed.
  var number: Int { Int(id.rawValue.drop { $0 != "/" }.dropFirst(2)) ?? 0 }
  /// The state in which it left the city's treasury.
  var firstPayment: Identifier<SlugKind>? { path.dropLast().last }
  /// The state that follows; none after the last and once it was sent back.
  var next: Identifier<SlugKind>? { DisbursementPath(path).next(after: state) }
  var isPaidOut: Bool { state == path.last || state == firstPayment }

  var report: TransferReport {
    TransferReport(transfer: id, kind: kind, state: state, amount: amount, since: since)
  }

  static let folds: [Fold] = [
    .on(TransferRequested.self) { event, stamp, entities in
      guard let first = event.path.first else { return }
      try entities.put(
        Transfer(
          id: event.transfer, project: event.project, kind: event.kind, path: event.path.items, state: first,
          amount: event.amount, level: event.level, requestedBy: event.by, since: stamp.effectiveOn))
    },
    .on(TransferAdvanced.self) { event, stamp, entities in
      try entities.update(Transfer.self, event.transfer.rawValue) {
        $0.state = event.state
        $0.since = stamp.effectiveOn
        if event.transaction == nil, $0.checkedBy == nil { $0.checkedBy = event.by }
      }
      if let transaction = event.transaction {
        try entities.put(BankPayment(project: event.project, transaction: transaction))
      }
    },
    .on(TransferRejected.self) { event, stamp, entities in
      try entities.update(Transfer.self, event.transfer.rawValue) {
        $0.state = Transfer.rejected
        $0.since = stamp.effectiveOn
      }
    },
  ]
}
