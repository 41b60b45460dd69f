import DomainModel

/// The days that this service waits for.
public struct SupervisionDeadlinesQuery: ProjectQuery {
  public static var name: WireName { "supervision.deadlines" }
  public static var example: SupervisionDeadlinesQuery {
    SupervisionDeadlinesQuery(project: "330382-2024-0007")
  }
  public typealias Answer = SupervisionDeadlines

  public let project: ProjectID
  /// Today when left out.
  public let asOf: BusinessDate?

  public init(project: ProjectID, asOf: BusinessDate? = nil) {
    self.project = project
    self.asOf = asOf
  }
}

/// What is due.
public enum WorksDeadlineKind: String, WireEnum {
  /// The works are planned to end.
  case plannedFinish = "planned-finish"
  case milestone
  /// A warranty period ends.
  case warrantyEnd = "warranty-end"
}

/// A day that matters.
public struct WorksDeadline: Codable, Hashable, Sendable {
  public let kind: WorksDeadlineKind
  /// The milestone's name or the warranty's category.
  public let name: String
  public let day: BusinessDate
  /// Whether it lies before the day asked about.
  public let past: Bool

  public init(kind: WorksDeadlineKind, name: String, day: BusinessDate, past: Bool) {
    self.kind = kind
    self.name = name
    self.day = day
    self.past = past
  }
}

/// The days that this service waits for, earliest first. The documents set none for works: these are the project's own,
/// and warranty's.
public struct SupervisionDeadlines: Codable, Hashable, Sendable {
  public let asOf: BusinessDate
  public let deadlines: [WorksDeadline]

  public init(asOf: BusinessDate, deadlines: [WorksDeadline]) {
    self.asOf = asOf
    self.deadlines = deadlines
  }
}
