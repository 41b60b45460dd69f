import Contracts
import DomainModel
import ServiceKit

/// What must always hold of the ledger: no account is overdrawn, both sides of a purpose's money are equal, and the accounts
/// are the sum of their entries.
enum LedgerInvariants {
  static let all = [belowZero, balance, entries]

  private static let belowZero = Invariant.each(
    "no-account-below-zero", of: LedgerAccount.self, zh: "没有账户透支", en: "No account is below zero."
  ) { account, _ in
    let (own, other) = account.account.isDebit ? (account.debits, account.credits) : (account.credits, account.debits)
    guard own < other else { return [] }
    return [Invariant.Fault(zh: "账户透支：\(own) < \(other)", en: "below zero: \(own) < \(other)")]
  }

  /// Whoever moves money from one fund or purpose to another leaves both out of balance.
  private static let balance = Invariant.each(
    "purpose-balances", of: ProjectRecord.self, zh: "每项用途、每种资金的借贷各自相等",
    en: "The money of each purpose and fund balances by itself."
  ) { record, view in
    let accounts = try view.all(LedgerAccount.self, prefix: "\(record.project)/")
    return try Dictionary(grouping: accounts) { LedgerAccount.prefix($0.project, $0.purpose, $0.fund) }
      .sorted { $0.key < $1.key }.compactMap { place, accounts in
        let (debits, credits) = (try Money.sum(accounts.map(\.debits)), try Money.sum(accounts.map(\.credits)))
        guard debits != credits else { return nil }
        return Invariant.Fault(
          zh: "\(place)：借方 \(debits) 与贷方 \(credits) 不相等", en: "\(place): debits \(debits), credits \(credits)")
      }
  }

  private static let entries = Invariant.each(
    "accounts-are-their-entries", of: ProjectRecord.self, zh: "每个账户等于其分录之和",
    en: "Each account is the sum of its entries."
  ) { record, view in
    var sums: [String: (debits: Money, credits: Money)] = [:]
    try view.each(LedgerEntry.self, prefix: "\(record.project)/") { entry in
      let place = LedgerAccount.prefix(entry.project, entry.purpose, entry.fund)
      let (debit, credit) = (place + entry.debit.rawValue, place + entry.credit.rawValue)
      sums[debit, default: (.zero, .zero)].debits = try sums[debit, default: (.zero, .zero)].debits.adding(entry.amount)
      sums[credit, default: (.zero, .zero)].credits = try sums[credit, default: (.zero, .zero)].credits.adding(entry.amount)
    }
    var faults: [Invariant.Fault] = []
    for account in try view.all(LedgerAccount.self, prefix: "\(record.project)/") {
      let sum = sums.removeValue(forKey: account.key) ?? (.zero, .zero)
      guard sum.debits != account.debits || sum.credits != account.credits else { continue }
      faults.append(
        Invariant.Fault(
          zh: "\(account.key)：账户借 \(account.debits) 贷 \(account.credits)，分录之和借 \(sum.debits) 贷 \(sum.credits)",
          en: "\(account.key): the account says \(account.debits) and \(account.credits), its entries "
            + "\(sum.debits) and \(sum.credits)"))
    }
    return faults
      + sums.keys.sorted().map { Invariant.Fault(zh: "\($0)：有分录而没有账户", en: "\($0): entries without an account") }
  }
}
