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
  /// What the owners said when all of them were asked (Wenzhou Annex 6 2(1)).
  public let survey: ManagementSurvey?

  public var documents: [DocumentHash] { [covenant, decision, survey?.notice].compactMap { $0 } }

  public init(
    project: ProjectID, mode: ManagementMode, manager: OrganisationID? = nil, covenant: DocumentHash? = nil,
    decision: DocumentHash? = nil, pledged: ManagementMode? = nil, confirmsSame: Bool? = nil,
    survey: ManagementSurvey? = nil
  ) {
    self.project = project
    self.mode = mode
    self.manager = manager
    self.covenant = covenant
    self.decision = decision
    self.pledged = pledged
    self.confirmsSame = confirmsSame
    self.survey = survey
  }
}

/// How all owners were asked how they want to be managed, and what they said: counts, never who (Wenzhou Annex 6 2(1)).
public struct ManagementSurvey: Codable, Hashable, Sendable {
  /// Questionnaires handed out.
  public let asked: Whole<1, 100_000>
  /// Questionnaires that came back.
  public let answered: Whole<0, 100_000>
  /// For each mode how many want it.
  public let choices: Listing<ManagementChoice, 8>
  /// The notice of the mode (公示).
  public let notice: DocumentHash?

  public init(
    asked: Whole<1, 100_000>, answered: Whole<0, 100_000>, choices: Listing<ManagementChoice, 8>,
    notice: DocumentHash? = nil
  ) {
    self.asked = asked
    self.answered = answered
    self.choices = choices
    self.notice = notice
  }
}

/// How many owners want a mode.
public struct ManagementChoice: Codable, Hashable, Sendable {
  public let mode: ManagementMode
  public let answers: Whole<0, 100_000>

  public init(mode: ManagementMode, answers: Whole<0, 100_000>) {
    self.mode = mode
    self.answers = answers
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
  /// What the owners said when they were asked.
  public let survey: ManagementSurvey?

  public var facts: [FactStatement] { [FactStatement(.managementModeFixed, .flag(true))] }

  public init(
    project: ProjectID, mode: ManagementMode, manager: OrganisationID? = nil, covenant: DocumentHash? = nil,
    decision: DocumentHash? = nil, pledged: ManagementMode? = nil, survey: ManagementSurvey? = nil
  ) {
    self.project = project
    self.mode = mode
    self.manager = manager
    self.covenant = covenant
    self.decision = decision
    self.pledged = pledged
    self.survey = survey
  }
}
