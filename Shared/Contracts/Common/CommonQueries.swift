import DomainModel

/// How the service is: what the status tool shows of it.
public struct HealthQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).health") }
  public static var example: HealthQuery { HealthQuery() }
  public var subject: String { "" }

  public init() {}

  public typealias Answer = Health
}

/// The state of a service.
public struct Health: Codable, Hashable, Sendable {
  public let service: ServiceName
  public let version: String
  public let epoch: String
  /// The number of the last event.
  public let head: Int64
  public let startedAt: Instant
  public let feeds: [FeedPosition]
  public let parkedProjects: Int
  /// Bytes free on the disk of the store.
  public let diskFree: Int64
  /// Bytes that the disk holds in all; nil where the service cannot tell, and from services that do not tell yet.
  public let diskSize: Int64?
  /// Bytes that the store takes.
  public let storeSize: Int64
  public let acceptingCommands: Bool

  /// How far the service has read a feed.
  public struct FeedPosition: Codable, Hashable, Sendable {
    public let feed: ServiceName
    public let sequence: Int64
    /// The feed's head as last heard; nil when it never answered.
    public let head: Int64?
    /// When it last answered; nil when it never did.
    public let heardAt: Instant?
    /// Why reading stopped, a wire code such as EPOCH_CHANGED; nil while it goes on.
    public let stopped: String?

    public init(feed: ServiceName, sequence: Int64, head: Int64?, heardAt: Instant?, stopped: String?) {
      self.feed = feed
      self.sequence = sequence
      self.head = head
      self.heardAt = heardAt
      self.stopped = stopped
    }
  }

  public init(
    service: ServiceName, version: String, epoch: String, head: Int64, startedAt: Instant, feeds: [FeedPosition],
    parkedProjects: Int, diskFree: Int64, diskSize: Int64? = nil, storeSize: Int64, acceptingCommands: Bool
  ) {
    self.service = service
    self.version = version
    self.epoch = epoch
    self.head = head
    self.startedAt = startedAt
    self.feeds = feeds
    self.parkedProjects = parkedProjects
    self.diskFree = diskFree
    self.diskSize = diskSize
    self.storeSize = storeSize
    self.acceptingCommands = acceptingCommands
  }
}

/// The receipts of a project's steps in this service, in order.
public struct ReceiptsQuery<Contract: ServiceContract>: ProjectQuery {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).receipts") }
  public static var example: ReceiptsQuery { ReceiptsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = Receipts
}

/// A project's steps with their receipts, oldest first.
public struct Receipts: Codable, Hashable, Sendable {
  public let receipts: [TakenStep]

  public init(receipts: [TakenStep]) {
    self.receipts = receipts
  }
}

/// A step as it was taken.
public struct TakenStep: Codable, Hashable, Sendable {
  /// The first event of the step.
  public let sequence: Int64
  public let receipt: Receipt
  /// The withdrawn event that puts it in question; nil while it stands.
  public let inQuestion: SourceRef?

  public init(sequence: Int64, receipt: Receipt, inQuestion: SourceRef?) {
    self.sequence = sequence
    self.receipt = receipt
    self.inQuestion = inQuestion
  }
}

/// The refusals that this service gave about a project, newest last.
public struct RefusalsQuery<Contract: ServiceContract>: ProjectQuery {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).refusals") }
  public static var example: RefusalsQuery { RefusalsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = Refusals
}

/// Refusals about a project with their reasons.
public struct Refusals: Codable, Hashable, Sendable {
  public let refusals: [Given]

  public init(refusals: [Given]) {
    self.refusals = refusals
  }

  /// One refusal: when, to whom, why.
  public struct Given: Codable, Hashable, Sendable {
    public let at: Instant
    public let organisation: String
    public let problem: Problem

    public init(at: Instant, organisation: String, problem: Problem) {
      self.at = at
      self.organisation = organisation
      self.problem = problem
    }
  }
}

/// What this service knows of a project.
public struct FactsQuery<Contract: ServiceContract>: ProjectQuery {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).facts") }
  public static var example: FactsQuery { FactsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = KnownFacts
}

/// The facts of a project, withdrawn ones too.
public struct KnownFacts: Codable, Hashable, Sendable {
  public let facts: [Known]

  public init(facts: [Known]) {
    self.facts = facts
  }

  /// One fact by its key.
  public struct Known: Codable, Hashable, Sendable {
    public let key: FactKey
    public let fact: Fact

    public init(key: FactKey, fact: Fact) {
      self.key = key
      self.fact = fact
    }
  }
}

/// The projects whose heard events wait, and why.
public struct ParkedQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).parked") }
  public static var example: ParkedQuery { ParkedQuery() }
  public var subject: String { "" }

  public init() {}

  public typealias Answer = Parked
}

/// Projects whose heard events wait.
public struct Parked: Codable, Hashable, Sendable {
  public let projects: [Waiting]

  public init(projects: [Waiting]) {
    self.projects = projects
  }

  /// One project that waits, and for what.
  public struct Waiting: Codable, Hashable, Sendable {
    public let project: String
    public let feed: ServiceName
    /// The event that cannot be recorded; the others of its feed wait behind it.
    public let sequence: Int64
    /// Its epoch; nil from services that do not tell yet.
    public let epoch: String?
    /// How many events of the project wait in all, with this one.
    public let events: Int
    /// `undecodable`, `unknown-critical`, `edition-not-installed`.
    public let reason: String
    /// For people: which file to install, which type is unknown.
    public let detail: String

    public init(
      project: String, feed: ServiceName, sequence: Int64, epoch: String? = nil, events: Int, reason: String,
      detail: String
    ) {
      self.project = project
      self.feed = feed
      self.sequence = sequence
      self.epoch = epoch
      self.events = events
      self.reason = reason
      self.detail = detail
    }
  }
}
