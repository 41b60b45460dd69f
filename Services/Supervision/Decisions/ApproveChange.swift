import Contracts
import DomainModel
import ServiceKit

enum ApproveChangeDecision: Decision {
  static func look(_ command: ApproveChange, at view: any EntityView) throws -> ChangeSight {
    try ChangeSight.of(command.change, in: command.project, at: view)
  }

  static func decide(_ command: ApproveChange, seeing sight: ChangeSight, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    let stage = command.approved ? ChangeStage.approved : .turnedDown
    try sight.take(stage, under: ruling)
    return Outcome(
      [
        ChangeDecided(
          project: command.project, change: command.change, approved: command.approved, by: command.by,
          document: command.document)
      ],
      reply: sight.standing(stage))
  }
}
