import DomainModel

/// Compute from a plan's costs who bears what (plan 5.2.1): the figure on which resident money is collected.
public struct ComputeEstimate: ProjectCommand {
  public static var name: WireName { "funding.compute-estimate" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .finance] }
  public static var example: ComputeEstimate {
    ComputeEstimate(project: "330382-2024-0007", plan: "330382-2024-0007/P1")
  }
  public typealias Reply = EstimateReport

  public let project: ProjectID
  /// The plan version; it must be the valid one.
  public let plan: PlanID
  /// Fiscal money that was promised, each level once: it matters where a city leaves a level out of the cap (AMB-20).
  public let fiscalMoney: Listing<FiscalPart, 5>?

  public init(project: ProjectID, plan: PlanID, fiscalMoney: Listing<FiscalPart, 5>? = nil) {
    self.project = project
    self.plan = plan
    self.fiscalMoney = fiscalMoney
  }
}

/// The subsidy formula with every figure on the way (plan 5.2.1, domain §9.3).
public struct SubsidyFigures: Codable, Hashable, Sendable {
  /// T: the tiers' investment with shared costs, lifts left out.
  public let investment: Money
  /// The tiers' parts of T, shared costs spread by engineering cost; they sum to T.
  public let basic: Money
  public let improvement: Money
  public let enhancement: Money
  /// Lifts: shown, never counted.
  public let lifts: Money
  /// A: the floor area that the cap is reckoned on (domain §9.5).
  public let floorArea: Area
  /// The residents' weighted share as a fraction in lowest terms.
  public let weightedRate: Share
  /// R: the residents' weighted share, rounded once, half up.
  public let weightedShare: Money
  /// S.
  public let socialCapital: Money
  /// What the treasury would give without a cap.
  public let beforeCap: Money
  /// Social capital, and fiscal money outside the cap, beyond the need; a person decides when it is not zero (AMB-21).
  public let overfunded: Money
  public let cap: Money
  /// F: what the treasuries give, with what stands outside the cap.
  public let subsidy: Money
  /// The part of F that the cap does not count; nil where all fiscal money counts against it (AMB-20).
  public let outsideCap: Money?
  /// What exceeds the cap, borne by the residents.
  public let excess: Money
  public let residentsTotal: Money
  /// What residents pay in before the works (AMB-15).
  public let residentsCollected: Money

  public init(
    investment: Money, basic: Money, improvement: Money, enhancement: Money, lifts: Money, floorArea: Area,
    weightedRate: Share, weightedShare: Money, socialCapital: Money, beforeCap: Money, overfunded: Money, cap: Money,
    subsidy: Money, excess: Money, residentsTotal: Money, residentsCollected: Money,
    outsideCap: Money? = nil
  ) {
    self.investment = investment
    self.basic = basic
    self.improvement = improvement
    self.enhancement = enhancement
    self.lifts = lifts
    self.floorArea = floorArea
    self.weightedRate = weightedRate
    self.weightedShare = weightedShare
    self.socialCapital = socialCapital
    self.beforeCap = beforeCap
    self.overfunded = overfunded
    self.cap = cap
    self.subsidy = subsidy
    self.outsideCap = outsideCap
    self.excess = excess
    self.residentsTotal = residentsTotal
    self.residentsCollected = residentsCollected
  }

  public static let example = SubsidyFigures(
    investment: .sample, basic: .sample, improvement: .zero, enhancement: .zero, lifts: .zero, floorArea: .sample,
    weightedRate: .whole, weightedShare: .sample, socialCapital: .zero, beforeCap: .zero, overfunded: .zero,
    cap: .sample,
    subsidy: .zero, excess: .zero, residentsTotal: .sample, residentsCollected: .sample)
}

/// An estimate as told to its sender and to who asks.
public struct EstimateReport: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let plan: PlanID
  public let figures: SubsidyFigures
  public let apportionment: ApportionmentKey
  public let standing: FundsStanding
  /// Whether it was made of the plan version that is valid now.
  public let isCurrent: Bool

  public init(
    project: ProjectID, plan: PlanID, figures: SubsidyFigures, apportionment: ApportionmentKey, standing: FundsStanding,
    isCurrent: Bool
  ) {
    self.project = project
    self.plan = plan
    self.figures = figures
    self.apportionment = apportionment
    self.standing = standing
    self.isCurrent = isCurrent
  }
}

/// An estimate was computed; it takes the place of an earlier one.
public struct EstimateComputed: ProjectEvent {
  public static var name: WireName { "funding.estimate-computed" }
  public static var example: EstimateComputed {
    EstimateComputed(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", figures: .example, apportionment: .exclusiveArea,
      standing: .example)
  }

  public let project: ProjectID
  public let plan: PlanID
  public let figures: SubsidyFigures
  public let apportionment: ApportionmentKey
  /// The resident money against the new plan.
  public let standing: FundsStanding
  /// As the command named it.
  public let fiscalMoney: Listing<FiscalPart, 5>?

  public var facts: [FactStatement] {
    [FactStatement(.residentFundsPlanned, .money(figures.residentsCollected))] + standing.facts
  }

  public init(
    project: ProjectID, plan: PlanID, figures: SubsidyFigures, apportionment: ApportionmentKey, standing: FundsStanding,
    fiscalMoney: Listing<FiscalPart, 5>? = nil
  ) {
    self.project = project
    self.plan = plan
    self.figures = figures
    self.apportionment = apportionment
    self.standing = standing
    self.fiscalMoney = fiscalMoney
  }
}

/// What funding heard of a plan's costs, as intake recorded them.
public struct PlanCostsHeard: ProjectEvent {
  public static var name: WireName { "funding.plan-costs-heard" }
  public static var readers: Readers { .own }
  public static var example: PlanCostsHeard {
    PlanCostsHeard(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", lines: [],
      sharedCosts: SharedCosts(other: .zero, contingency: .zero), subsidyArea: .sample, socialCapital: .zero,
      apportionment: .exclusiveArea, source: SourceRef(feed: .intake, epoch: "5f2a90c1", sequence: 12))
  }

  public let project: ProjectID
  public let plan: PlanID
  public let lines: Listing<CostLine, 200>
  public let sharedCosts: SharedCosts
  public let subsidyArea: Area
  public let socialCapital: Money
  public let apportionment: ApportionmentKey
  public let buildingWeights: Listing<BuildingWeight, 60>?
  /// Intake's event.
  public let source: SourceRef

  public init(
    project: ProjectID, plan: PlanID, lines: Listing<CostLine, 200>, sharedCosts: SharedCosts, subsidyArea: Area,
    socialCapital: Money, apportionment: ApportionmentKey, source: SourceRef,
    buildingWeights: Listing<BuildingWeight, 60>? = nil
  ) {
    self.project = project
    self.plan = plan
    self.lines = lines
    self.sharedCosts = sharedCosts
    self.subsidyArea = subsidyArea
    self.socialCapital = socialCapital
    self.apportionment = apportionment
    self.source = source
    self.buildingWeights = buildingWeights
  }
}
