import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the verified final accounts and computes on them what residents and treasury bear.
enum VerifyFinalAccountsDecision: Decision {
  struct Sight {
    let before: FinalAccounts?
    let isSettled: Bool
    let received: [FiscalPart]
  }

  static func look(_ command: VerifyFinalAccounts, at view: any EntityView) throws -> Sight {
    Sight(
      before: try view.get(FinalAccounts.self, command.project.rawValue),
      isSettled: try view.get(Settlement.self, command.project.rawValue) != nil,
      received: try view.fiscalMoney(of: command.project))
  }

  static func decide(
    _ command: VerifyFinalAccounts, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<FinalAccountsReport> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard !sight.isSettled else { throw Refusal(.settledBefore) }
    if sight.before != nil, command.reason == nil { throw Refusal(.accountsVerifiedBefore, pointers: ["/reason"]) }
    try ruling.requireNotBefore(sight.before?.on)
    let accounts = command.accounts.naming(Listing(capped: sight.received))
    let computation = try law.subsidy(
      of: { _ in
        SubsidyFormula.Costs(
          basic: accounts.basic, improvement: accounts.improvement, enhancement: accounts.enhancement,
          excluded: accounts.lifts,
          shared: try accounts.sharedCosts.other.adding(accounts.sharedCosts.contingency))
      }, area: accounts.floorArea, socialCapital: accounts.socialCapital,
      fiscal: accounts.fiscalMoney?.items ?? [])
    try ruling.passGate(adding: computation.findings(resting: []))
    let figures = SubsidyFigures(computation)
    return Outcome(
      [
        FinalAccountsVerified(
          project: command.project, accounts: accounts, figures: figures, verifiedBy: command.verifiedBy,
          document: command.document, by: ruling.taker)
      ], reply: FinalAccountsReport(figures: figures))
  }
}

extension VerifiedAccounts {
  /// The same with the fiscal money that the account received, where the accounts themselves name none.
  fileprivate func naming(_ received: Listing<FiscalPart, 5>) -> VerifiedAccounts {
    guard fiscalMoney == nil, !received.isEmpty else { return self }
    return VerifiedAccounts(
      basic: basic, improvement: improvement, enhancement: enhancement, sharedCosts: sharedCosts, lifts: lifts,
      floorArea: floorArea, socialCapital: socialCapital, fiscalMoney: received)
  }
}
