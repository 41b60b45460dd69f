import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the final accounts as finance reviewed them, where the city computes nothing from them (Tiexi 5.4).
enum ReviewFinalAccountsDecision: Decision {
  static func look(_ command: ReviewFinalAccounts, at view: any EntityView) throws -> ReviewedMoney {
    try view.reviewedMoney(of: command.project)
  }

  static func decide(
    _ command: ReviewFinalAccounts, seeing money: ReviewedMoney, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard SubsidyTerms(law.edition) == nil else { throw Refusal(.formulaApplies) }
    if money.accounts != nil, command.reason == nil { throw Refusal(.accountsVerifiedBefore, pointers: ["/reason"]) }
    try ruling.requireNotBefore(money.accountsOn)
    guard command.total > .zero else { throw Refusal(.amountMissing, pointers: ["/total"]) }
    let compared = money.budget.map { budget in
      Finding(
        "accounts.within-budget", command.total <= budget.amount ? .satisfied : .violated, force: .advises,
        cites: law.edition.stated(\.funding.reviewedBy).citations,
        values: [NamedValue("accounts", .money(command.total)), NamedValue("budget", .money(budget.amount))])
    }
    try ruling.passGate(adding: [compared].compactMap { $0 })
    return Outcome([
      FinalAccountsReviewed(
        project: command.project, total: command.total, document: command.document, by: ruling.taker)
    ])
  }
}
