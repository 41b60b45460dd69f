import Contracts
import DomainModel
import Policy
import ServiceKit

/// The construction plan is made with the contractor who was appointed, not by the task force alone.
enum RecordConstructionPlanDecision: Decision {
  static func look(_ command: RecordConstructionPlan, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(
    _ command: RecordConstructionPlan, seeing works: Works, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard !command.topics.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/topics"]) }
    try ruling.requireNotBefore(works.contractorOn)
    let provision = try ruling.law().edition.stated(\.construction.constructionPlan)
    try ruling.passGate(adding: [
      Finding(
        "construction-plan.with-contractor", works.contractor == command.contractor ? .satisfied : .violated,
        force: provision.value == .required ? .blocks : .advises, cites: provision.citations,
        values: [NamedValue("named", .code(command.contractor.rawValue))]
          + (works.contractor.map { [NamedValue("appointed", .code($0.rawValue))] } ?? []))
    ])
    return Outcome([
      ConstructionPlanRecorded(
        project: command.project, topics: command.topics, contractor: command.contractor, document: command.document)
    ])
  }
}
