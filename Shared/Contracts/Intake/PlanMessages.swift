import DomainModel

/// By what the residents' money is divided among the units: chosen in the fund-raising plan that residents vote on
/// (domain §9.2; the documents are silent).
public enum ApportionmentKey: String, WireEnum {
  case exclusiveArea = "exclusive-area"
  case perHousehold = "per-household"
}

/// How heavily one building's units weigh when the residents' money is divided: the buildings that benefit more pay more
/// (谁受益、谁出资, Tiexi 7.4; 据实分摊, Ziyang 3.2), those that the works pass by pay nothing.
public struct BuildingWeight: Codable, Hashable, Sendable {
  public let building: BuildingID
  /// Multiplies the key's own weight; 0 for a building whose units pay nothing.
  public let weight: Whole<0, 100>

  public init(building: BuildingID, weight: Whole<0, 100>) {
    self.building = building
    self.weight = weight
  }
}

/// One item of works with its cost.
public struct CostLine: Codable, Hashable, Sendable {
  /// The pack's printed code, `A1.1`: unique inside the pack only (domain §8.1).
  public let code: Text<10>
  /// The item's identity across packs.
  public let key: CatalogueKey
  /// None in a catalogue without tiers (Tiexi 4).
  public let tier: Tier?
  /// Engineering cost; shared costs stand beside the lines.
  public let engineeringCost: Money
  /// A lift: subsidised under rules of its own and no part of the total investment (plan 5.2.1, AMB-17).
  public let isExcluded: Bool

  public init(
    code: Text<10>, key: CatalogueKey, tier: Tier?, engineeringCost: Money, isExcluded: Bool
  ) {
    self.code = code
    self.key = key
    self.tier = tier
    self.engineeringCost = engineeringCost
    self.isExcluded = isExcluded
  }
}

/// Costs of the whole plan, without the lifts' part (domain §18.4); apportioned to tiers by engineering cost (AMB-22).
public struct SharedCosts: Codable, Hashable, Sendable {
  /// Other construction cost (工程建设其他费用).
  public let other: Money
  /// Contingency (预备费).
  public let contingency: Money

  public init(other: Money, contingency: Money) {
    self.other = other
    self.contingency = contingency
  }
}

/// A version of the renovation plan was recorded; it is now the valid one.
public struct PlanRecorded: ProjectEvent {
  public static var name: WireName { "intake.plan-recorded" }
  public static var isCritical: Bool { true }
  public static var example: PlanRecorded {
    PlanRecorded(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", document: DocumentHash.sample,
      lines: [
        CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: Money.sample, isExcluded: false)
      ],
      sharedCosts: SharedCosts(other: .zero, contingency: .zero), subsidyArea: Area.sample, socialCapital: .zero,
      apportionment: .exclusiveArea, governmentInvestment: true, touchesFacade: false)
  }

  public let project: ProjectID
  public let plan: PlanID
  /// The design plan itself (改造设计方案).
  public let document: DocumentHash
  public let lines: Listing<CostLine, 200>
  public let sharedCosts: SharedCosts
  /// The floor area that the subsidy's cap is reckoned on (plan 5.2.1, domain §9.5), from the survey's buildings.
  public let subsidyArea: Area
  /// Social capital (社会资金) in the estimate.
  public let socialCapital: Money
  public let apportionment: ApportionmentKey
  /// Where the fund-raising plan lets some buildings bear more than others: their weights; a building that is not named
  /// weighs 1.
  public let buildingWeights: Listing<BuildingWeight, 60>?
  /// Whether it is a government-investment project: only these have merged approval documents (plan 4.4).
  public let governmentInvestment: Bool
  /// Whether it holds a façade item, so that the important-street question must be answered (AMB-53).
  public let touchesFacade: Bool
  /// Whether it adds public facilities that must not harm fire safety or sunlight (Yueqing plan 2.4.5); nil where the city's
  /// document does not ask.
  public let addsPublicFacilities: Bool?

  /// The whole investment, lifts included: what the band of approval documents is chosen by (domain §10.3).
  ///
  /// - Throws: `ArithmeticFault` when the sum leaves the range; no recorded plan's does.
  public func investment() throws(ArithmeticFault) -> Money {
    try Money.sum(lines.map(\.engineeringCost)).adding(sharedCosts.other).adding(sharedCosts.contingency)
  }

  public var facts: [FactStatement] {
    var facts = [
      FactStatement(.planVersion, .code(plan.rawValue)),
      FactStatement(.planTouchesFacade, .flag(touchesFacade)),
      FactStatement(.governmentInvestment, .flag(governmentInvestment)),
    ]
    if let addsPublicFacilities { facts.append(FactStatement(.planAddsPublicFacilities, .flag(addsPublicFacilities))) }
    if let whole = try? investment() { facts.append(FactStatement(.planInvestment, .money(whole))) }
    return facts
  }

  public init(
    project: ProjectID, plan: PlanID, document: DocumentHash, lines: Listing<CostLine, 200>, sharedCosts: SharedCosts,
    subsidyArea: Area, socialCapital: Money, apportionment: ApportionmentKey, governmentInvestment: Bool,
    touchesFacade: Bool, addsPublicFacilities: Bool? = nil, buildingWeights: Listing<BuildingWeight, 60>? = nil
  ) {
    self.project = project
    self.plan = plan
    self.document = document
    self.lines = lines
    self.sharedCosts = sharedCosts
    self.subsidyArea = subsidyArea
    self.socialCapital = socialCapital
    self.apportionment = apportionment
    self.buildingWeights = buildingWeights
    self.governmentInvestment = governmentInvestment
    self.touchesFacade = touchesFacade
    self.addsPublicFacilities = addsPublicFacilities
  }
}
