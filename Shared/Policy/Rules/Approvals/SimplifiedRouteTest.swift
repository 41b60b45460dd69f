import DomainModel

/// Whether the simplified approval applies: every criterion of the city's text, tested on what is declared for the
/// project or for each item (Yueqing plan 4.1; domain §10.1 APR-01, AMB-52).
public struct SimplifiedRouteTest: Sendable {
  /// What the works change, for the whole project or one catalogue item.
  public struct Declared: Hashable, Sendable {
    public let item: CatalogueKey?
    public let changesLandOwnership: Bool
    public let changesLandUse: Bool
    public let changesBuildingUse: Bool
    public let addedFloorArea: Area
    public let changesStructureMaterially: Bool
    /// Existing garage area that the design counts for the first time: shown, never a reason (domain §18.4).
    public let garageNewlyCounted: Area

    public init(
      item: CatalogueKey?, changesLandOwnership: Bool, changesLandUse: Bool, changesBuildingUse: Bool,
      addedFloorArea: Area, changesStructureMaterially: Bool, garageNewlyCounted: Area
    ) {
      self.item = item
      self.changesLandOwnership = changesLandOwnership
      self.changesLandUse = changesLandUse
      self.changesBuildingUse = changesBuildingUse
      self.addedFloorArea = addedFloorArea
      self.changesStructureMaterially = changesStructureMaterially
      self.garageNewlyCounted = garageNewlyCounted
    }
  }

  /// What the test came to.
  public struct Result: Hashable, Sendable {
    /// Every criterion holds; a city without criteria has no simplified route.
    public let isSimplified: Bool
    /// The codes of the criteria that do not hold.
    public let failing: [Identifier<SlugKind>]
    public let findings: [Finding]
  }

  private let criteria: Provision<[Cited<Coded>]>
  private let otherProjects: Provision<Identifier<SlugKind>>

  public init(_ edition: Edition) {
    criteria = edition.stated(\.approvals.simplified)
    otherProjects = edition.stated(\.approvals.otherProjects)
  }

  /// Whether the declared works may go the simplified way.
  public func result(on declared: [Declared]) throws(ArithmeticFault) -> Result {
    let added = try Area.sum(declared.map(\.addedFloorArea))
    let garage = try Area.sum(declared.map(\.garageNewlyCounted))
    var findings: [Finding] = []
    var failing: [Identifier<SlugKind>] = []
    for criterion in criteria.value ?? [] {
      let code = criterion.item.code
      let breaks = SimplifiedRouteTest.breaks[code.rawValue]
      let offending = breaks.map { breaks in declared.filter(breaks) } ?? []
      var values = offending.compactMap(\.item).map { NamedValue("item", .code($0.rawValue)) }
      if code == "no-added-floor-area" {
        values = [NamedValue("added", .area(added)), NamedValue("garage-newly-counted", .area(garage))] + values
      }
      let holds = breaks != nil && offending.isEmpty
      if !holds { failing.append(code) }
      // It decides the route and stops nothing: what fails goes the ordinary way.
      findings.append(
        Finding(
          RuleID(stringLiteral: "simplified.\(code)"), breaks == nil ? .unknown : holds ? .satisfied : .violated,
          force: .advises, cites: criterion.citations, values: values))
    }
    let isSimplified = !findings.isEmpty && failing.isEmpty
    if !isSimplified, let way = otherProjects.value {
      findings.append(
        Finding(
          "approvals.other-help", .satisfied, force: .advises, cites: otherProjects.citations,
          values: [NamedValue("way", .code(way.rawValue))]))
    }
    return Result(isSimplified: isSimplified, failing: failing, findings: findings)
  }

  /// What breaks a criterion, by the pack's code.
  private static let breaks: [String: @Sendable (Declared) -> Bool] = [
    "land-ownership-unchanged": { $0.changesLandOwnership },
    "land-use-unchanged": { $0.changesLandUse },
    "building-use-unchanged": { $0.changesBuildingUse },
    "no-added-floor-area": { $0.addedFloorArea > .zero },
    "structure-unchanged": { $0.changesStructureMaterially },
  ]
}
