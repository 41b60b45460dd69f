import Contracts
import DomainModel
import ServiceKit

/// The fire inspection, passed or failed: a failed one is recorded too and keeps the acceptance report from being made.
enum PassFireInspectionDecision: Decision {
  static func look(_ command: PassFireInspection, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: PassFireInspection, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    guard !command.parties.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/parties"]) }
    try ruling.requireNotBefore(works.fireOn)
    try ruling.passGate()
    return Outcome([
      FireInspectionRecorded(
        project: command.project, passed: command.passed, parties: command.parties, document: command.document)
    ])
  }
}
