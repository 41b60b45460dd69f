import Contracts
import DomainModel
import Policy
import ServiceKit

/// Fixes what city and district pay of a plan: its whole investment less what owners, society, province and state bring,
/// split as the city's rules say (Ziyang 3.1).
enum FixGovernmentSharesDecision: Decision {
  struct Sight {
    let costs: PlanCosts
    let days: [ClearedOn]
    let money: GovernmentMoney
  }

  static func look(_ command: FixGovernmentShares, at view: any EntityView) throws -> Sight {
    guard let costs = try view.get(PlanCosts.self, command.plan.rawValue), costs.project == command.project else {
      throw Refusal(.planNotHeard, pointers: ["/plan"])
    }
    return Sight(
      costs: costs, days: try view.clearedDays(of: command.project),
      money: try view.governmentMoney(of: command.project))
  }

  static func decide(
    _ command: FixGovernmentShares, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<GovernmentShares> {
    let edition = try ruling.law().edition
    try ruling.requireNotHalted()
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != command.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))], pointers: ["/plan"])
    }
    try ruling.requireNotBefore(sight.money.fixedOn)
    let need = GovernmentNeed(
      investment: try sight.costs.investment(), owners: command.owners, social: command.social, upper: command.upper)
    guard let parts = try need.parts(under: edition) else { throw Refusal(.splitSilent) }
    try ruling.passGate(adding: [try need.covered(under: edition)] + parts.findings)
    let shares = GovernmentShares(
      investment: need.investment, owners: need.owners, social: need.social, upper: need.upper,
      shortfall: parts.shortfall, city: parts.city, district: parts.district)
    guard sight.money.cityAsked <= shares.city else {
      throw Refusal(.sharesBelowAsked, values: [NamedValue("asked", .money(sight.money.cityAsked))])
    }
    return Outcome(
      [
        GovernmentSharesFixed(
          project: command.project, plan: command.plan, shares: shares, basis: command.basis,
          standing: try FundsStanding(FundsOnDays(sight.days, planned: command.owners)))
      ], reply: shares)
  }
}

extension PlanCosts {
  /// All works of the plan with its shared costs.
  func investment() throws(ArithmeticFault) -> Money {
    try Money.sum(lines.map(\.engineeringCost)).adding(sharedCosts.other).adding(sharedCosts.contingency)
  }
}
