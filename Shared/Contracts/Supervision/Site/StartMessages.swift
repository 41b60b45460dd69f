import DomainModel

/// A way in which residents reach those who are on site.
public enum PlatformChannel: String, WireEnum {
  /// 现场办公点
  case office
  /// 公示电话
  case hotline
  /// 线上群组
  case onlineGroup = "online-group"
  /// 意见箱
  case mailbox
  /// 定期例会
  case meeting
}

/// Record that the platform on site stands, where residents report, talk and get things settled (plan 3.6).
public struct SetUpSitePlatform: ProjectCommand {
  public static var name: WireName { "supervision.set-up-site-platform" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: SetUpSitePlatform {
    SetUpSitePlatform(project: "330382-2024-0007", channels: [.office, .hotline])
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// At least one.
  public let channels: Listing<PlatformChannel, 8>
  /// Who takes part beside the construction unit.
  public let participants: Listing<OrganisationID, 30>
  /// The posted notice, as evidence.
  public let photos: Listing<DocumentHash, 10>

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, channels: Listing<PlatformChannel, 8> = [], participants: Listing<OrganisationID, 30> = [],
    photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.channels = channels
    self.participants = participants
    self.photos = photos
  }
}

/// The platform on site stands.
public struct SitePlatformSetUp: ProjectEvent {
  public static var name: WireName { "supervision.site-platform-set-up" }
  public static var isWithdrawable: Bool { true }
  public static var example: SitePlatformSetUp {
    SitePlatformSetUp(project: "330382-2024-0007", channels: [.office, .hotline])
  }

  public let project: ProjectID
  public let channels: Listing<PlatformChannel, 8>
  public let participants: Listing<OrganisationID, 30>
  public let photos: Listing<DocumentHash, 10>

  public init(
    project: ProjectID, channels: Listing<PlatformChannel, 8> = [], participants: Listing<OrganisationID, 30> = [],
    photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.channels = channels
    self.participants = participants
    self.photos = photos
  }
}

/// Start the works (开工). The pack's gate G-START is judged.
public struct StartConstruction: ProjectCommand {
  public static var name: WireName { "supervision.start-construction" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: StartConstruction {
    StartConstruction(project: "330382-2024-0007")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The day on which the works are planned to end.
  public let plannedFinish: BusinessDate?
  /// The order to commence (开工令), if one was given.
  public let order: DocumentHash?

  public var documents: [DocumentHash] { [order].compactMap { $0 } }

  public init(project: ProjectID, plannedFinish: BusinessDate? = nil, order: DocumentHash? = nil) {
    self.project = project
    self.plannedFinish = plannedFinish
    self.order = order
  }
}

/// The works began with all that they need.
public struct ConstructionStarted: ProjectEvent {
  public static var name: WireName { "supervision.construction-started" }
  public static var example: ConstructionStarted {
    ConstructionStarted(project: "330382-2024-0007")
  }

  public let project: ProjectID
  public let plannedFinish: BusinessDate?
  public let order: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.constructionStarted, .flag(true))] }

  public init(project: ProjectID, plannedFinish: BusinessDate? = nil, order: DocumentHash? = nil) {
    self.project = project
    self.plannedFinish = plannedFinish
    self.order = order
  }
}

/// Record that works were seen to have begun without what a start needs. Never refused: it raises a flag.
public struct RecordUnpermittedStart: ProjectCommand {
  public static var name: WireName { "supervision.record-unpermitted-start" }
  public static var senders: Set<Role> {
    [.subdistrict, .constructionUnit, .housing, .enforcement, .qualitySafety, .residentsCommittee, .renovationOffice]
  }
  public static var example: RecordUnpermittedStart {
    RecordUnpermittedStart(project: "330382-2024-0007", place: "3幢南侧")
  }
  public typealias Reply = UnpermittedStartReport

  public let project: ProjectID
  public let place: Text<100>
  public let report: DocumentHash?
  public let photos: Listing<DocumentHash, 10>

  public var documents: [DocumentHash] { [report].compactMap { $0 } + photos.items }

  public init(
    project: ProjectID, place: Text<100>, report: DocumentHash? = nil, photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.place = place
    self.report = report
    self.photos = photos
  }
}

/// Works were seen to have begun without what a start needs.
public struct UnpermittedStartRecorded: ProjectEvent {
  public static var name: WireName { "supervision.unpermitted-start-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: UnpermittedStartRecorded {
    UnpermittedStartRecorded(project: "330382-2024-0007", place: "3幢南侧")
  }

  public let project: ProjectID
  public let place: Text<100>
  /// The rules of the start's gate that did not hold that day, as far as known here.
  public let lacking: Listing<RuleID, 16>
  public let report: DocumentHash?
  public let photos: Listing<DocumentHash, 10>

  public init(
    project: ProjectID, place: Text<100>, lacking: Listing<RuleID, 16> = [], report: DocumentHash? = nil,
    photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.place = place
    self.lacking = lacking
    self.report = report
    self.photos = photos
  }
}

/// What the flag says.
public struct UnpermittedStartReport: Codable, Hashable, Sendable {
  /// The rules of the start's gate that did not hold that day.
  public let lacking: [RuleID]

  public init(lacking: [RuleID]) {
    self.lacking = lacking
  }
}
