import DomainModel

/// How the service is: what the status tool shows of it.
public struct HealthQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).health") }
  public static var example: HealthQuery { HealthQuery() }
  public var subject: String { "" }

  public init() {}

  public typealias Answer = Health
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
