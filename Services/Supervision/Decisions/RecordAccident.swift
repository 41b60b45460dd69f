import Contracts
import DomainModel
import ServiceKit

enum RecordAccidentDecision: Decision {
  static func look(_ command: RecordAccident, at view: any EntityView) throws {}

  static func decide(_ command: RecordAccident, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    Outcome([
      AccidentRecorded(
        project: command.project, severity: command.severity, place: command.place, injured: command.injured,
        dead: command.dead, worksStopped: command.worksStopped, report: command.report, photos: command.photos)
    ])
  }
}
