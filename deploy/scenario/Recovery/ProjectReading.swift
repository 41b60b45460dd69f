import ClientKit
import Contracts
import DomainModel

/// What the five services know of a project: by this two runs are compared, whatever the numbers of their events.
public struct ProjectReading: Equatable {
  /// A fact without where it was heard.
  public struct Known: Hashable {
    public let key: FactKey
    public let value: FactValue
    public let on: BusinessDate
    public let isWithdrawn: Bool
    public let isInQuestion: Bool
  }

  public private(set) var facts: [ServiceName: Set<Known>] = [:]

  public init(_ project: ProjectID, _ office: Office) async throws {
    for service in ServiceName.allCases {
      facts[service] = Set(
        try await ProjectReading.known(project, service, office).facts.map {
          Known(
            key: $0.key, value: $0.fact.value, on: $0.fact.on, isWithdrawn: $0.fact.isWithdrawn,
            isInQuestion: $0.fact.isInQuestion)
        })
    }
  }

  var count: Int { facts.values.map(\.count).reduce(0, +) }

  /// One line for each fact that only one of two has.
  func differences(from other: ProjectReading) -> [String] {
    ServiceName.allCases.flatMap { service -> [String] in
      let (mine, theirs) = (facts[service] ?? [], other.facts[service] ?? [])
      return (mine.subtracting(theirs).map { "\(service.rawValue) + \($0.key.rawValue) \($0.on) \($0.value)" }
        + theirs.subtracting(mine).map { "\(service.rawValue) - \($0.key.rawValue) \($0.on) \($0.value)" }).sorted()
    }
  }

  private static func known(_ project: ProjectID, _ service: ServiceName, _ office: Office) async throws -> KnownFacts {
    switch service {
    case .intake: try await office.ask(FactsQuery<IntakeContract>(project: project))
    case .voting: try await office.ask(FactsQuery<VotingContract>(project: project))
    case .funding: try await office.ask(FactsQuery<FundingContract>(project: project))
    case .approvals: try await office.ask(FactsQuery<ApprovalsContract>(project: project))
    case .supervision: try await office.ask(FactsQuery<SupervisionContract>(project: project))
    }
  }
}
