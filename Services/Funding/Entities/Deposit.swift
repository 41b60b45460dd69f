import Contracts
import DomainModel
import ServiceKit

/// One deposit, under the bank's number: what makes sure that each counts once.
struct Deposit: Entity {
  static let kind = "deposit"
  let project: ProjectID
  let account: Int
  let purpose: FundPurpose
  let row: DepositRow
  let source: SourceRef
  /// For government money: the treasury it came from.
  let level: TreasuryLevel?
  /// Why it no longer stands; nil while it does.
  var reversed: ReversalCause?

  var key: String { Deposit.key(project, account, row.transaction) }

  static func key(_ project: ProjectID, _ account: Int, _ transaction: BankReference) -> String {
    "\(project)/\(account)/\(transaction)"
  }

  /// Resident money of the project itself: what the in-place ratio is about.
  var countsForRatio: Bool { purpose == .projectCosts && row.source.fund == .resident }
}

extension Deposit {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, stamp, entities in
      for row in event.rows {
        try entities.put(
          Deposit(
            project: event.project, account: event.account.value, purpose: event.purpose, row: row,
            source: stamp.source, level: event.level))
      }
    },
    .on(DepositReversed.self) { event, _, entities in
      try entities.update(Deposit.self, Deposit.key(event.project, event.account.value, event.transaction)) {
        $0.reversed = event.cause
      }
    },
  ]
}

/// What was paid in the name of a unit.
struct UnitPaid: Entity {
  static let kind = "unit-paid"
  let project: ProjectID
  let unit: UnitID
  var paid: Money

  var key: String { UnitPaid.key(project, unit) }
  static func key(_ project: ProjectID, _ unit: UnitID) -> String { "\(project)/\(unit)" }
}

extension UnitPaid {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, _, entities in
      guard event.purpose == .projectCosts else { return }
      for row in event.rows where row.source.fund == .resident {
        guard let unit = row.unit else { continue }
        let before = try entities.get(UnitPaid.self, UnitPaid.key(event.project, unit))?.paid ?? .zero
        try entities.put(UnitPaid(project: event.project, unit: unit, paid: try before.adding(row.amount)))
      }
    },
    .on(DepositReversed.self) { event, _, entities in
      guard event.purpose == .projectCosts, event.row.source.fund == .resident, let unit = event.row.unit else {
        return
      }
      try entities.update(UnitPaid.self, UnitPaid.key(event.project, unit)) {
        $0.paid = $0.paid.reduced(by: event.row.amount)
      }
    },
  ]
}
