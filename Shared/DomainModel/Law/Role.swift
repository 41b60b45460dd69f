/// Who may act. One closed list for all cities; a pack narrows which of them may take a step, never widens it.
public enum Role: String, WireEnum {
  /// 市（县）人民政府
  case cityGovernment = "city-government"
  /// 区人民政府、管委会
  case districtGovernment = "district-government"
  /// 旧改办
  case renovationOffice = "renovation-office"
  /// 上级（市级）旧改办，对区县方案进行审核和考评
  case cityRenovationOffice = "city-renovation-office"
  /// 住建
  case housing
  /// 发展改革
  case developmentReform = "development-reform"
  /// 财政
  case finance
  /// 自然资源和规划
  case naturalResources = "natural-resources"
  /// 综合执法、城管
  case enforcement
  /// 公安
  case police
  /// 消防救援
  case fireBrigade = "fire-brigade"
  /// 民政
  case civilAffairs = "civil-affairs"
  /// 卫生健康
  case health
  /// 交通运输
  case transport
  /// 生态环境
  case ecology
  /// 审计
  case audit
  /// 信访
  case petition
  /// 教育体育
  case educationSports = "education-sports"
  /// 文化广电旅游
  case culture
  /// 经济和信息化
  case industry
  /// 国资
  case stateAssets = "state-assets"
  /// 税务
  case tax
  /// 司法
  case justice
  /// 政务服务
  case approvalServices = "approval-services"
  /// 质量安全监督机构
  case qualitySafety = "quality-safety"
  /// 乡镇、街道
  case subdistrict
  /// 社区居民委员会
  case residentsCommittee = "residents-committee"
  /// 业主委员会、自治小组
  case ownersBody = "owners-body"
  /// 居民代表
  case residentRepresentative = "resident-representative"
  /// 民间监理员
  case residentSupervisor = "resident-supervisor"
  /// 建设单位
  case constructionUnit = "construction-unit"
  /// 工作专班
  case taskForce = "task-force"
  /// 设计单位
  case designer
  /// 施工单位
  case contractor
  /// 监理单位
  case supervisor
  /// 专营单位（水、电、气、通信、广电）
  case utility
  /// 物业服务企业
  case propertyCompany = "property-company"
  /// 城建档案馆
  case archive
  /// 专家
  case expert
  /// 指定账户开户银行
  case bank
  /// 省级平台
  case provincialPlatform = "provincial-platform"
  /// 本系统的服务
  case service
  /// 运维人员
  case systemOperator = "operator"

  /// What the office calls it.
  public var zh: String {
    switch self {
    case .cityGovernment: "市政府"
    case .districtGovernment: "区政府（管委会）"
    case .renovationOffice: "旧改办"
    case .cityRenovationOffice: "市级旧改办"
    case .housing: "住建局"
    case .developmentReform: "发改局"
    case .finance: "财政局"
    case .naturalResources: "自然资源和规划局"
    case .enforcement: "综合行政执法局"
    case .police: "公安局"
    case .fireBrigade: "消防救援大队"
    case .civilAffairs: "民政局"
    case .health: "卫生健康局"
    case .transport: "交通运输局"
    case .ecology: "生态环境局"
    case .audit: "审计局"
    case .petition: "信访局"
    case .educationSports: "教育体育局"
    case .culture: "文化广电旅游局"
    case .industry: "经信局"
    case .stateAssets: "国资委"
    case .tax: "税务局"
    case .justice: "司法局"
    case .approvalServices: "政务服务中心"
    case .qualitySafety: "质量安全监督机构"
    case .subdistrict: "乡镇（街道）"
    case .residentsCommittee: "社区居委会"
    case .ownersBody: "业主委员会（自治小组）"
    case .residentRepresentative: "居民代表"
    case .residentSupervisor: "民间监理员"
    case .constructionUnit: "建设单位"
    case .taskForce: "工作专班"
    case .designer: "设计单位"
    case .contractor: "施工单位"
    case .supervisor: "监理单位"
    case .utility: "专营单位"
    case .propertyCompany: "物业服务企业"
    case .archive: "城建档案馆"
    case .expert: "专家"
    case .bank: "银行"
    case .provincialPlatform: "省级平台"
    case .service: "系统服务"
    case .systemOperator: "运维人员"
    }
  }
}

extension Set<Role> {
  /// The residents' own bodies and the offices that may act for them.
  public static let community: Set<Role> = [.ownersBody, .residentsCommittee, .subdistrict]
  /// Those that may read what is not personal: every office and party of a project.
  public static let everyone = Set(Role.allCases)
}
