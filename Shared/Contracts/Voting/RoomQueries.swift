import DomainModel

/// The units of a roll with their rooms, for printing a form for each; page on with `after`. Owners by their opaque ids.
public struct RollUnitsQuery: ProjectQuery {
  public static var name: WireName { "voting.roll-units" }
  public static var askers: Set<Role> { .collectors }
  public static var example: RollUnitsQuery { RollUnitsQuery(project: "330382-2024-0007", after: "u-03-1-502") }

  public let project: ProjectID
  /// Left out: the roll sealed last.
  public let roll: RollID?
  /// The last unit of the page before.
  public let after: UnitID?

  public init(project: ProjectID, roll: RollID? = nil, after: UnitID? = nil) {
    self.project = project
    self.roll = roll
    self.after = after
  }

  public typealias Answer = RollUnits
}

/// A page of a roll's units, in the order of their ids.
public struct RollUnits: Codable, Hashable, Sendable {
  /// Nil when there is none.
  public let roll: RollID?
  public let units: [Unit]
  /// Ask again after this unit; nil at the end.
  public let next: UnitID?

  /// One unit of ownership.
  public struct Unit: Codable, Hashable, Sendable {
    public let unit: UnitID
    public let building: BuildingID
    /// 房号, as on the door.
    public let roomNo: Text<40>
    /// 专有部分面积.
    public let area: Area?
    public let use: UnitUse
    public let countsAsHousehold: Bool
    public let owners: [PersonID]
    public let representative: PersonID?

    public init(
      unit: UnitID, building: BuildingID, roomNo: Text<40>, area: Area?, use: UnitUse, countsAsHousehold: Bool,
      owners: [PersonID], representative: PersonID?
    ) {
      self.unit = unit
      self.building = building
      self.roomNo = roomNo
      self.area = area
      self.use = use
      self.countsAsHousehold = countsAsHousehold
      self.owners = owners
      self.representative = representative
    }
  }

  public init(roll: RollID?, units: [Unit], next: UnitID?) {
    self.roll = roll
    self.units = units
    self.next = next
  }
}

/// The rooms that agreed in a closed round, as they may hang on a wall (domain §5.3): room numbers, surnames, and nobody
/// who did not agree. Page on with `after`.
public struct AgreeingRoomsQuery: ProjectQuery {
  public static var name: WireName { "voting.agreeing-rooms" }
  public static var askers: Set<Role> { Set<Role>.collectors.union([.renovationOffice, .audit]) }
  public static var example: AgreeingRoomsQuery {
    AgreeingRoomsQuery(project: "330382-2024-0007", round: "330382-2024-0007/R1")
  }

  public let project: ProjectID
  public let round: RoundID
  /// The last unit of the page before, as `next` told it.
  public let after: UnitID?

  public init(project: ProjectID, round: RoundID, after: UnitID? = nil) {
    self.project = project
    self.round = round
    self.after = after
  }

  public typealias Answer = AgreeingRooms
}

/// A page of the rooms that agreed, in the order of their unit ids.
public struct AgreeingRooms: Codable, Hashable, Sendable {
  public let rooms: [Room]
  /// Ask again after this unit; nil at the end. A page may be short of rooms, even empty, and still have a next.
  public let next: UnitID?

  /// One room.
  public struct Room: Codable, Hashable, Sendable {
    public let unit: UnitID
    public let building: BuildingID
    /// 房号, as on the door.
    public let roomNo: Text<40>
    /// 专有部分面积.
    public let area: Area?
    public let countsAsHousehold: Bool
    /// The owners' masked names, `陈*`; an owner whose name the vault does not hold is left out.
    public let owners: [String]
    /// Signed without an opinion, and by the city's rules taken to agree with the majority (AMB-07).
    public let isDeemed: Bool

    public init(
      unit: UnitID, building: BuildingID, roomNo: Text<40>, area: Area?, countsAsHousehold: Bool, owners: [String],
      isDeemed: Bool
    ) {
      self.unit = unit
      self.building = building
      self.roomNo = roomNo
      self.area = area
      self.countsAsHousehold = countsAsHousehold
      self.owners = owners
      self.isDeemed = isDeemed
    }
  }

  public init(rooms: [Room], next: UnitID?) {
    self.rooms = rooms
    self.next = next
  }
}
