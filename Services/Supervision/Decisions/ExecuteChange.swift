import Contracts
import DomainModel
import ServiceKit

enum ExecuteChangeDecision: Decision {
  static func look(_ command: ExecuteChange, at view: any EntityView) throws -> ChangeSight {
    try ChangeSight.of(command.change, in: command.project, at: view)
  }

  static func decide(_ command: ExecuteChange, seeing sight: ChangeSight, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    let skipped = try sight.take(.executed, under: ruling)
    return Outcome(
      [
        ChangeExecuted(
          project: command.project, change: command.change, document: command.document,
          skipped: Listing(capped: skipped))
      ],
      reply: sight.standing(.executed))
  }
}
