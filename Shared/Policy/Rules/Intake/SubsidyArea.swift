import DomainModel

/// The floor area that a subsidy's cap is reckoned on (domain §9.5; plan 5.2.1): of each building the area of its
/// planning permit or of its title, with the ground garage where all three conditions hold. Never the exclusive areas
/// of a vote.
public struct SubsidyArea: Hashable, Sendable {
  /// One building's papers.
  public struct Building: Hashable, Sendable {
    public let building: BuildingID
    public let permit: Area?
    public let registered: Area?
    /// What the survey chose with evidence.
    public let chosen: FloorAreaBasis?
    public let garage: Garage?

    public init(building: BuildingID, permit: Area?, registered: Area?, chosen: FloorAreaBasis?, garage: Garage?) {
      self.building = building
      self.permit = permit
      self.registered = registered
      self.chosen = chosen
      self.garage = garage
    }
  }

  /// A ground-floor garage, which counts only under the document's condition.
  public struct Garage: Hashable, Sendable {
    public let area: Area
    public let isAboveGround: Bool
    public let isCountedOriginally: Bool
    public let isCountedInDesign: Bool

    public init(area: Area, isAboveGround: Bool, isCountedOriginally: Bool, isCountedInDesign: Bool) {
      self.area = area
      self.isAboveGround = isAboveGround
      self.isCountedOriginally = isCountedOriginally
      self.isCountedInDesign = isCountedInDesign
    }

    func meets(_ condition: GarageCondition) -> Bool {
      switch condition {
      case .aboveGround: isAboveGround
      case .notCountedOriginally: !isCountedOriginally
      case .countedInDesign: isCountedInDesign
      }
    }
  }

  /// What one building brings.
  public struct Part: Hashable, Sendable {
    public let building: BuildingID
    public let basis: FloorAreaBasis?
    public let base: Area
    public let garage: Area
    /// Permit and title say different figures.
    public let papersDiffer: Bool
  }

  public let total: Area
  public let parts: [Part]
  public let findings: [Finding]

  /// - Throws: `ArithmeticFault` when the sum leaves the range.
  public static func of(_ buildings: [Building], under edition: Edition) throws(ArithmeticFault) -> SubsidyArea {
    let choice = edition.settled(\.funding.floorAreaChoice)
    let allowed = edition.stated(\.funding.floorArea)
    let garageRule = edition.stated(\.funding.groundGarage)
    var parts: [Part] = []
    var findings: [Finding] = []
    for building in buildings {
      let basis = basis(of: building, preferring: choice.value, among: allowed.value)
      let base = basis.flatMap { area(of: building, by: $0) } ?? .zero
      let differ = building.permit != nil && building.registered != nil && building.permit != building.registered
      var values = [NamedValue("building", .code(building.building.rawValue)), NamedValue("area", .area(base))]
      if let basis { values.append(NamedValue("basis", .code(basis.rawValue))) }
      if differ, let permit = building.permit, let registered = building.registered {
        values += [NamedValue("permit", .area(permit)), NamedValue("registered", .area(registered))]
      }
      findings.append(
        Finding(
          "funding.floor-area", basis == nil ? .unknown : differ ? .violated : .satisfied, force: .advises,
          origin: building.chosen == nil ? choice.origin : .document,
          cites: allowed.citations + (building.chosen == nil ? choice.citations : []), values: values))
      var garage = Area.zero
      if let given = building.garage {
        let missed = (garageRule.value ?? []).filter { !given.meets($0) }
        if garageRule.value != nil, missed.isEmpty { garage = given.area }
        findings.append(
          Finding(
            "funding.ground-garage", missed.isEmpty ? .satisfied : .violated, force: .advises,
            cites: garageRule.citations,
            values: [
              NamedValue("building", .code(building.building.rawValue)), NamedValue("garage", .area(given.area)),
              NamedValue("counted", .area(garage)),
            ] + missed.map { NamedValue("missed", .code($0.rawValue)) }))
      }
      parts.append(
        Part(building: building.building, basis: basis, base: base, garage: garage, papersDiffer: differ))
    }
    let total = try Area.sum(parts.map(\.base)).adding(try Area.sum(parts.map(\.garage)))
    return SubsidyArea(total: total, parts: parts, findings: findings)
  }

  /// The survey's choice; else the default where that paper exists; else the paper there is.
  private static func basis(
    of building: Building, preferring choice: FloorAreaBasis?, among allowed: [FloorAreaBasis]?
  ) -> FloorAreaBasis? {
    if let chosen = building.chosen { return chosen }
    let allowed = allowed ?? FloorAreaBasis.allCases
    let order = [choice].compactMap { $0 } + allowed
    return order.first { area(of: building, by: $0) != nil }
  }

  private static func area(of building: Building, by basis: FloorAreaBasis) -> Area? {
    switch basis {
    case .planningPermit: building.permit
    case .registeredTitle: building.registered
    }
  }
}
