import DomainModel

/// 产权性质 (the words are ours; Tiexi 6.2 asks for the nature only).
public enum PropertyRightType: String, WireEnum {
  /// 商品房
  case commodity
  /// 房改房
  case housingReform = "housing-reform"
  /// 公房
  case publicHousing = "public"
  case mixed, other
}

/// 房屋结构安全
public enum StructuralSafety: String, WireEnum {
  case safe
  case minorDefects = "minor-defects"
  case dangerous
  case notAssessed = "not-assessed"
}

/// 居住人群情况
public struct PopulationProfile: Codable, Hashable, Sendable {
  public let profile: Text<300>?
  /// 流动人口占比, in hundredths of a per cent: 1250 is 12.50 %.
  public let floatingShare: Whole<0, 10_000>?
  /// How many households the survey reached (domain §17.2, G-SURV).
  public let householdsReached: Whole<0, 100_000>?

  public init(
    profile: Text<300>? = nil, floatingShare: Whole<0, 10_000>? = nil, householdsReached: Whole<0, 100_000>? = nil
  ) {
    self.profile = profile
    self.floatingShare = floatingShare
    self.householdsReached = householdsReached
  }
}

/// 市政配套设施
public enum MunicipalFacility: String, WireEnum {
  case water, power, gas, heating, drainage, telecom, television, road, lighting, fire
}

/// 公共服务设施
public enum PublicService: String, WireEnum {
  case nursery, kindergarten, school, health, market, shop, parcels, fitness, culture
  case elderlyCare = "elderly-care"
  case communityCentre = "community-centre"
  case mealService = "meal-service"
}

/// In which condition a facility was found.
public enum FacilityCondition: String, WireEnum {
  case good, worn, failing, absent
}

/// One facility and how it is.
public struct SurveyedFacility<Kind: WireEnum>: Codable, Hashable, Sendable {
  public let kind: Kind
  public let condition: FacilityCondition
  public let note: Text<60>?

  public init(kind: Kind, condition: FacilityCondition, note: Text<60>? = nil) {
    self.kind = kind
    self.condition = condition
    self.note = note
  }
}

/// 环境、土地、资源
public struct Surroundings: Codable, Hashable, Sendable {
  public let environment: Text<300>?
  public let land: Text<300>?
  public let resources: Text<300>?
  public let attachments: Listing<DocumentHash, 10>

  public init(
    environment: Text<300>? = nil, land: Text<300>? = nil, resources: Text<300>? = nil,
    attachments: Listing<DocumentHash, 10> = []
  ) {
    self.environment = environment
    self.land = land
    self.resources = resources
    self.attachments = attachments
  }
}

/// How the community is managed now (小区现状简介, domain §15.5).
public struct PropertyManagement: Codable, Hashable, Sendable {
  /// 专业化物业管理: a fact for the waiting list (plan 3.1).
  public let isProfessional: Bool
  /// 物业费标准, yuan per m² and month.
  public let fee: Money?
  /// 收费率, in hundredths of a per cent.
  public let collectionRate: Whole<0, 10_000>?
  /// 收费面积
  public let feeArea: Area?
  /// 物业管理用房
  public let managementRooms: Text<100>?
  /// 经营用房配置情况
  public let businessRooms: Text<100>?
  /// 共有部位和共有设施设备经营收益, yuan per year.
  public let commonIncome: Money?

  public init(
    isProfessional: Bool, fee: Money? = nil, collectionRate: Whole<0, 10_000>? = nil, feeArea: Area? = nil,
    managementRooms: Text<100>? = nil, businessRooms: Text<100>? = nil, commonIncome: Money? = nil
  ) {
    self.isProfessional = isProfessional
    self.fee = fee
    self.collectionRate = collectionRate
    self.feeArea = feeArea
    self.managementRooms = managementRooms
    self.businessRooms = businessRooms
    self.commonIncome = commonIncome
  }
}

/// 违法建设、违章搭建
public struct IllegalStructure: Codable, Hashable, Sendable {
  public let building: BuildingID?
  /// Where it stands and what it is; never who built it.
  public let what: Text<60>
  public let area: Area?

  public init(building: BuildingID? = nil, what: Text<60>, area: Area? = nil) {
    self.building = building
    self.what = what
    self.area = area
  }
}

/// 影像资料
public struct SurveyImage: Codable, Hashable, Sendable {
  public let document: DocumentHash
  public let takenOn: BusinessDate
  public let place: Text<40>

  public init(document: DocumentHash, takenOn: BusinessDate, place: Text<40>) {
    self.document = document
    self.takenOn = takenOn
    self.place = place
  }
}

/// A catalogue item that residents want, and how many households want it.
public struct SurveyedDemand: Codable, Hashable, Sendable {
  public let item: CatalogueKey
  public let households: Whole<1, 100_000>

  public init(item: CatalogueKey, households: Whole<1, 100_000>) {
    self.item = item
    self.households = households
  }
}

/// A check that the city asks for, such as that of all exterior walls (plan 2.4.1).
public struct SurveyCheck: Codable, Hashable, Sendable {
  /// The pack's code of the check: `exterior-walls`.
  public let code: Identifier<SlugKind>
  public let hazardsFound: Bool
  /// The report.
  public let document: DocumentHash?
  /// The special plan against what was found (专项整治方案, plan 2.4.1).
  public let specialPlan: DocumentHash?

  public init(
    code: Identifier<SlugKind>, hazardsFound: Bool, document: DocumentHash? = nil, specialPlan: DocumentHash? = nil
  ) {
    self.code = code
    self.hazardsFound = hazardsFound
    self.document = document
    self.specialPlan = specialPlan
  }
}
