import Contracts
import DomainModel

/// What was asked and what came back, not judged yet.
public struct Answers: Hashable, Sendable {
  /// What a service said of itself.
  public enum Reply: Hashable, Sendable {
    case health(Health)
    case silence(Silence)
  }

  public let askedAt: Instant
  /// A service that is missing here was not asked.
  public var replies: [ServiceName: Reply]
  /// Asked only of services that say they have some.
  public var parked: [ServiceName: [Parked.Waiting]]
  public var projects: ProjectAnswers

  public init(
    askedAt: Instant, replies: [ServiceName: Reply], parked: [ServiceName: [Parked.Waiting]] = [:],
    projects: ProjectAnswers = ProjectAnswers()
  ) {
    self.askedAt = askedAt
    self.replies = replies
    self.parked = parked
    self.projects = projects
  }
}

/// What intake said of the projects.
public struct ProjectAnswers: Hashable, Sendable {
  /// Why the list is not all there is.
  public enum Gap: Hashable, Sendable {
    /// No division was named, and no installed policy pack names one.
    case noDivision
    case silent(Silence)
    /// There are more than are listed.
    case cut
  }

  public struct Known: Hashable, Sendable {
    public let line: ProjectList.Line
    /// Nil when it was not asked or did not come.
    public let report: ProjectReport?
    public let outlook: Outlook?

    public init(line: ProjectList.Line, report: ProjectReport? = nil, outlook: Outlook? = nil) {
      self.line = line
      self.report = report
      self.outlook = outlook
    }
  }

  public var divisions: [DivisionCode]
  public var known: [Known]
  /// Nil when the list is whole.
  public var gap: Gap?

  public init(divisions: [DivisionCode] = [], known: [Known] = [], gap: Gap? = nil) {
    self.divisions = divisions
    self.known = known
    self.gap = gap
  }
}
