import DomainModel

/// A milestone of the works.
public struct Milestone: Codable, Hashable, Sendable {
  public let name: Text<60>
  public let planned: BusinessDate?
  public let reached: BusinessDate?

  public init(name: Text<60>, planned: BusinessDate? = nil, reached: BusinessDate? = nil) {
    self.name = name
    self.planned = planned
    self.reached = reached
  }
}

/// Report how far the works are (plan 5.3, 5.6).
public struct ReportProgress: ProjectCommand {
  public static var name: WireName { "supervision.report-progress" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .contractor, .supervisor] }
  public static var example: ReportProgress {
    ReportProgress(project: "330382-2024-0007", hundredths: 4250)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// Progress in hundredths of a per cent: 4250 is 42.50 %.
  public let hundredths: Whole<0, 10000>
  public let milestones: Listing<Milestone, 30>
  public let photos: Listing<DocumentHash, 12>
  /// Why progress is less than reported before; without it progress never goes back.
  public let correction: Text<500>?
  /// A report that was wrong and is taken back by this one.
  public let replaces: Replacement?

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, hundredths: Whole<0, 10000>, milestones: Listing<Milestone, 30> = [],
    photos: Listing<DocumentHash, 12> = [], correction: Text<500>? = nil, replaces: Replacement? = nil
  ) {
    self.project = project
    self.hundredths = hundredths
    self.milestones = milestones
    self.photos = photos
    self.correction = correction
    self.replaces = replaces
  }
}

/// The works are so far.
public struct ProgressReported: ProjectEvent {
  public static var name: WireName { "supervision.progress-reported" }
  public static var isWithdrawable: Bool { true }
  public static var example: ProgressReported {
    ProgressReported(project: "330382-2024-0007", hundredths: 4250)
  }

  public let project: ProjectID
  /// Progress in hundredths of a per cent: 4250 is 42.50 %.
  public let hundredths: Whole<0, 10000>
  public let milestones: Listing<Milestone, 30>
  public let photos: Listing<DocumentHash, 12>
  /// Why progress is less than reported before; without it progress never goes back.
  public let correction: Text<500>?

  public var facts: [FactStatement] {
    (try? Share(Int64(hundredths.value), of: 10_000)).map { [FactStatement(.progress, .share($0))] } ?? []
  }

  public init(
    project: ProjectID, hundredths: Whole<0, 10000>, milestones: Listing<Milestone, 30> = [],
    photos: Listing<DocumentHash, 12> = [], correction: Text<500>? = nil
  ) {
    self.project = project
    self.hundredths = hundredths
    self.milestones = milestones
    self.photos = photos
    self.correction = correction
  }
}
