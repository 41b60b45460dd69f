import DomainModel

/// Divide the residents' planned money among the units of the sealed roll, by the key of the plan that residents voted
/// on (domain §9.2). A later plan or roll is divided anew.
public struct FixShares: ProjectCommand {
  public static var name: WireName { "funding.fix-shares" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody] }
  public static var example: FixShares {
    FixShares(project: "330382-2024-0007", roll: "330382-2024-0007/L1")
  }
  public typealias Reply = SharesReport

  public let project: ProjectID
  /// The roll whose units pay.
  public let roll: RollID

  public init(project: ProjectID, roll: RollID) {
    self.project = project
    self.roll = roll
  }
}

/// Which figure of the residents' money was divided.
public enum SharesBasis: String, WireEnum {
  /// The estimate by the city's formula.
  case estimate
  /// The residents' own contribution of the pledge (居民出资, Wenzhou Annex 5), where the city has no formula.
  case selfRaisedPlan = "self-raised-plan"
  /// The owners' part that the governments' shares leave (Ziyang 3.1, 3.2).
  case governmentShares = "government-shares"
  /// The residents' part of the reviewed budget (Tiexi 5.4, 7.4).
  case reviewedBudget = "reviewed-budget"
}

/// What a division came to.
public struct SharesReport: Codable, Hashable, Sendable {
  /// Counts from 1; a later division takes the place of an earlier one.
  public let division: Int
  public let roll: RollID
  public let apportionment: ApportionmentKey
  public let total: Money
  /// Units of the roll; those that pay nothing too.
  public let units: Int
  /// Which figure was divided; nil where it was divided before others than the estimate could be.
  public let basis: SharesBasis?

  public init(
    division: Int, roll: RollID, apportionment: ApportionmentKey, total: Money, units: Int, basis: SharesBasis? = nil
  ) {
    self.division = division
    self.roll = roll
    self.apportionment = apportionment
    self.total = total
    self.units = units
    self.basis = basis
  }
}

/// The residents' money was divided; the parts follow in `SharesListed`.
public struct SharesFixed: ProjectEvent {
  public static var name: WireName { "funding.shares-fixed" }
  public static var example: SharesFixed {
    SharesFixed(
      project: "330382-2024-0007", division: 1, plan: "330382-2024-0007/P1", roll: "330382-2024-0007/L1",
      apportionment: .exclusiveArea, total: .sample, units: 300)
  }

  public let project: ProjectID
  public let division: Whole<1, 9999>
  public let plan: PlanID
  public let roll: RollID
  public let apportionment: ApportionmentKey
  /// The sum of all parts, to the fen.
  public let total: Money
  public let units: Whole<1, 100_000>
  /// Which figure was divided; nil where it was divided before others than the estimate could be.
  public let basis: SharesBasis?

  public init(
    project: ProjectID, division: Whole<1, 9999>, plan: PlanID, roll: RollID, apportionment: ApportionmentKey,
    total: Money, units: Whole<1, 100_000>, basis: SharesBasis? = nil
  ) {
    self.project = project
    self.division = division
    self.plan = plan
    self.roll = roll
    self.apportionment = apportionment
    self.total = total
    self.units = units
    self.basis = basis
  }
}

/// Parts of a division, in the order of the roll.
public struct SharesListed: ProjectEvent {
  public static var name: WireName { "funding.shares-listed" }
  public static var readers: Readers { .roles(.community) }
  public static var example: SharesListed {
    SharesListed(
      project: "330382-2024-0007", division: 1, first: 1,
      shares: [UnitPart(unit: "u-03-1-502", weight: 7832, amount: .sample)])
  }

  public let project: ProjectID
  public let division: Whole<1, 9999>
  /// The place of the first part in the roll, from 1.
  public let first: Whole<1, 100_000>
  public let shares: Listing<UnitPart, 500>

  public init(
    project: ProjectID, division: Whole<1, 9999>, first: Whole<1, 100_000>, shares: Listing<UnitPart, 500>
  ) {
    self.project = project
    self.division = division
    self.first = first
    self.shares = shares
  }
}

/// What one unit pays.
public struct UnitPart: Codable, Hashable, Sendable {
  public let unit: UnitID
  /// Hundredths of a square metre, or 1 for a household, times the building's weight where the plan has weights.
  public let weight: Whole<0, 2_000_000_000>
  public let amount: Money

  public init(unit: UnitID, weight: Whole<0, 2_000_000_000>, amount: Money) {
    self.unit = unit
    self.weight = weight
    self.amount = amount
  }
}

/// What funding heard of a roll's units, in the order in which voting published them.
public struct RollUnitsHeard: ProjectEvent {
  public static var name: WireName { "funding.roll-units-heard" }
  public static var readers: Readers { .own }
  public static var example: RollUnitsHeard {
    RollUnitsHeard(
      project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: [],
      source: SourceRef(feed: .voting, epoch: "5f2a90c1", sequence: 9))
  }

  public let project: ProjectID
  public let roll: RollID
  public let units: Listing<RollUnitLine, 500>
  public let source: SourceRef

  public init(project: ProjectID, roll: RollID, units: Listing<RollUnitLine, 500>, source: SourceRef) {
    self.project = project
    self.roll = roll
    self.units = units
    self.source = source
  }
}

/// What funding heard of a roll's seal: how many units there must be.
public struct RollSealHeard: ProjectEvent {
  public static var name: WireName { "funding.roll-seal-heard" }
  public static var readers: Readers { .own }
  public static var example: RollSealHeard {
    RollSealHeard(
      project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: 300, area: .sample,
      source: SourceRef(feed: .voting, epoch: "5f2a90c1", sequence: 8))
  }

  public let project: ProjectID
  public let roll: RollID
  public let units: Whole<1, 100_000>
  public let area: Area
  public let source: SourceRef

  public init(project: ProjectID, roll: RollID, units: Whole<1, 100_000>, area: Area, source: SourceRef) {
    self.project = project
    self.roll = roll
    self.units = units
    self.area = area
    self.source = source
  }
}
