import Contracts
import DomainModel
import Policy
import ServiceKit

/// Settles on the verified accounts: for the treasury what it still owes or gets back, for each unit the difference
/// between the share it was asked for and the share it comes to.
enum SettleDecision: Decision {
  struct Sight {
    let funds: ProjectFunds
    let final: FinalAccounts?
    let isSettled: Bool
    /// The fixed shares in the order of the roll.
    let shares: [UnitShare]
    let fiscal: FundBalances
  }

  static func look(_ command: Settle, at view: any EntityView) throws -> Sight {
    let funds = try view.funds(of: command.project)
    let shares = try funds.division.map {
      try view.all(UnitShare.self, prefix: UnitShare.prefix(command.project, $0.number), limit: 100_001)
    }
    return Sight(
      funds: funds, final: try view.get(FinalAccounts.self, command.project.rawValue),
      isSettled: try view.get(Settlement.self, command.project.rawValue) != nil,
      shares: (shares ?? []).sorted { $0.place < $1.place },
      fiscal: try view.balances(of: .fiscal, for: .projectCosts, in: command.project))
  }

  static func decide(_ command: Settle, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<SettlementReport> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard !sight.isSettled else { throw Refusal(.settledBefore) }
    let scope = startInScope(law, ruling)
    try ruling.passGate(judging: ["subsidy.start-in-scope": scope])
    guard let final = sight.final else { throw Refusal(.accountsMissing) }
    guard let estimate = sight.funds.estimate else { throw Refusal(.estimateMissing) }
    try ruling.requireNotBefore(final.on)

    let asked = sight.funds.division?.total ?? estimate.figures.residentsCollected
    let comesTo = final.figures.residentsTotal
    let received = sight.fiscal.standing
    var differences: [Difference] = []
    differences.append(Difference(fund: .fiscal, unit: nil, asked: received, comesTo: final.figures.subsidy))
    if sight.shares.isEmpty {
      differences.append(Difference(fund: .resident, unit: nil, asked: asked, comesTo: comesTo))
    } else {
      let parts = try comesTo.apportioned(byWeights: sight.shares.map(\.weight))
      differences += zip(sight.shares, parts).map {
        Difference(fund: .resident, unit: $0.unit, asked: $0.amount, comesTo: $1)
      }
    }
    let lines = differences.filter { $0.asked != $0.comesTo }.enumerated().map { place, difference in
      difference.line(SettlementID(command.project, place + 1))
    }
    guard let count = try? Whole<0, 100_001>(lines.count) else { throw ArithmeticFault.overflow }
    let isEven = received == final.figures.subsidy
    let computed = SettlementComputed(
      project: command.project, figures: final.figures, residentsEstimated: asked, residentsFinal: comesTo,
      subsidyReceived: received, items: count, isSubsidyEven: isEven, by: ruling.taker)
    let listed = stride(from: 0, to: lines.count, by: SettlementItemsListed.most).map { first in
      SettlementItemsListed(
        project: command.project,
        lines: Listing(capped: Array(lines[first..<min(first + SettlementItemsListed.most, lines.count)])))
    }
    return Outcome(
      [computed] + listed,
      reply: SettlementReport(
        project: command.project, figures: final.figures, residentsEstimated: asked, residentsFinal: comesTo,
        subsidyReceived: received, subsidyFinal: final.figures.subsidy, items: lines.count, openItems: lines.count,
        isSubsidySettled: isEven),
      findings: [receipt(law, final, estimate, asked, comesTo, received)])
  }

  /// One payer's two figures.
  private struct Difference {
    let fund: Fund
    let unit: UnitID?
    let asked: Money
    let comesTo: Money

    func line(_ item: SettlementID) -> SettlementLine {
      asked < comesTo
        ? SettlementLine(item: item, fund: fund, unit: unit, direction: .due, amount: comesTo.reduced(by: asked))
        : SettlementLine(item: item, fund: fund, unit: unit, direction: .refund, amount: asked.reduced(by: comesTo))
    }
  }

  /// The formula is for works that began once the plan was in force (AMB-45).
  private static func startInScope(_ law: Law, _ ruling: Ruling) -> (GateRule) -> Finding {
    { rule in
      guard let started = ruling.facts?[.constructionStarted], started.value == .flag(true) else {
        return rule.unknown(.constructionStarted)
      }
      guard let scope = law.edition.stated(\.funding.appliesFrom).value else { return rule.finding(.satisfied) }
      let holds = started.on >= scope.startedOnOrAfter && !started.isInQuestion
      return rule.finding(
        holds ? .satisfied : .violated,
        [NamedValue("started", .date(started.on)), NamedValue("applies-from", .date(scope.startedOnOrAfter))],
        [started.source])
    }
  }

  private static func receipt(
    _ law: Law, _ final: FinalAccounts, _ estimate: ProjectFunds.Estimate, _ asked: Money, _ comesTo: Money,
    _ received: Money
  ) -> Finding {
    let trueUp = law.edition.settled(\.funding.trueUp)
    return Finding(
      "funding.true-up", .satisfied, force: .advises, origin: trueUp.origin,
      cites: law.edition.stated(\.funding.basis).citations + trueUp.citations,
      values: [
        NamedValue("investment-estimated", .money(estimate.figures.investment)),
        NamedValue("investment-final", .money(final.figures.investment)), NamedValue("residents-asked", .money(asked)),
        NamedValue("residents-final", .money(comesTo)), NamedValue("subsidy-received", .money(received)),
        NamedValue("subsidy-final", .money(final.figures.subsidy)),
      ], sources: [estimate.source, final.source])
  }
}
