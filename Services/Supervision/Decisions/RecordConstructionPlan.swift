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
    try ruling.passGate(adding: [
      ConstructionPlanTest.finding(
        named: command.contractor, appointed: works.contractor, under: ruling.law().edition)
    ])
    return Outcome([
      ConstructionPlanRecorded(
        project: command.project, topics: command.topics, contractor: command.contractor, document: command.document)
    ])
  }
}
