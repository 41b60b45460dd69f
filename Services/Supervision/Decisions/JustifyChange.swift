import Contracts
import DomainModel
import ServiceKit

enum JustifyChangeDecision: Decision {
  static func look(_ command: JustifyChange, at view: any EntityView) throws -> ChangeSight {
    try ChangeSight.of(command.change, in: command.project, at: view)
  }

  static func decide(_ command: JustifyChange, seeing sight: ChangeSight, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    try sight.take(.justified, under: ruling)
    return Outcome(
      [
        ChangeJustified(
          project: command.project, change: command.change, designer: command.designer, statement: command.statement)
      ],
      reply: sight.standing(.justified))
  }
}
