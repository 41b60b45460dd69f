import DomainModel

/// What was made ready for an outside system about one project or one plan year, latest attempt last, with the answers:
/// what `jiugai outbound` writes as a file.
public struct OutboundQuery: Query {
  public static var name: WireName { "intake.outbound" }
  public static var example: OutboundQuery { OutboundQuery(project: "330382-2024-0007", planYear: nil) }

  /// The entry of one project; leave out to ask for a plan.
  public let project: ProjectID?
  /// The push of one year's plan; leave out to ask for a project.
  public let planYear: PlanYear?
  public var subject: String { project?.rawValue ?? planYear?.id ?? "" }

  public init(project: ProjectID?, planYear: PlanYear?) {
    self.project = project
    self.planYear = planYear
  }

  public typealias Answer = OutboundReport
}

/// The attempts to tell an outside system.
public struct OutboundReport: Codable, Hashable, Sendable {
  public let attempts: [Attempt]

  public init(attempts: [Attempt]) {
    self.attempts = attempts
  }

  /// One item, as it was made ready and as the system answered.
  public struct Attempt: Codable, Hashable, Sendable {
    /// `330382-2024-0007-entry-1`, `330382-plan-2025-push-1`.
    public let item: String
    public let attempt: Int
    public let system: Identifier<SlugKind>
    public let systemName: String?
    public let preparedOn: BusinessDate
    /// Columns and rows of the file, in a fixed order; a value that is not known is empty.
    public let columns: [String]
    public let rows: [[String]]
    /// None while no answer is recorded.
    public let isAccepted: Bool?
    public let answeredOn: BusinessDate?
    public let number: Text<60>?
    public let reasons: Text<1000>?

    public init(
      item: String, attempt: Int, system: Identifier<SlugKind>, systemName: String?, preparedOn: BusinessDate,
      columns: [String], rows: [[String]], isAccepted: Bool?, answeredOn: BusinessDate?, number: Text<60>?,
      reasons: Text<1000>?
    ) {
      self.item = item
      self.attempt = attempt
      self.system = system
      self.systemName = systemName
      self.preparedOn = preparedOn
      self.columns = columns
      self.rows = rows
      self.isAccepted = isAccepted
      self.answeredOn = answeredOn
      self.number = number
      self.reasons = reasons
    }
  }
}
