import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the budget as finance reviewed it, with who is to pay it (Tiexi 5.4).
enum ReviewBudgetDecision: Decision {
  struct Sight {
    let money: ReviewedMoney
    let costs: PlanCosts?
  }

  static func look(_ command: ReviewBudget, at view: any EntityView) throws -> Sight {
    Sight(
      money: try view.reviewedMoney(of: command.project), costs: try view.get(PlanCosts.self, command.plan.rawValue))
  }

  static func decide(_ command: ReviewBudget, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != command.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))], pointers: ["/plan"])
    }
    guard let costs = sight.costs, costs.project == command.project else {
      throw Refusal(.planNotHeard, pointers: ["/plan"])
    }
    try ruling.requireNotBefore(sight.money.budgetOn)
    guard command.amount > .zero else { throw Refusal(.amountMissing, pointers: ["/amount"]) }
    let sum = try Money.sum(command.parts.map(\.amount))
    guard sum == command.amount, Set(command.parts.map(\.source)).count == command.parts.count else {
      throw Refusal(
        .budgetPartsDiffer, values: [NamedValue("parts", .money(sum)), NamedValue("amount", .money(command.amount))],
        pointers: ["/parts"])
    }
    let planned = try Money.sum(costs.lines.map(\.engineeringCost)).adding(costs.sharedCosts.other)
      .adding(costs.sharedCosts.contingency)
    try ruling.passGate(adding: [
      Finding(
        "budget.within-plan", command.amount <= planned ? .satisfied : .violated, force: .advises,
        cites: law.edition.stated(\.funding.reviewedBy).citations,
        values: [NamedValue("budget", .money(command.amount)), NamedValue("plan", .money(planned))],
        sources: [costs.source])
    ])
    return Outcome([
      BudgetReviewed(
        project: command.project, plan: command.plan, amount: command.amount, parts: command.parts,
        document: command.document, by: ruling.taker)
    ])
  }
}
