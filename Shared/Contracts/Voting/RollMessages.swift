import DomainModel

/// What a unit of ownership is used for.
public enum UnitUse: String, WireEnum {
  /// 住宅
  case residential
  /// 商业
  case commercial
  /// 车库、储藏间
  case garage
  /// 其他
  case other
}

/// Where the figure of an exclusive area comes from, in the order of preference (domain §4.2).
public enum AreaBasis: String, WireEnum {
  /// 产权登记面积
  case registered
  /// 实测面积
  case surveyed
  /// 合同面积
  case contract
}

/// Begin an owner roll (业主名册). It is a draft, in which nothing counts, until it is sealed.
public struct BeginRoll: ProjectCommand {
  public static var name: WireName { "voting.begin-roll" }
  public static var senders: Set<Role> { .community }
  public static var example: BeginRoll { BeginRoll(project: "330382-2024-0007") }
  public typealias Reply = RollBegun

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// A roll was begun; the reply of the command and the event in one.
public struct RollBegun: ProjectEvent {
  public static var name: WireName { "voting.roll-begun" }
  public static var readers: Readers { .own }
  public static var example: RollBegun { RollBegun(project: "330382-2024-0007", roll: "330382-2024-0007/L1") }

  public let project: ProjectID
  public let roll: RollID

  public init(project: ProjectID, roll: RollID) {
    self.project = project
    self.roll = roll
  }
}

/// Add units to a roll that is still a draft. The owners' names, phones and id numbers go into the vault and nowhere
/// else.
public struct AddRollUnits: ProjectCommand {
  public static var name: WireName { "voting.add-roll-units" }
  public static var senders: Set<Role> { .community }
  public static var example: AddRollUnits {
    AddRollUnits(project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: [.sample])
  }
  public typealias Reply = RollProgress

  public let project: ProjectID
  public let roll: RollID
  public let units: Listing<RollUnit, 500>

  public init(project: ProjectID, roll: RollID, units: Listing<RollUnit, 500>) {
    self.project = project
    self.roll = roll
    self.units = units
  }
}

/// A unit of ownership as the sender enters it.
public struct RollUnit: Codable, Hashable, Sendable {
  public let unit: UnitID
  public let building: BuildingID
  /// 房号, as on the door: `3幢1单元502室`.
  public let roomNo: Text<40>
  /// 专有部分面积; may come later than the unit, but not later than the seal.
  public let exclusiveArea: Area?
  public let areaBasis: AreaBasis
  public let use: UnitUse
  /// All owners of the unit; none for a unit that the developer has not sold.
  public let owners: Listing<RollOwner, 20>
  /// The owner who speaks for the others, one of `owners`.
  public let representative: PersonID?
  /// Unsold or undelivered: all such units together are one head (domain §18.4). Left out: sold.
  public let isUnsold: Bool?
  /// Whether the unit is a household (户); a garage may not be. Left out: it is.
  public let countsAsHousehold: Bool?

  public init(
    unit: UnitID, building: BuildingID, roomNo: Text<40>, exclusiveArea: Area?, areaBasis: AreaBasis = .registered,
    use: UnitUse = .residential, owners: Listing<RollOwner, 20>, representative: PersonID? = nil, isUnsold: Bool? = nil,
    countsAsHousehold: Bool? = nil
  ) {
    self.unit = unit
    self.building = building
    self.roomNo = roomNo
    self.exclusiveArea = exclusiveArea
    self.areaBasis = areaBasis
    self.use = use
    self.owners = owners
    self.representative = representative
    self.isUnsold = isUnsold
    self.countsAsHousehold = countsAsHousehold
  }

  static var sample: RollUnit {
    RollUnit(
      unit: "u-03-1-502", building: "b-3", roomNo: "3幢1单元502室", exclusiveArea: .sample,
      owners: [RollOwner(person: "p-7f3a90c21b44", name: "林某某", phone: "13800000000")],
      representative: "p-7f3a90c21b44")
  }
}

/// An owner of a unit. What is personal may be left out when the person is already known.
public struct RollOwner: Codable, Hashable, Sendable {
  public let person: PersonID
  public let name: Text<40>?
  public let phone: Text<20>?
  /// 公民身份号码, 18 characters.
  public let idNumber: Text<18>?

  public init(person: PersonID, name: Text<40>? = nil, phone: Text<20>? = nil, idNumber: Text<18>? = nil) {
    self.person = person
    self.name = name
    self.phone = phone
    self.idNumber = idNumber
  }
}

/// Where a draft stands.
public struct RollProgress: Codable, Hashable, Sendable {
  public let roll: RollID
  /// Units entered so far.
  public let units: Int

  public init(roll: RollID, units: Int) {
    self.roll = roll
    self.units = units
  }
}

/// Units were entered into a draft. Who owns what is for this service alone.
public struct RollUnitsAdded: ProjectEvent {
  public static var name: WireName { "voting.roll-units-added" }
  public static var readers: Readers { .own }
  public static var example: RollUnitsAdded {
    RollUnitsAdded(project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: [RollEntry(.sample)])
  }
  /// Fifty units, each with twenty owners, still make an event of less than 64 KiB.
  public static let most = 50

  public let project: ProjectID
  public let roll: RollID
  public let units: Listing<RollEntry, 50>

  public init(project: ProjectID, roll: RollID, units: Listing<RollEntry, 50>) {
    self.project = project
    self.roll = roll
    self.units = units
  }
}

/// A unit without what is personal.
public struct RollEntry: Codable, Hashable, Sendable {
  public let unit: UnitID
  public let building: BuildingID
  public let roomNo: Text<40>
  public let exclusiveArea: Area?
  public let areaBasis: AreaBasis
  public let use: UnitUse
  public let owners: Listing<PersonID, 20>
  public let representative: PersonID?
  public let isUnsold: Bool
  public let countsAsHousehold: Bool

