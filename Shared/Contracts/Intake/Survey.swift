import DomainModel

/// The survey of a community (调查摸底): the union of what the cities ask (domain §2.1). What a pack does not require may
/// be left out; a circumstance that decides eligibility and is left out leads to a review, never to a guess.
public struct Survey: Codable, Hashable, Sendable {
  public let surveyedOn: BusinessDate
  /// Each building for itself: build years and areas differ (domain §1, §9.5).
  public let buildings: Listing<SurveyedBuilding, 60>
  /// 总建筑面积 as declared; the buildings' areas stand beside it.
  public let totalFloorArea: Area
  public let exclusions: ExclusionFlags
  public let propertyRightType: PropertyRightType
  /// 具有合法产权
  public let hasLegalTitle: Bool?
  public let structuralSafety: StructuralSafety
  public let structuralSafetyEvidence: DocumentHash?
  public let population: PopulationProfile
  public let municipalFacilities: Listing<SurveyedFacility<MunicipalFacility>, 10>
  public let publicServices: Listing<SurveyedFacility<PublicService>, 12>
  public let surroundings: Surroundings
  public let management: PropertyManagement
  public let illegalStructures: Listing<IllegalStructure, 20>
  public let images: Listing<SurveyImage, 20>
  /// 改造需求: catalogue items with how many households want them.
  public let demands: Listing<SurveyedDemand, 60>
  /// 重点问题
  public let keyProblems: Text<500>?
  /// Checks that the city asks for, by the pack's codes (plan 2.4).
  public let checks: Listing<SurveyCheck, 12>
  /// The survey's own papers: questionnaires, reports.
  public let evidence: Listing<DocumentHash, 20>

  public init(
    surveyedOn: BusinessDate, buildings: Listing<SurveyedBuilding, 60>, totalFloorArea: Area,
    exclusions: ExclusionFlags, propertyRightType: PropertyRightType, hasLegalTitle: Bool? = nil, structuralSafety: StructuralSafety,
    structuralSafetyEvidence: DocumentHash? = nil, population: PopulationProfile,
    municipalFacilities: Listing<SurveyedFacility<MunicipalFacility>, 10> = [],
    publicServices: Listing<SurveyedFacility<PublicService>, 12> = [], surroundings: Surroundings = Surroundings(),
    management: PropertyManagement, illegalStructures: Listing<IllegalStructure, 20> = [],
    images: Listing<SurveyImage, 20> = [], demands: Listing<SurveyedDemand, 60> = [], keyProblems: Text<500>? = nil,
    checks: Listing<SurveyCheck, 12> = [], evidence: Listing<DocumentHash, 20> = []
  ) {
    self.surveyedOn = surveyedOn
    self.buildings = buildings
    self.totalFloorArea = totalFloorArea
    self.exclusions = exclusions
    self.propertyRightType = propertyRightType
    self.hasLegalTitle = hasLegalTitle
    self.structuralSafety = structuralSafety
    self.structuralSafetyEvidence = structuralSafetyEvidence
    self.population = population
    self.municipalFacilities = municipalFacilities
    self.publicServices = publicServices
    self.surroundings = surroundings
    self.management = management
    self.illegalStructures = illegalStructures
    self.images = images
    self.demands = demands
    self.keyProblems = keyProblems
    self.checks = checks
    self.evidence = evidence
  }

  /// Every document that the survey names.
  public var documents: [DocumentHash] {
    buildings.compactMap(\.areaBasisEvidence) + [structuralSafetyEvidence].compactMap { $0 } + images.map(\.document)
      + surroundings.attachments + checks.flatMap { [$0.document, $0.specialPlan].compactMap { $0 } }
      + evidence.items
  }
}

/// One building of a survey.
public struct SurveyedBuilding: Codable, Hashable, Sendable {
  public let building: BuildingID
  /// 建成年份: a year, as the application form asks for it.
  public let completionYear: Whole<1900, 2199>
  public let completionDate: BusinessDate?
  /// 工程规划许可证核定数
  public let permitFloorArea: Area?
  /// 产权登记面积，含公摊
  public let registeredFloorArea: Area?
  /// Which of the two counts; left out, the permit's where there is one (AMB-18).
  public let areaBasis: SurveyedAreaBasis?
  /// What the choice rests on; asked for when a basis is chosen.
  public let areaBasisEvidence: DocumentHash?
  public let groundGarage: GroundGarage?
  /// 梯数
  public let stairwells: Whole<0, 200>
  /// 户数
  public let households: Whole<0, 5000>

  public init(
    building: BuildingID, completionYear: Whole<1900, 2199>, completionDate: BusinessDate? = nil,
    permitFloorArea: Area? = nil, registeredFloorArea: Area? = nil, areaBasis: SurveyedAreaBasis? = nil,
    areaBasisEvidence: DocumentHash? = nil, groundGarage: GroundGarage? = nil, stairwells: Whole<0, 200>,
    households: Whole<0, 5000>
  ) {
    self.building = building
    self.completionYear = completionYear
    self.completionDate = completionDate
    self.permitFloorArea = permitFloorArea
    self.registeredFloorArea = registeredFloorArea
    self.areaBasis = areaBasis
    self.areaBasisEvidence = areaBasisEvidence
    self.groundGarage = groundGarage
    self.stairwells = stairwells
    self.households = households
  }
}

/// Which paper a building's floor area is taken from (plan 5.2.1).
public enum SurveyedAreaBasis: String, WireEnum {
  case planningPermit = "planning-permit"
  case registeredTitle = "registered-title"
}

/// 底层车库: its design area counts only above ground, not counted originally, and counted in the design (plan 5.2.1).
public struct GroundGarage: Codable, Hashable, Sendable {
  public let area: Area
  public let isAboveGround: Bool
  /// Whether the original permit or the registration already holds it; either is enough (domain §18.4).
  public let isCountedOriginally: Bool
  public let isCountedInDesign: Bool

  public init(area: Area, isAboveGround: Bool, isCountedOriginally: Bool, isCountedInDesign: Bool) {
    self.area = area
    self.isAboveGround = isAboveGround
    self.isCountedOriginally = isCountedOriginally
    self.isCountedInDesign = isCountedInDesign
  }
}

/// Circumstances that take a community out of renovation (ELG-05 to ELG-08). Left out means not known.
public struct ExclusionFlags: Codable, Hashable, Sendable {
  /// 列入棚改计划
  public let onShantytownPlan: Bool?
  /// 列入征收计划
  public let onExpropriationPlan: Bool?
  /// The day for which the expropriation is planned.
  public let expropriationPlannedOn: BusinessDate?
  /// 拟拆除新建（改建、扩建、翻建）
  public let demolishAndRebuild: Bool?
  /// 居民自建住房为主
  public let mostlySelfBuilt: Bool?
  /// 城中村
  public let urbanVillage: Bool?

  public init(
    onShantytownPlan: Bool?, onExpropriationPlan: Bool?, expropriationPlannedOn: BusinessDate? = nil,
    demolishAndRebuild: Bool?, mostlySelfBuilt: Bool?, urbanVillage: Bool?
  ) {
    self.onShantytownPlan = onShantytownPlan
    self.onExpropriationPlan = onExpropriationPlan
    self.expropriationPlannedOn = expropriationPlannedOn
    self.demolishAndRebuild = demolishAndRebuild
    self.mostlySelfBuilt = mostlySelfBuilt
    self.urbanVillage = urbanVillage
  }
}
