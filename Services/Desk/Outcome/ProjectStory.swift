import Contracts
import DomainModel

/// What all services told of a project's decisions.
struct ProjectStory {
  struct Step {
    let service: ServiceName
    let taken: TakenStep
  }

  struct Refused {
    let service: ServiceName
    let given: Refusals.Given
  }

  var steps: [Step] = []
  var refusals: [Refused] = []
  var outlook: Outlook?
  /// The services that did not answer.
  var silent: Set<ServiceName> = []

  /// By the day on which each was taken; on one day in the order of the services, and of each service's journal.
  var ordered: [Step] {
    steps.sorted {
      let (one, other) = ($0.taken.receipt.on, $1.taken.receipt.on)
      if one != other { return one < other }
      if $0.service != $1.service { return $0.service.place < $1.service.place }
      return $0.taken.sequence < $1.taken.sequence
    }
  }

  func json(withRefusals: Bool) throws -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(
        "decisions",
        .array(
          try ordered.map { step -> JSONValue in
            ["service": .string(step.service.rawValue), "taken": try JSONValue(encoding: step.taken)]
          }))
    ]
    if withRefusals {
      members.append(
        .init(
          "refusals",
          .array(
            try refusals.map { refusal -> JSONValue in
              ["service": .string(refusal.service.rawValue), "given": try JSONValue(encoding: refusal.given)]
            })))
    }
    members.append(.init("outlook", try outlook.map { try JSONValue(encoding: $0) } ?? .null))
    members.append(.init("silent", .array(ServiceName.allCases.filter(silent.contains).map { .string($0.rawValue) })))
    return .object(members)
  }
}

extension ServiceName {
  /// The place in the order of the course.
  fileprivate var place: Int { ServiceName.allCases.firstIndex(of: self) ?? 0 }
}
