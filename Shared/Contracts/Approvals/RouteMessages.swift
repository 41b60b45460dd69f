import DomainModel

/// What is done to the main and load-bearing structure.
public enum StructureChange: String, WireEnum {
  case none
  /// Touched, but not materially.
  case minor
  /// 重大改变
  case major
}

/// What the works change, for the project as a whole or for one catalogue item (AMB-52).
public struct RouteDeclaration: Codable, Hashable, Sendable {
  /// The item it speaks of; nil for the project as a whole.
  public let item: CatalogueKey?
  /// 土地权属
  public let changesLandOwnership: Bool
  /// 用地性质
  public let changesLandUse: Bool
  /// 房屋使用性质
  public let changesBuildingUse: Bool
  /// Floor area that is built in addition (新增建筑面积).
  public let addedFloorArea: Area
  public let structure: StructureChange
  /// Area of existing ground garages that the design counts for the first time. Counting is not building: it is
  /// shown, and decides nothing (domain §18.4).
  public let garageNewlyCounted: Area

  public init(
    item: CatalogueKey? = nil, changesLandOwnership: Bool, changesLandUse: Bool, changesBuildingUse: Bool,
    addedFloorArea: Area, structure: StructureChange, garageNewlyCounted: Area
  ) {
    self.item = item
    self.changesLandOwnership = changesLandOwnership
    self.changesLandUse = changesLandUse
    self.changesBuildingUse = changesBuildingUse
    self.addedFloorArea = addedFloorArea
    self.structure = structure
    self.garageNewlyCounted = garageNewlyCounted
  }
}

/// Test whether the simplified approval applies, on what is declared item by item (plan 4.1). A project that fails
/// goes the ordinary way: every shortcut is off, as a set.
public struct ConfirmSimplifiedRoute: ProjectCommand {
  public static var name: WireName { "approvals.confirm-simplified-route" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .housing] }
  public static var example: ConfirmSimplifiedRoute {
    ConfirmSimplifiedRoute(
      project: "330382-2024-0007",
      declarations: [
        RouteDeclaration(
          item: "parking-facility",
          changesLandOwnership: false, changesLandUse: false, changesBuildingUse: false, addedFloorArea: .zero,
          structure: .minor, garageNewlyCounted: .zero)
      ], evidence: [.sample])
  }
  public typealias Reply = RouteDecided

  public let project: ProjectID
  /// The project as a whole, or item by item; at least one.
  public let declarations: Listing<RouteDeclaration, 80>
  /// What the declarations rest on.
  public let evidence: Listing<DocumentHash, 20>

  public var documents: [DocumentHash] { evidence.items }

  public init(project: ProjectID, declarations: Listing<RouteDeclaration, 80>, evidence: Listing<DocumentHash, 20>) {
    self.project = project
    self.declarations = declarations
    self.evidence = evidence
  }
}

/// Which way the project goes.
public struct RouteDecided: Codable, Hashable, Sendable {
  public let isSimplified: Bool
  /// The criteria that failed, by the pack's codes.
  public let failing: Listing<Identifier<SlugKind>, 10>

  public init(isSimplified: Bool, failing: Listing<Identifier<SlugKind>, 10>) {
    self.isSimplified = isSimplified
    self.failing = failing
  }
}

/// It was settled whether the project takes the simplified or the ordinary route.
public struct RouteConfirmed: ProjectEvent {
  public static var name: WireName { "approvals.route-confirmed" }
  public static var example: RouteConfirmed {
    RouteConfirmed(
      project: "330382-2024-0007", isSimplified: true, failing: [],
      declarations: [
        RouteDeclaration(
          item: "parking-facility", changesLandOwnership: false, changesLandUse: false,
          changesBuildingUse: false, addedFloorArea: .zero, structure: .minor, garageNewlyCounted: .zero)
      ],
      evidence: [.sample])
  }

  public let project: ProjectID
  public let isSimplified: Bool
  public let failing: Listing<Identifier<SlugKind>, 10>
  public let declarations: Listing<RouteDeclaration, 80>
  public let evidence: Listing<DocumentHash, 20>
  /// The exemption of the opinion in force, judged anew by the route; nil without an opinion.
  public let isExemptionEffective: Bool?
  /// Whether the permit papers suffice by the route; nil when none were submitted.
  public let areMaterialsReady: Bool?

  public var facts: [FactStatement] {
    var facts = [FactStatement(.simplifiedRoute, .flag(isSimplified))]
    if let isExemptionEffective { facts.append(FactStatement(.planningPermitExempt, .flag(isExemptionEffective))) }
    if let areMaterialsReady { facts.append(FactStatement(.permitMaterialsReady, .flag(areMaterialsReady))) }
    return facts
  }

  public init(
    project: ProjectID, isSimplified: Bool, failing: Listing<Identifier<SlugKind>, 10>,
    declarations: Listing<RouteDeclaration, 80>, evidence: Listing<DocumentHash, 20>, isExemptionEffective: Bool? = nil,
    areMaterialsReady: Bool? = nil
  ) {
    self.project = project
    self.isSimplified = isSimplified
    self.failing = failing
    self.declarations = declarations
    self.evidence = evidence
    self.isExemptionEffective = isExemptionEffective
    self.areMaterialsReady = areMaterialsReady
  }
}
