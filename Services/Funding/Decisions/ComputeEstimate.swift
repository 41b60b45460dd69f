import Contracts
import DomainModel
import Policy
import ServiceKit

/// Computes who bears what of the valid plan, and measures the money that is in against it.
enum ComputeEstimateDecision: Decision {
  struct Sight {
    let costs: PlanCosts
    let funds: ProjectFunds
    let days: [ClearedOn]
  }

  static func look(_ command: ComputeEstimate, at view: any EntityView) throws -> Sight {
    guard let costs = try view.get(PlanCosts.self, command.plan.rawValue), costs.project == command.project else {
      throw Refusal(.planNotHeard, pointers: ["/plan"])
    }
    return Sight(
      costs: costs, funds: try view.funds(of: command.project), days: try view.clearedDays(of: command.project))
  }

  static func decide(
    _ command: ComputeEstimate, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<EstimateReport> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != command.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))], pointers: ["/plan"])
    }
    try ruling.requireNotBefore(sight.funds.estimate?.on)
    let computation = try law.subsidy(
      of: { try sight.costs.costs(excluding: $0.excluded) }, area: sight.costs.subsidyArea,
      socialCapital: sight.costs.socialCapital, fiscal: command.fiscalMoney?.items ?? [])
    try ruling.passGate(adding: computation.findings(resting: [sight.costs.source]))
    let figures = SubsidyFigures(computation)
    let standing = try FundsStanding(FundsOnDays(sight.days, planned: figures.residentsCollected))
    return Outcome(
      [
        EstimateComputed(
          project: command.project, plan: command.plan, figures: figures, apportionment: sight.costs.apportionment,
          standing: standing, fiscalMoney: command.fiscalMoney)
      ],
      reply: EstimateReport(
        project: command.project, plan: command.plan, figures: figures, apportionment: sight.costs.apportionment,
        standing: standing, isCurrent: true))
  }
}
