import DomainModel

/// What is known of a community when its eligibility is tested. What is left out is not known.
public struct CommunityCircumstances: Hashable, Sendable {
  /// One building: its year, and the floor area by which it weighs.
  public struct Building: Hashable, Sendable {
    public let building: BuildingID
    public let completionYear: Int
    public let area: Area

    public init(building: BuildingID, completionYear: Int, area: Area) {
      self.building = building
      self.completionYear = completionYear
      self.area = area
    }
  }

  public var buildings: [Building]
  /// The pack's code of the place: `urban-core`, `designated-town`, or another word for any other place.
  public var geography: Identifier<SlugKind>
  /// Of each circumstance that could take the community out: whether it is so.
  public var exclusions: [Exclusion.Circumstance: Bool]
  public var expropriationPlannedOn: BusinessDate?
  public var hasLegalTitle: Bool?
  public var isStructurallySafe: Bool?
  /// A build year that a person set, with a reason recorded beside it.
  public var yearSet: Int?
  /// The checklist for later builds: each condition that was checked with evidence, and whether it is met.
  public var conditions: [Identifier<SlugKind>: Bool]

  public init(
    buildings: [Building], geography: Identifier<SlugKind>, exclusions: [Exclusion.Circumstance: Bool],
    expropriationPlannedOn: BusinessDate? = nil, hasLegalTitle: Bool? = nil, isStructurallySafe: Bool? = nil,
    yearSet: Int? = nil, conditions: [Identifier<SlugKind>: Bool] = [:]
  ) {
    self.buildings = buildings
    self.geography = geography
    self.exclusions = exclusions
    self.expropriationPlannedOn = expropriationPlannedOn
    self.hasLegalTitle = hasLegalTitle
    self.isStructurallySafe = isStructurallySafe
    self.yearSet = yearSet
    self.conditions = conditions
  }

  /// The year that holds the most floor area; of two that hold the same, the later, which asks for more (domain §1).
  public static func majorityYear(_ buildings: [Building]) -> Int? {
    var areas: [Int: Int64] = [:]
    for building in buildings { areas[building.completionYear, default: 0] += building.area.hundredths }
    return areas.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
