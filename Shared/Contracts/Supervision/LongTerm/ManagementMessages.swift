import DomainModel

/// How a community is managed after the works. One list for all cities; a pack offers some of them.
public enum ManagementMode: String, WireEnum {
  /// 业主大会选聘物业服务企业
  case propertyCompany = "property-company"
  /// 业主自治
  case ownersSelfManagement = "owners-self-management"
  /// 社区管理
  case communityManagement = "community-management"
  /// 酬金式物业服务
  case commissionBased = "commission-based"
  /// 菜单式物业服务, as a pledge may print it; whether it is the commission-based mode a person confirms (AMB-31).
  case menuBased = "menu-based"
  /// 准物业托底
  case interimService = "interim-service"
  /// 若干小区打包委托
  case bundledService = "bundled-service"
}

/// Fix how the community is managed after the works (plan 3.9).
public struct FixManagementMode: ProjectCommand {
  public static var name: WireName { "supervision.fix-management-mode" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody] }
  public static var example: FixManagementMode {
    FixManagementMode(project: "330382-2024-0007", mode: .propertyCompany, covenant: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let mode: ManagementMode
  /// The company, body or community that manages.
  public let manager: OrganisationID?
  /// The residents' covenant (居民公约).
  public let covenant: DocumentHash?
  /// The owners' decision, or the plan's chapter that fixed it.
  public let decision: DocumentHash?
  /// What the residents' pledge prints, where it names a mode (Wenzhou Annex 5 item 3).
  public let pledged: ManagementMode?
  /// Whether the office confirms that a menu-based service pledged and the commission-based one chosen are the same.
  public let confirmsSame: Bool?

  public var documents: [DocumentHash] { [covenant].compactMap { $0 } + [decision].compactMap { $0 } }

  public init(
    project: ProjectID, mode: ManagementMode, manager: OrganisationID? = nil, covenant: DocumentHash? = nil,
    decision: DocumentHash? = nil, pledged: ManagementMode? = nil, confirmsSame: Bool? = nil
  ) {
    self.project = project
    self.mode = mode
    self.manager = manager
    self.covenant = covenant
    self.decision = decision
    self.pledged = pledged
    self.confirmsSame = confirmsSame
  }
}

/// How the community is managed is fixed.
public struct ManagementModeFixed: ProjectEvent {
  public static var name: WireName { "supervision.management-mode-fixed" }
  public static var example: ManagementModeFixed {
    ManagementModeFixed(project: "330382-2024-0007", mode: .propertyCompany, covenant: .sample)
  }

  public let project: ProjectID
  public let mode: ManagementMode
  /// The company, body or community that manages.
  public let manager: OrganisationID?
  /// The residents' covenant (居民公约).
  public let covenant: DocumentHash?
  /// The owners' decision, or the plan's chapter that fixed it.
  public let decision: DocumentHash?
  /// What the residents' pledge prints.
  public let pledged: ManagementMode?

  public var facts: [FactStatement] { [FactStatement(.managementModeFixed, .flag(true))] }

  public init(
    project: ProjectID, mode: ManagementMode, manager: OrganisationID? = nil, covenant: DocumentHash? = nil,
    decision: DocumentHash? = nil, pledged: ManagementMode? = nil
  ) {
    self.project = project
    self.mode = mode
    self.manager = manager
    self.covenant = covenant
    self.decision = decision
    self.pledged = pledged
  }
}
