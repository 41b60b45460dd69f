import Contracts
import DomainModel

/// One balanced entry: an amount from one account of a fund to another of the same fund. There is no entry between
/// funds or purposes, so no money can leave its own.
struct Posting: Hashable {
  let debit: LedgerAccountKind
  let credit: LedgerAccountKind
  let amount: Money

  init(debit: LedgerAccountKind, credit: LedgerAccountKind, _ amount: Money) {
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }
}

/// The entries of each kind of event, by what the fund's accounts hold before it. None takes a balance below zero.
extension FundBalances {
  /// Money comes in. It first makes good what was reversed after it was paid out, then what is owed after settlement.
  func deposit(_ amount: Money) -> [Posting] {
    let madeGood = min(amount, self[.receivable])
    let afterwards = amount.reduced(by: madeGood)
    let owed = min(afterwards, self[.due])
    return FundBalances.entries([
      Posting(debit: .overdrawn, credit: .receivable, madeGood), Posting(debit: .cash, credit: .due, owed),
      Posting(debit: .cash, credit: .received, afterwards.reduced(by: owed)),
    ])
  }

  /// The bank takes money back. What is no longer there is owed by the payer again, and by the account to the bank.
  func reversal(_ amount: Money) -> [Posting] {
    let there = min(amount, self[.cash], self[.received])
    return FundBalances.entries([
      Posting(debit: .received, credit: .cash, there),
      Posting(debit: .receivable, credit: .overdrawn, amount.reduced(by: there)),
    ])
  }

  /// What of a reversal was no longer there.
  func receivable(of amount: Money) -> Money {
    amount.reduced(by: min(amount, self[.cash], self[.received]))
  }

  static func approval(_ amount: Money, for category: CostCategory) -> [Posting] {
    entries([Posting(debit: category.account, credit: .payable, amount)])
  }

  static func release(_ amount: Money, for category: CostCategory) -> [Posting] {
    entries([Posting(debit: .payable, credit: category.account, amount)])
  }

  static func payment(_ amount: Money) -> [Posting] {
    entries([Posting(debit: .payable, credit: .cash, amount)])
  }

  /// An approved item of the settlement.
  static func settled(_ amount: Money, _ direction: SettlementDirection) -> [Posting] {
    switch direction {
    case .due: entries([Posting(debit: .due, credit: .received, amount)])
    case .refund: entries([Posting(debit: .received, credit: .payable, amount)])
    }
  }

  private static func entries(_ postings: [Posting]) -> [Posting] {
    postings.filter { $0.amount > .zero }
  }
}

extension CostCategory {
  /// The account that holds what was spent on it.
  var account: LedgerAccountKind {
    switch self {
    case .works: .spentOnWorks
    case .design: .spentOnDesign
    case .worksSupervision: .spentOnSupervision
    case .otherCost: .spentOnOther
    }
  }
}
