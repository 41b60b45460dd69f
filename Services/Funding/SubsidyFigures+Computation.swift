import Contracts
import DomainModel
import Policy

extension SubsidyFigures {
  /// The figures as events carry them.
  init(_ computation: SubsidyComputation) {
    self.init(
      investment: computation.investment, basic: computation.tiers[0], improvement: computation.tiers[1],
      enhancement: computation.tiers[2], lifts: computation.excluded, floorArea: computation.area,
      weightedRate: computation.rate, weightedShare: computation.weighted, socialCapital: computation.socialCapital,
      beforeCap: computation.beforeCap, overfunded: computation.overfunded, cap: computation.cap,
      subsidy: computation.subsidy, excess: computation.excess, residentsTotal: computation.residentsTotal,
      residentsCollected: computation.residentsCollected)
  }
}

extension Law {
  /// The city's subsidy formula over these costs.
  ///
  /// - Throws: `Refusal` where the city has no formula, or the costs or the area are missing.
  func subsidy(
    of costs: (SubsidyTerms) throws -> SubsidyFormula.Costs, area: Area, socialCapital: Money
  ) throws -> SubsidyComputation {
    guard let terms = SubsidyTerms(edition) else { throw Refusal(.formulaSilent) }
    do {
      return try SubsidyFormula(terms).computed(costs(terms), area: area, socialCapital: socialCapital)
    } catch let fault as SubsidyFormula.Fault {
      switch fault {
      case .noCostBase: throw Refusal(.costBaseMissing)
      case .noFloorArea: throw Refusal(.capAreaMissing)
      }
    }
  }
}
