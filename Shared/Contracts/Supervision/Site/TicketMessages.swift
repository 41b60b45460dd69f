import DomainModel

extension Set<Role> {
  /// Who handles what residents bring to the site.
  static let ticketReaders: Set<Role> = [
    .subdistrict, .constructionUnit, .residentsCommittee, .petition, .renovationOffice, .housing,
  ]
}

/// What a resident turns to the site about.
public enum TicketCategory: String, WireEnum {
  /// 工程质量
  case quality
  /// 施工安全
  case safety
  /// 噪声扬尘
  case noise
  /// 交通停车
  case traffic
  /// 水电气网中断
  case utilities
  /// 工期进度
  case progress
  /// 改造内容
  case content
  /// 其他
  case other
}

/// How it came in.
public enum TicketChannel: String, WireEnum {
  /// 电话
  case hotline
  /// 现场
  case onSite = "on-site"
  /// 网络
  case online
  /// 来信来访
  case letter
  /// 转办
  case handedOn = "handed-on"
}

/// How a ticket ended.
public enum TicketOutcome: String, WireEnum {
  /// 已解决
  case solved
  /// 已解释说明
  case explained
  /// 不予支持
  case notUpheld = "not-upheld"
  /// 已转交
  case handedOn = "handed-on"
}

/// Take down what a resident brings to the hotline or the platform on site (plan 3.6). Never refused; caller and words
/// go to the vault.
public struct OpenTicket: ProjectCommand {
  public static var name: WireName { "supervision.open-ticket" }
  public static var senders: Set<Role> {
    [.subdistrict, .constructionUnit, .residentsCommittee, .petition, .ecology, .contractor]
  }
  public static var example: OpenTicket {
    OpenTicket(project: "330382-2024-0007", category: .noise, channel: .hotline, text: "中午施工声音太大。")
  }
  public typealias Reply = TicketReport

  public let project: ProjectID
  public let category: TicketCategory
  public let channel: TicketChannel
  public let building: BuildingID?
  /// None for a caller who gives no name.
  public let reporter: PersonID?
  public let reporterName: Text<60>?
  public let reporterPhone: Text<30>?
  /// In the caller's words.
  public let text: Text<1000>

  public init(
    project: ProjectID, category: TicketCategory, channel: TicketChannel, building: BuildingID? = nil,
    reporter: PersonID? = nil, reporterName: Text<60>? = nil, reporterPhone: Text<30>? = nil, text: Text<1000>
  ) {
    self.project = project
    self.category = category
    self.channel = channel
    self.building = building
    self.reporter = reporter
    self.reporterName = reporterName
    self.reporterPhone = reporterPhone
    self.text = text
  }
}

/// A resident turned to the site.
public struct TicketOpened: ProjectEvent {
  public static var name: WireName { "supervision.ticket-opened" }
  public static var readers: Readers { .roles(Set.ticketReaders) }
  public static var example: TicketOpened {
    TicketOpened(
      project: "330382-2024-0007", ticket: "330382-2024-0007/T1", category: .noise, channel: .hotline,
      text: "words-330382-2024-0007-t1")
  }

  public let project: ProjectID
  public let ticket: TicketID
  public let category: TicketCategory
  public let channel: TicketChannel
  public let building: BuildingID?
  public let reporter: PersonID?
  /// Under which the vault keeps the words.
  public let text: PersonID

  public init(
    project: ProjectID, ticket: TicketID, category: TicketCategory, channel: TicketChannel,
    building: BuildingID? = nil, reporter: PersonID? = nil, text: PersonID
  ) {
    self.project = project
    self.ticket = ticket
    self.category = category
    self.channel = channel
    self.building = building
    self.reporter = reporter
    self.text = text
  }
}

/// End a ticket.
public struct ResolveTicket: ProjectCommand {
  public static var name: WireName { "supervision.resolve-ticket" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .residentsCommittee, .petition] }
  public static var example: ResolveTicket {
    ResolveTicket(project: "330382-2024-0007", ticket: "330382-2024-0007/T1", outcome: .solved)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let ticket: TicketID
  public let outcome: TicketOutcome
  /// Who has it now, when it was handed on.
  public let handedTo: OrganisationID?
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(
    project: ProjectID, ticket: TicketID, outcome: TicketOutcome, handedTo: OrganisationID? = nil,
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.ticket = ticket
    self.outcome = outcome
    self.handedTo = handedTo
    self.document = document
  }
}

/// A ticket ended.
public struct TicketResolved: ProjectEvent {
  public static var name: WireName { "supervision.ticket-resolved" }
  public static var readers: Readers { .roles(Set.ticketReaders) }
  public static var example: TicketResolved {
    TicketResolved(project: "330382-2024-0007", ticket: "330382-2024-0007/T1", outcome: .solved)
  }

  public let project: ProjectID
  public let ticket: TicketID
  public let outcome: TicketOutcome
  public let handedTo: OrganisationID?
  public let document: DocumentHash?

  public init(
    project: ProjectID, ticket: TicketID, outcome: TicketOutcome, handedTo: OrganisationID? = nil,
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.ticket = ticket
    self.outcome = outcome
    self.handedTo = handedTo
    self.document = document
  }
}

/// The ticket's number, and where its words are.
public struct TicketReport: Codable, Hashable, Sendable {
  public let ticket: TicketID
  /// Under which the vault keeps the words.
  public let text: PersonID

  public init(ticket: TicketID, text: PersonID) {
    self.ticket = ticket
    self.text = text
  }
}
