import DomainModel

/// The refusals of this service across all projects, the newest first, a page at a time.
public struct RefusalLogQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).refusal-log") }
  public static var askers: Set<Role> { [.systemOperator, .audit] }
  public static var example: RefusalLogQuery {
    RefusalLogQuery(since: "2024-03-01", project: nil, organisation: "yueqing-housing", code: "gate-closed", before: nil, limit: 50)
  }

  /// Not those of before this day, by the office's calendar.
  public let since: BusinessDate?
  public let project: ProjectID?
  /// Whom was refused.
  public let organisation: OrganisationID?
  /// A refusal's code, `gate-closed`.
  public let code: Identifier<SlugKind>?
  /// The `next` of the page before.
  public let before: Text<300>?
  public let limit: Whole<1, 200>

  public var subject: String { project?.rawValue ?? "" }

  public init(
    since: BusinessDate? = nil, project: ProjectID? = nil, organisation: OrganisationID? = nil,
    code: Identifier<SlugKind>? = nil, before: Text<300>? = nil, limit: Whole<1, 200>
  ) {
    self.since = since
    self.project = project
    self.organisation = organisation
    self.code = code
    self.before = before
    self.limit = limit
  }

  public typealias Answer = RefusalLog
}

/// A page of refusals.
public struct RefusalLog: Codable, Hashable, Sendable {
  public let refusals: [Entry]
  /// Where the next page begins; nil when there is none. A page may hold fewer than asked for, or none, and yet be
  /// followed by another: a page looks through a bounded number of refusals.
  public let next: Text<300>?

  public init(refusals: [Entry], next: Text<300>?) {
    self.refusals = refusals
    self.next = next
  }

  /// One refusal: when, to whom, of what, why.
  public struct Entry: Codable, Hashable, Sendable {
    public let at: Instant
    public let organisation: String
    /// The `source` of the command.
    public let source: String
    /// The key that signed; nil in records of before it was kept.
    public let key: KeyFingerprint?
    /// The command's id; with the source it names the command for good.
    public let id: String
    public let subject: String
    public let step: WireName?
    public let code: String
    public let title: String
    public let retry: Retry
    /// The rules that were not satisfied.
    public let rules: [RuleID]

    public init(
      at: Instant, organisation: String, source: String, key: KeyFingerprint?, id: String, subject: String,
      step: WireName?, code: String, title: String, retry: Retry, rules: [RuleID]
    ) {
      self.at = at
      self.organisation = organisation
      self.source = source
      self.key = key
      self.id = id
      self.subject = subject
      self.step = step
      self.code = code
      self.title = title
      self.retry = retry
      self.rules = rules
    }
  }
}
