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
      beforeCap: computation.beforeCap, overfunded: computation.surplus, cap: computation.cap,
      subsidy: computation.subsidy, excess: computation.excess, residentsTotal: computation.residentsTotal,
      residentsCollected: computation.residentsCollected,
      outsideCap: computation.outsideCap > .zero ? computation.outsideCap : nil)
  }
}

extension Law {
  /// The city's subsidy formula over these costs.
  ///
  /// - Throws: `Refusal` where the city has no formula, the costs or the area are missing, or a level of fiscal money is
  ///   named twice.
  func subsidy(
    of costs: (SubsidyTerms) throws -> SubsidyFormula.Costs, area: Area, socialCapital: Money,
    fiscal: [FiscalPart] = []
  ) throws -> SubsidyComputation {
    guard let terms = SubsidyTerms(edition) else { throw Refusal(.formulaSilent) }
    var levels: [FiscalLevel: Money] = [:]
    for part in fiscal {
      guard let level = FiscalLevel(rawValue: part.level.rawValue), part.amount > .zero,
        levels.updateValue(part.amount, forKey: level) == nil
      else { throw Refusal(.fiscalLevelRepeated) }
    }
    do {
      return try SubsidyFormula(terms).computed(
        costs(terms), area: area, socialCapital: socialCapital, fiscal: levels)
    } catch let fault as SubsidyFormula.Fault {
      switch fault {
      case .noCostBase: throw Refusal(.costBaseMissing)
      case .noFloorArea: throw Refusal(.capAreaMissing)
      }
    }
  }
}
