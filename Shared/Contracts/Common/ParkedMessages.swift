import DomainModel

/// Try again what waits of one project: after a pack was installed, or another key was let in. The files of packs are
/// read anew first; nothing has to be restarted.
public struct RetryParked<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).retry-parked") }
  public static var senders: Set<Role> { [.systemOperator] }
  public static var example: RetryParked { RetryParked(project: "330382-2024-0007") }
  public typealias Reply = Accepted

  /// The project that waits; left out for events that name none.
  public let project: ProjectID?

  public var subject: String { project?.rawValue ?? "" }

  public init(project: ProjectID?) {
    self.project = project
  }
}

/// Pass over one event that cannot be recorded, for good and with a reason; what waits behind it is tried again.
public struct SkipParked<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).skip-parked") }
  public static var senders: Set<Role> { [.systemOperator] }
  public static var example: SkipParked {
    SkipParked(
      project: "330382-2024-0007", feed: .voting, epoch: "5f2a90c1", sequence: 17, reason: "对方已重新发布该记录")
  }
  public typealias Reply = Accepted

  /// The project that waits; left out for events that name none.
  public let project: ProjectID?
  /// The event to pass over: its feed, epoch and number.
  public let feed: ServiceName
  public let epoch: Identifier<SlugKind>
  public let sequence: Int64
  public let reason: Text<500>

  public var subject: String { project?.rawValue ?? "" }

  public init(
    project: ProjectID?, feed: ServiceName, epoch: Identifier<SlugKind>, sequence: Int64, reason: Text<500>
  ) {
    self.project = project
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
    self.reason = reason
  }
}

/// An event that was heard is passed over: this service never learns what it said.
public struct ParkedSkipped<Contract: ServiceContract>: Event {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).parked-skipped") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: ParkedSkipped {
    ParkedSkipped(
      project: "330382-2024-0007", event: SourceRef(feed: .voting, epoch: "5f2a90c1", sequence: 17),
      parkedFor: "unknown-critical", reason: "对方已重新发布该记录")
  }

  /// The project that waited; none for an event that names none.
  public let project: ProjectID?
  public let event: SourceRef
  /// Why it waited: `undecodable`, `unknown-critical`, `edition-not-installed`.
  public let parkedFor: Identifier<SlugKind>
  public let reason: Text<500>

  public var stream: String { project?.rawValue ?? "feed/\(event.feed.rawValue)" }
  public var concerns: ProjectID? { project }

  public init(project: ProjectID?, event: SourceRef, parkedFor: Identifier<SlugKind>, reason: Text<500>) {
    self.project = project
    self.event = event
    self.parkedFor = parkedFor
    self.reason = reason
  }
}

/// The events of one project that wait, in the order in which they are tried.
public struct ParkedEventsQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).parked-events") }
  public static var askers: Set<Role> { [.systemOperator, .audit] }
  public static var example: ParkedEventsQuery { ParkedEventsQuery(project: "330382-2024-0007") }

  /// The project that waits; left out for events that name none.
  public let project: ProjectID?

  public var subject: String { project?.rawValue ?? "" }

  public init(project: ProjectID?) {
    self.project = project
  }

  public typealias Answer = ParkedEvents
}

/// Events that wait.
public struct ParkedEvents: Codable, Hashable, Sendable {
  /// How many wait in all.
  public let count: Int
  /// The first of them, at most 200.
  public let events: [Waiting]

  public init(count: Int, events: [Waiting]) {
    self.count = count
    self.events = events
  }

  /// One event that waits, and why. Never what it says.
  public struct Waiting: Codable, Hashable, Sendable {
    public let feed: ServiceName
    public let epoch: String
    public let sequence: Int64
    /// The event's wire type; nil where not even that can be read.
    public let type: String?
    /// `undecodable`, `unknown-critical`, `edition-not-installed`, or `behind` an earlier one.
    public let reason: String
    /// For people: which file to install, which type is unknown.
    public let detail: String
    public let parkedAt: String

    public init(
      feed: ServiceName, epoch: String, sequence: Int64, type: String?, reason: String, detail: String, parkedAt: String
    ) {
      self.feed = feed
      self.epoch = epoch
      self.sequence = sequence
      self.type = type
      self.reason = reason
      self.detail = detail
      self.parkedAt = parkedAt
    }
  }
}
