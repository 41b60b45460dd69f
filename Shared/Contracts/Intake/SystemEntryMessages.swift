import DomainModel

/// What is entered in the province's system about one project whose application was agreed to (录入, Sichuan 2.3,
/// Ziyang 4.2): the row that a clerk uploads. No person stands in it.
public struct SystemEntry: Codable, Hashable, Sendable {
  public let title: Text<100>
  public let community: CommunityID
  public let communityName: Text<100>
  public let address: Text<200>
  /// 街道（乡镇）
  public let subdistrict: Text<50>
  /// 社区
  public let residentsCommittee: Text<50>
  /// The year of most of the floor area; none where the survey leaves it open.
  public let completionYear: Whole<1900, 2199>?
  /// 总建筑面积 as surveyed.
  public let totalFloorArea: Area?
  public let buildings: Whole<1, 1000>
  public let households: Whole<1, 100_000>
  /// The day on which the application was agreed to.
  public let agreedOn: BusinessDate

  public init(
    title: Text<100>, community: CommunityID, communityName: Text<100>, address: Text<200>, subdistrict: Text<50>,
    residentsCommittee: Text<50>, completionYear: Whole<1900, 2199>?, totalFloorArea: Area?,
    buildings: Whole<1, 1000>, households: Whole<1, 100_000>, agreedOn: BusinessDate
  ) {
    self.title = title
    self.community = community
    self.communityName = communityName
    self.address = address
    self.subdistrict = subdistrict
    self.residentsCommittee = residentsCommittee
    self.completionYear = completionYear
    self.totalFloorArea = totalFloorArea
    self.buildings = buildings
    self.households = households
    self.agreedOn = agreedOn
  }

  static var sample: SystemEntry {
    SystemEntry(
      title: "丹霞小区改造项目", community: "330382-C00017", communityName: "丹霞小区", address: "丹霞路100号",
      subdistrict: "乐成街道", residentsCommittee: "丹霞社区", completionYear: 1996, totalFloorArea: Area.sample, buildings: 6,
      households: 216, agreedOn: BusinessDate.sample)
  }
}

/// An item that was made ready for an outside system.
public struct OutboundItem: Codable, Hashable, Sendable {
  /// The pack's code of the system.
  public let system: Identifier<SlugKind>
  /// Counted from 1; a refused item is followed by the next attempt.
  public let attempt: Whole<1, 1000>
  /// The same was made ready before and is not refused: nothing new was recorded.
  public let isRepeat: Bool

  public init(system: Identifier<SlugKind>, attempt: Whole<1, 1000>, isRepeat: Bool) {
    self.system = system
    self.attempt = attempt
    self.isRepeat = isRepeat
  }
}

/// Make an agreed application ready for the province's system (录入). Sent again it gives the same item, until the system
/// refused it; then it makes the next one.
public struct RecordInSystem: ProjectCommand {
  public static var name: WireName { "intake.record-in-system" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice] }
  public static var example: RecordInSystem { RecordInSystem(project: "330382-2024-0007") }
  public typealias Reply = OutboundItem

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// An agreed application is ready for the province's system. In the feed it is the queue form of what the file form
/// holds: whoever connects the system reads it here.
public struct SystemEntryPrepared: ProjectEvent {
  public static var name: WireName { "intake.system-entry-prepared" }
  public static var example: SystemEntryPrepared {
    SystemEntryPrepared(
      project: "330382-2024-0007", attempt: 1, system: "renovation-system", entry: SystemEntry.sample)
  }

  public let project: ProjectID
  public let attempt: Whole<1, 1000>
  public let system: Identifier<SlugKind>
  public let entry: SystemEntry

  public init(project: ProjectID, attempt: Whole<1, 1000>, system: Identifier<SlugKind>, entry: SystemEntry) {
    self.project = project
    self.attempt = attempt
    self.system = system
    self.entry = entry
  }
}

/// Record what the province's system answered to an entry: its number, or its refusal.
public struct RecordSystemAnswer: ProjectCommand {
  public static var name: WireName { "intake.record-system-answer" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice, .provincialPlatform] }
  public static var example: RecordSystemAnswer {
    RecordSystemAnswer(
      project: "330382-2024-0007", attempt: 1, isAccepted: true, number: "SC-2021-000117", reasons: nil,
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let attempt: Whole<1, 1000>
  public let isAccepted: Bool
  /// The system's acknowledgement number; needed when it accepted.
  public let number: Text<60>?
  /// Why it refused; needed when it did.
  public let reasons: Text<1000>?
  /// The receipt or a picture of the screen.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(
    project: ProjectID, attempt: Whole<1, 1000>, isAccepted: Bool, number: Text<60>?, reasons: Text<1000>?,
    document: DocumentHash?
  ) {
    self.project = project
    self.attempt = attempt
    self.isAccepted = isAccepted
    self.number = number
    self.reasons = reasons
    self.document = document
  }
}

/// The province's system answered to an entry.
public struct SystemEntryAnswered: ProjectEvent {
  public static var name: WireName { "intake.system-entry-answered" }
  public static var example: SystemEntryAnswered {
    SystemEntryAnswered(
      project: "330382-2024-0007", attempt: 1, isAccepted: true, number: "SC-2021-000117", reasons: nil,
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let attempt: Whole<1, 1000>
  public let isAccepted: Bool
  public let number: Text<60>?
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  /// Only what the system acknowledged is entered in it.
  public var facts: [FactStatement] { isAccepted ? [FactStatement(.recordedInSystem, .flag(true))] : [] }

  public init(
    project: ProjectID, attempt: Whole<1, 1000>, isAccepted: Bool, number: Text<60>?, reasons: Text<1000>?,
    document: DocumentHash?
  ) {
    self.project = project
    self.attempt = attempt
    self.isAccepted = isAccepted
    self.number = number
    self.reasons = reasons
    self.document = document
  }
}
