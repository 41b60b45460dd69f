import Contracts
import DomainModel
import ServiceKit

enum PublishChangeDecision: Decision {
  static func look(_ command: PublishChange, at view: any EntityView) throws -> ChangeSight {
    try ChangeSight.of(command.change, in: command.project, at: view)
  }

  static func decide(_ command: PublishChange, seeing sight: ChangeSight, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    try sight.take(.published, under: ruling)
    return Outcome(
      [ChangePublished(project: command.project, change: command.change, photos: command.photos)],
      reply: sight.standing(.published))
  }
}
