import Contracts
import DomainModel
import ServiceKit

/// Records what the province's system answered. It happened outside, so no gate stands before it.
enum RecordSystemAnswerDecision: Decision {
  static func look(_ command: RecordSystemAnswer, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: RecordSystemAnswer, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let item = try OutboundChecks.answered(
      project.entries ?? [], command.attempt, isAccepted: command.isAccepted, number: command.number,
      reasons: command.reasons)
    try ruling.requireNotBefore(item.preparedOn)
    return Outcome([
      SystemEntryAnswered(
        project: command.project, attempt: command.attempt, isAccepted: command.isAccepted, number: command.number,
        reasons: command.reasons, document: command.document)
    ])
  }
}
