import Contracts
import DomainModel
import ServiceKit

/// The amount of residents' money that is divided among the units, and what says it.
struct ResidentsPart {
  let basis: SharesBasis
  let plan: PlanID
  let amount: Money
  let on: BusinessDate
  let source: SourceRef?

  init(_ estimate: ProjectFunds.Estimate) {
    basis = .estimate
    plan = estimate.plan
    amount = estimate.figures.residentsCollected
    on = estimate.on
    source = estimate.source
  }

  private init(_ basis: SharesBasis, _ plan: PlanID, _ amount: Money, on day: BusinessDate, _ source: SourceRef?) {
    self.basis = basis
    self.plan = plan
    self.amount = amount
    self.on = day
    self.source = source
  }

  /// Where no formula computes it: the residents' own contribution of their pledge, else the owners' part that the
  /// governments' shares leave, else the residents' part of the reviewed budget. Funds, donations and other money of the
  /// pledge are raised by nobody's household, so they are not divided.
  static func withoutFormula(
    _ funds: ProjectFunds, _ government: GovernmentMoney, _ reviewed: ReviewedMoney
  ) throws -> ResidentsPart? {
    if let pledge = funds.selfRaised {
      return ResidentsPart(.selfRaisedPlan, pledge.plan, pledge.parts.residents, on: pledge.on, pledge.source)
    }
    if let shares = government.shares, let plan = government.plan, let day = government.fixedOn {
      return ResidentsPart(.governmentShares, plan, shares.owners, on: day, nil)
    }
    if let budget = reviewed.budget, let day = reviewed.budgetOn,
      let part = budget.parts.first(where: { $0.source == .residents })
    {
      return ResidentsPart(.reviewedBudget, budget.plan, part.amount, on: day, nil)
    }
    return nil
  }
}
