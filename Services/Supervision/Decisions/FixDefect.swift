import Contracts
import DomainModel
import ServiceKit

enum FixDefectDecision: Decision {
  static func look(_ command: FixDefect, at view: any EntityView) throws -> Defect {
    guard command.defect.project() == command.project, let defect = try view.get(Defect.self, command.defect.rawValue)
    else { throw Refusal(.defectUnknown, pointers: ["/defect"]) }
    return defect
  }

  static func decide(_ command: FixDefect, seeing defect: Defect, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard defect.state == .open else { throw Refusal(.defectNotOpen, pointers: ["/defect"]) }
    try ruling.requireNotBefore(defect.lastOn)
    return Outcome([
      DefectFixed(project: command.project, defect: command.defect, by: command.by, photos: command.photos)
    ])
  }
}
