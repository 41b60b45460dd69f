import Contracts
import DomainModel

/// What the answers mean: how each service and project stands, what is to be seen to, and in which order.
public struct Assessment: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case healthy
    /// All services answer, but something is to be seen to.
    case degraded
    /// At least one service does not answer.
    case down

    /// What the program ends with.
    public var exitCode: Int32 {
      switch self {
      case .healthy: 0
      case .degraded: 1
      case .down: 2
      }
    }
  }

  /// A project whose heard events wait in a service.
  public struct ParkedProject: Hashable, Sendable {
    public let service: ServiceName
    public let waiting: Parked.Waiting
  }

  public let at: Instant
  public let verdict: Verdict
  /// All five, in the order of the course.
  public let services: [ServiceStanding]
  /// The most urgent first.
  public let troubles: [Trouble]
  public let parked: [ParkedProject]
  public let divisions: [DivisionCode]
  public let projects: [ProjectStanding]
  public let gap: ProjectAnswers.Gap?

  public init(_ answers: Answers) {
    let services = ServiceName.allCases.map { ServiceStanding($0, in: answers) }
    let found = services.flatMap(\.troubles)
    at = answers.askedAt
    self.services = services
    // Of one rank they stay in the order of the course.
    troubles = Set(found.map(\.rank)).sorted().flatMap { rank in found.filter { $0.rank == rank } }
    verdict = services.contains { $0.silence != nil } ? .down : found.isEmpty ? .healthy : .degraded
    parked = ServiceName.allCases.flatMap { service in
      (answers.parked[service] ?? []).map { ParkedProject(service: service, waiting: $0) }
    }
    divisions = answers.projects.divisions
    projects = answers.projects.known.map(ProjectStanding.init)
    gap = answers.projects.gap
  }
}
