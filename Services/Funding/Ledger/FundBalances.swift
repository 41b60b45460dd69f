import Contracts
import DomainModel
import ServiceKit

/// What the accounts of one fund and purpose hold.
struct FundBalances: Hashable {
  private let balances: [LedgerAccountKind: Money]

  init(_ accounts: [LedgerAccount]) {
    balances = Dictionary(accounts.map { ($0.account, $0.balance) }) { _, last in last }
  }

  subscript(kind: LedgerAccountKind) -> Money { balances[kind] ?? .zero }

  /// What may still be promised: in the bank and not bound for an approved payment.
  var available: Money { self[.cash].reduced(by: self[.payable]) }

  /// What has come in and stands: nothing that is only owed.
  var standing: Money { self[.received].reduced(by: self[.receivable]).reduced(by: self[.due]) }
}

extension EntityView {
  func balances(of fund: Fund, for purpose: FundPurpose, in project: ProjectID) throws -> FundBalances {
    FundBalances(try all(LedgerAccount.self, prefix: LedgerAccount.prefix(project, purpose, fund)))
  }
}
