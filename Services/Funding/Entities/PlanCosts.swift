import Contracts
import DomainModel
import Policy
import ServiceKit

/// The costs of a plan version as intake recorded them.
struct PlanCosts: Entity {
  static let kind = "plan-costs"
  let project: ProjectID
  let plan: PlanID
  let lines: [CostLine]
  let sharedCosts: Contracts.SharedCosts
  let subsidyArea: Area
  let socialCapital: Money
  let apportionment: Contracts.ApportionmentKey
  /// Nil in what was stored before there were weights, and where the plan has none.
  let buildingWeights: [BuildingWeight]?
  let source: SourceRef

  var key: String { plan.rawValue }

  /// The costs by tier. An item that the rules exclude carries no weight, whether or not its line says so.
  func costs(excluding keys: Set<CatalogueKey>) throws(ArithmeticFault) -> SubsidyFormula.Costs {
    func sum(_ holds: (CostLine) -> Bool) throws(ArithmeticFault) -> Money {
      try Money.sum(lines.filter(holds).map(\.engineeringCost))
    }
    func isExcluded(_ line: CostLine) -> Bool { line.isExcluded || keys.contains(line.key) }
    return SubsidyFormula.Costs(
      basic: try sum { !isExcluded($0) && $0.tier == .basic },
      improvement: try sum { !isExcluded($0) && $0.tier == .improvement },
      enhancement: try sum { !isExcluded($0) && $0.tier == .enhancement }, excluded: try sum(isExcluded),
      shared: try sharedCosts.other.adding(sharedCosts.contingency))
  }
}

extension PlanCosts {
  static let folds: [Fold] = [
    .on(PlanCostsHeard.self) { event, _, entities in
      try entities.put(
        PlanCosts(
          project: event.project, plan: event.plan, lines: event.lines.items, sharedCosts: event.sharedCosts,
          subsidyArea: event.subsidyArea, socialCapital: event.socialCapital, apportionment: event.apportionment,
          buildingWeights: event.buildingWeights?.items, source: event.source))
    }
  ]
}
