import DomainModel

/// Have the scheme drawn up by a professional unit (plan 3.2); arranged only once the community has its body (plan
/// 5.3).
public struct CommissionScheme: ProjectCommand {
  public static var name: WireName { "intake.commission-scheme" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .constructionUnit, .taskForce] }
  public static var example: CommissionScheme {
    CommissionScheme(
      project: "330382-2024-0007", designer: "zhejiang-design", name: "浙江某某建筑设计院", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let designer: OrganisationID
  public let name: Text<100>
  /// The contract or letter of commission.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, designer: OrganisationID, name: Text<100>, document: DocumentHash) {
    self.project = project
    self.designer = designer
    self.name = name
    self.document = document
  }
}

/// The scheme is being drawn up.
public struct SchemeCommissioned: ProjectEvent {
  public static var name: WireName { "intake.scheme-commissioned" }
  public static var example: SchemeCommissioned {
    SchemeCommissioned(
      project: "330382-2024-0007", designer: "zhejiang-design", name: "浙江某某建筑设计院", document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let designer: OrganisationID
  public let name: Text<100>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.schemeCommissioned, .flag(true))] }

  public init(project: ProjectID, designer: OrganisationID, name: Text<100>, document: DocumentHash) {
    self.project = project
    self.designer = designer
    self.name = name
    self.document = document
  }
}

/// What shows that a condition of a catalogue item is met, such as the safety test for a lift (Tiexi 4.1).
public struct ItemEvidence: Codable, Hashable, Sendable {
  public let item: CatalogueKey
  /// The pack's code of the condition: `structural-safety-test`.
  public let condition: Identifier<SlugKind>
  public let document: DocumentHash

  public init(item: CatalogueKey, condition: Identifier<SlugKind>, document: DocumentHash) {
    self.item = item
    self.condition = condition
    self.document = document
  }
}

/// The papers of a plan version beside its costs.
public struct PlanPapers: Codable, Hashable, Sendable {
  /// 居民资金筹集方案, which names the apportionment key.
  public let fundRaising: DocumentHash
  /// 后续长效管理方案
  public let longTermManagement: DocumentHash
  /// 物业维修资金补建、续筹方案
  public let maintenanceFund: DocumentHash?
  /// 住宅外墙安全隐患整治专项方案 (plan 2.4.1)
  public let wallHazards: DocumentHash?
  public let drawings: Listing<DocumentHash, 50>
  /// What the design plan holds, by the pack's codes: `overview`, `engineering-design` (plan 3.2).
  public let contents: Listing<Identifier<SlugKind>, 20>
  /// What shows that the conditions of chosen items are met, where the catalogue has any.
  public let itemEvidence: Listing<ItemEvidence, 20>?

  public init(
    fundRaising: DocumentHash, longTermManagement: DocumentHash, maintenanceFund: DocumentHash? = nil,
    wallHazards: DocumentHash? = nil, drawings: Listing<DocumentHash, 50> = [],
    contents: Listing<Identifier<SlugKind>, 20> = [], itemEvidence: Listing<ItemEvidence, 20>? = nil
  ) {
    self.fundRaising = fundRaising
    self.longTermManagement = longTermManagement
    self.maintenanceFund = maintenanceFund
    self.wallHazards = wallHazards
    self.drawings = drawings
    self.contents = contents
    self.itemEvidence = itemEvidence
  }

  public var documents: [DocumentHash] {
    [fundRaising, longTermManagement] + [maintenanceFund, wallHazards].compactMap { $0 } + drawings.items
      + (itemEvidence ?? []).map(\.document)
  }

  static var sample: PlanPapers {
    PlanPapers(
      fundRaising: DocumentHash.sample, longTermManagement: DocumentHash.sample, drawings: [DocumentHash.sample],
      contents: ["overview", "engineering-design"])
  }
}

