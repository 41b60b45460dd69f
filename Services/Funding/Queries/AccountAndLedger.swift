import Contracts
import DomainModel
import Policy
import ServiceKit

/// The designated account with the residents' money in it, and the ledger of all restricted money.
enum AccountAndLedger {
  static let account = QueryHandler.to(AccountQuery.self) { query, view, _ in
    let funds = try view.funds(of: query.project)
    let days = try view.clearedDays(of: query.project).filter { day in query.asOf.map { day.day <= $0 } ?? true }
    let money = FundsOnDays(days, planned: funds.planned)
    let ratio = InPlaceRatio(cleared: try money.total(), planned: funds.planned)
    return AccountAnswer(
      account: funds.account, planned: funds.planned, cleared: ratio.cleared, ratio: ratio.share,
      missing: ratio.missing(to: .whole), completeSince: try money.completeSince())
  }

  static let ledger = QueryHandler.to(LedgerQuery.self) { query, view, _ in
    let accounts = try view.all(LedgerAccount.self, prefix: "\(query.project)/")
    let prefix = "\(query.project)/"
    let page = try view.all(
      LedgerEntry.self, prefix: prefix, after: query.after.map { prefix + $0.value }, limit: query.limit.value + 1)
    let shown = page.prefix(query.limit.value)
    return LedgerAnswer(
      accounts: accounts.map {
        LedgerAnswer.Account(
          purpose: $0.purpose, fund: $0.fund, kind: $0.account, debits: $0.debits, credits: $0.credits,
          balance: $0.balance)
      }, debits: try Money.sum(accounts.map(\.debits)), credits: try Money.sum(accounts.map(\.credits)),
      entries: shown.map {
        LedgerAnswer.Entry(
          sequence: $0.sequence, on: $0.on, purpose: $0.purpose, fund: $0.fund, debit: $0.debit, credit: $0.credit,
          amount: $0.amount)
      },
      next: page.count > shown.count ? try shown.last.map { try Text<80>(String($0.key.dropFirst(prefix.count))) } : nil
    )
  }
}
