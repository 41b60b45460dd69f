import Contracts
import DomainModel
import Policy
import ServiceKit

extension Ruling {
  /// The edition that judges the project.
  func edition() throws -> Edition { try law().edition }

  /// Only the office that the city's rules name may take the step, where they name one.
  func requireOffice(_ offices: Provision<[Role]>) throws {
    guard let offices = offices.value, let first = offices.first, principal.roles.isDisjoint(with: offices) else {
      return
    }
    throw Refusal(.notTheirOffice, values: [NamedValue("office", .code(first.rawValue))])
  }

  /// Whether the plan that was consulted on is the one now valid: an opinion speaks of no other (plan 4.3).
  func planCurrent(_ plan: PlanID, under edition: Edition) -> Finding {
    let cites = edition.stated(\.approvals.joint).citations
    guard let valid = facts?[.planVersion] else {
      return Finding(
        "consultation.plan-current", .unknown, cites: cites, values: [NamedValue("plan", .code(plan.rawValue))],
        awaits: .intake)
    }
    return Finding(
      "consultation.plan-current", valid.value == .code(plan.rawValue) ? .satisfied : .violated, cites: cites,
      values: [NamedValue("plan", .code(plan.rawValue)), NamedValue("valid-plan", valid.value)], sources: [valid.source]
    )
  }

  /// What intake says of a flag; nil when it has not.
  func flag(_ key: FactKey) -> Bool? {
    facts?[key].map { $0.value == .flag(true) }
  }
}

extension EntityView {
  /// The project's steps whose receipts rest on an event, and the step of that event itself.
  func steps(of project: ProjectID, hangingOn source: SourceRef) throws -> [StepRecord] {
    try all(StepRecord.self, prefix: "\(project)#").filter {
      $0.inQuestion == nil && ($0.sequence == source.sequence || $0.sources.contains(source))
    }
  }
}

extension [StepRecord] {
  /// The steps put in question because an office took back what they rest on.
  func questioned(because source: SourceRef) -> [any Event] {
    map {
      StepQuestioned<ApprovalsContract>(
        project: $0.project, step: $0.receipt.step, sequence: $0.sequence, because: source)
    }
  }
}