/// Record a version of the renovation plan; it takes the place of the one before.
public struct RecordPlan: ProjectCommand {
  public static var name: WireName { "intake.record-plan" }
  public static var senders: Set<Role> { [.subdistrict, .designer, .districtGovernment, .constructionUnit, .taskForce] }
  public static var example: RecordPlan {
    RecordPlan(
      project: "330382-2024-0007", document: DocumentHash.sample,
      lines: [
        CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: Money.sample, isExcluded: false)
      ],
      sharedCosts: SharedCosts(other: .zero, contingency: .zero), socialCapital: .zero, apportionment: .exclusiveArea,
      governmentInvestment: true, papers: .sample)
  }
  public typealias Reply = PlanReceived

  public let project: ProjectID
  /// 改造设计方案
  public let document: DocumentHash
  /// Lines of the pack's catalogue; one item may have several.
  public let lines: Listing<CostLine, 200>
  public let sharedCosts: SharedCosts
  public let socialCapital: Money
  /// By what the residents' money is divided, as the fund-raising plan has it.
  public let apportionment: ApportionmentKey
  /// Where the fund-raising plan lets some buildings bear more than others: their weights, each building once.
  public let buildingWeights: Listing<BuildingWeight, 60>?
  public let governmentInvestment: Bool
  public let papers: PlanPapers

  public var documents: [DocumentHash] { [document] + papers.documents }

  public init(
    project: ProjectID, document: DocumentHash, lines: Listing<CostLine, 200>, sharedCosts: SharedCosts,
    socialCapital: Money, apportionment: ApportionmentKey, governmentInvestment: Bool, papers: PlanPapers,
    buildingWeights: Listing<BuildingWeight, 60>? = nil
  ) {
    self.project = project
    self.document = document
    self.lines = lines
    self.sharedCosts = sharedCosts
    self.socialCapital = socialCapital
    self.apportionment = apportionment
    self.buildingWeights = buildingWeights
    self.governmentInvestment = governmentInvestment
    self.papers = papers
  }
}

/// What a recorded plan adds up to.
public struct PlanReceived: Codable, Hashable, Sendable {
  public let plan: PlanID
  /// Lifts included: the figure that bands of approval documents go by (domain §10.3).
  public let investment: Money
  /// Without lifts: the total investment T of the subsidy (plan 5.2.1).
  public let subsidyBase: Money
  public let subsidyArea: Area
  public let buildings: Listing<BuildingSubsidyArea, 60>

  public init(
    plan: PlanID, investment: Money, subsidyBase: Money, subsidyArea: Area, buildings: Listing<BuildingSubsidyArea, 60>
  ) {
    self.plan = plan
    self.investment = investment
    self.subsidyBase = subsidyBase
    self.subsidyArea = subsidyArea
    self.buildings = buildings
  }
}

/// What one building brings to the subsidy's floor area (plan 5.2.1).
public struct BuildingSubsidyArea: Codable, Hashable, Sendable {
  public let building: BuildingID
  public let basis: SurveyedAreaBasis?
  public let base: Area
  /// The ground garage's part, zero unless all three conditions hold.
  public let garage: Area
  /// Whether permit and registration say different figures.
  public let papersDiffer: Bool

  public init(building: BuildingID, basis: SurveyedAreaBasis?, base: Area, garage: Area, papersDiffer: Bool) {
    self.building = building
    self.basis = basis
    self.base = base
    self.garage = garage
    self.papersDiffer = papersDiffer
  }
}

/// The papers behind a plan version, and how its floor area came about.
public struct PlanPapersRecorded: ProjectEvent {
  public static var name: WireName { "intake.plan-papers-recorded" }
  public static var example: PlanPapersRecorded {
    PlanPapersRecorded(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", papers: .sample, survey: 1,
      buildings: [
        BuildingSubsidyArea(
          building: "b-1", basis: .planningPermit, base: Area.sample, garage: .zero, papersDiffer: false)
      ])
  }

  public let project: ProjectID
  public let plan: PlanID
  public let papers: PlanPapers
  /// The survey that the areas were taken from.
  public let survey: Whole<1, 10_000>
  public let buildings: Listing<BuildingSubsidyArea, 60>

  public init(
    project: ProjectID, plan: PlanID, papers: PlanPapers, survey: Whole<1, 10_000>,
    buildings: Listing<BuildingSubsidyArea, 60>
  ) {
    self.project = project
    self.plan = plan
    self.papers = papers
    self.survey = survey
    self.buildings = buildings
  }
}