  public init(
    unit: UnitID, building: BuildingID, roomNo: Text<40>, exclusiveArea: Area?, areaBasis: AreaBasis, use: UnitUse,
    owners: Listing<PersonID, 20>, representative: PersonID?, isUnsold: Bool, countsAsHousehold: Bool
  ) {
    self.unit = unit
    self.building = building
    self.roomNo = roomNo
    self.exclusiveArea = exclusiveArea
    self.areaBasis = areaBasis
    self.use = use
    self.owners = owners
    self.representative = representative
    self.isUnsold = isUnsold
    self.countsAsHousehold = countsAsHousehold
  }

  public init(_ unit: RollUnit) {
    self.init(
      unit: unit.unit, building: unit.building, roomNo: unit.roomNo, exclusiveArea: unit.exclusiveArea,
      areaBasis: unit.areaBasis, use: unit.use, owners: Listing(capped: unit.owners.map(\.person)),
      representative: unit.representative, isUnsold: unit.isUnsold ?? false,
      countsAsHousehold: unit.countsAsHousehold ?? true)
  }
}

/// Seal a roll: from now on rounds may be opened on it, and it changes no more. Count, area and hash are what the
/// sender has on paper, so that a lost chunk is found before it is missed in a vote.
public struct SealRoll: ProjectCommand {
  public static var name: WireName { "voting.seal-roll" }
  public static var senders: Set<Role> { .community }
  public static var example: SealRoll {
    SealRoll(
      project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: 300, totalArea: .sample, contentHash: .sample)
  }
  public typealias Reply = RollSummary

  public let project: ProjectID
  public let roll: RollID
  public let units: Whole<1, 100_000>
  /// Sum of the exclusive areas.
  public let totalArea: Area
  /// SHA-256 of `RollContent`.
  public let contentHash: DocumentHash

  public init(
    project: ProjectID, roll: RollID, units: Whole<1, 100_000>, totalArea: Area, contentHash: DocumentHash
  ) {
    self.project = project
    self.roll = roll
    self.units = units
    self.totalArea = totalArea
    self.contentHash = contentHash
  }
}

/// What a roll counts.
public struct RollSummary: Codable, Hashable, Sendable {
  public let roll: RollID
  public let isSealed: Bool
  public let units: Int
  /// Distinct sets of owners, all unsold units together one more (domain §18.4).
  public let heads: Int
  /// Units that count as a household.
  public let households: Int
  public let area: Area
  /// The content hash, once sealed.
  public let hash: DocumentHash?

  public init(
    roll: RollID, isSealed: Bool, units: Int, heads: Int, households: Int, area: Area, hash: DocumentHash?
  ) {
    self.roll = roll
    self.isSealed = isSealed
    self.units = units
    self.heads = heads
    self.households = households
    self.area = area
    self.hash = hash
  }
}

/// A roll was sealed: the denominators of every round that is opened on it.
public struct RollSealed: ProjectEvent {
  public static var name: WireName { "voting.roll-sealed" }
  public static var example: RollSealed {
    RollSealed(
      project: "330382-2024-0007", roll: "330382-2024-0007/L1", units: 300, heads: 296, households: 298, area: .sample,
      hash: .sample)
  }

  public let project: ProjectID
  public let roll: RollID
  public let units: Whole<1, 100_000>
  public let heads: Whole<0, 100_000>
  public let households: Whole<0, 100_000>
  /// Sum of the exclusive areas.
  public let area: Area
  /// SHA-256 of `RollContent`.
  public let hash: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.rollSealed, .flag(true))] }

  public init(
    project: ProjectID, roll: RollID, units: Whole<1, 100_000>, heads: Whole<0, 100_000>,
    households: Whole<0, 100_000>, area: Area, hash: DocumentHash
  ) {
    self.project = project
    self.roll = roll
    self.units = units
    self.heads = heads
    self.households = households
    self.area = area
    self.hash = hash
  }
}

/// The units of a sealed roll, without their owners, for the apportionment of the resident share. Comes in as many
/// events as it needs; a roll of which a part is missing has fewer lines than `RollSealed` counts.
public struct RollUnitsPublished: ProjectEvent {
  public static var name: WireName { "voting.roll-units-published" }
  public static var readers: Readers { .services }
  public static var example: RollUnitsPublished {
    RollUnitsPublished(
      project: "330382-2024-0007", roll: "330382-2024-0007/L1",
      units: [
        RollUnitLine(unit: "u-03-1-502", building: "b-3", area: .sample, use: .residential, countsAsHousehold: true)
      ])
  }

  public let project: ProjectID
  public let roll: RollID
  public let units: Listing<RollUnitLine, 500>

  public init(project: ProjectID, roll: RollID, units: Listing<RollUnitLine, 500>) {
    self.project = project
    self.roll = roll
    self.units = units
  }
}

/// A unit as other services see it.
public struct RollUnitLine: Codable, Hashable, Sendable {
  public let unit: UnitID
  public let building: BuildingID
  /// 专有部分面积.
  public let area: Area
  public let use: UnitUse
  public let countsAsHousehold: Bool

  public init(unit: UnitID, building: BuildingID, area: Area, use: UnitUse, countsAsHousehold: Bool) {
    self.unit = unit
    self.building = building
    self.area = area
    self.use = use
    self.countsAsHousehold = countsAsHousehold
  }
}
