import DomainModel

/// How grave an accident is, as those who report it see it.
public enum AccidentSeverity: String, WireEnum {
  /// 财产损失
  case damage
  /// 人员受伤
  case injury
  /// 重伤
  case serious
  /// 死亡
  case fatal
}

/// Record an accident on site. Never refused. What concerns persons stands in the report, a document.
public struct RecordAccident: ProjectCommand {
  public static var name: WireName { "supervision.record-accident" }
  public static var senders: Set<Role> {
    [.subdistrict, .constructionUnit, .contractor, .supervisor, .qualitySafety, .housing, .residentsCommittee]
  }
  public static var example: RecordAccident {
    RecordAccident(
      project: "330382-2024-0007", severity: .damage, place: "2幢脚手架", injured: 0, dead: 0, worksStopped: true)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let severity: AccidentSeverity
  public let place: Text<100>
  public let injured: Whole<0, 10000>
  public let dead: Whole<0, 10000>
  public let worksStopped: Bool
  public let report: DocumentHash?
  public let photos: Listing<DocumentHash, 10>

  public var documents: [DocumentHash] { [report].compactMap { $0 } + photos.items }

  public init(
    project: ProjectID, severity: AccidentSeverity, place: Text<100>, injured: Whole<0, 10000>, dead: Whole<0, 10000>,
    worksStopped: Bool, report: DocumentHash? = nil, photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.severity = severity
    self.place = place
    self.injured = injured
    self.dead = dead
    self.worksStopped = worksStopped
    self.report = report
    self.photos = photos
  }
}

/// An accident happened on site.
public struct AccidentRecorded: ProjectEvent {
  public static var name: WireName { "supervision.accident-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: AccidentRecorded {
    AccidentRecorded(
      project: "330382-2024-0007", severity: .damage, place: "2幢脚手架", injured: 0, dead: 0, worksStopped: true)
  }

  public let project: ProjectID
  public let severity: AccidentSeverity
  public let place: Text<100>
  public let injured: Whole<0, 10000>
  public let dead: Whole<0, 10000>
  public let worksStopped: Bool
  public let report: DocumentHash?
  public let photos: Listing<DocumentHash, 10>

  public init(
    project: ProjectID, severity: AccidentSeverity, place: Text<100>, injured: Whole<0, 10000>, dead: Whole<0, 10000>,
    worksStopped: Bool, report: DocumentHash? = nil, photos: Listing<DocumentHash, 10> = []
  ) {
    self.project = project
    self.severity = severity
    self.place = place
    self.injured = injured
    self.dead = dead
    self.worksStopped = worksStopped
    self.report = report
    self.photos = photos
  }
}
