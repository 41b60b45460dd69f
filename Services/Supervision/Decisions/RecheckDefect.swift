import Contracts
import DomainModel
import ServiceKit

enum RecheckDefectDecision: Decision {
  struct Sight {
    let works: Works
    let defect: Defect
  }

  static func look(_ command: RecheckDefect, at view: any EntityView) throws -> Sight {
    guard command.defect.project() == command.project, let defect = try view.get(Defect.self, command.defect.rawValue)
    else { throw Refusal(.defectUnknown, pointers: ["/defect"]) }
    return Sight(works: try Works.of(command.project, in: view), defect: defect)
  }

  static func decide(_ command: RecheckDefect, seeing sight: Sight, under ruling: Ruling) throws
    -> Outcome<DefectReport>
  {
    guard sight.defect.state == .fixed else { throw Refusal(.defectNotFixed, pointers: ["/defect"]) }
    try ruling.requireNotBefore(sight.defect.lastOn)
    let open = sight.works.defectsOpen - (command.passed ? 1 : 0)
    return Outcome(
      [
        DefectRechecked(
          project: command.project, defect: command.defect, passed: command.passed, checkedBy: command.checkedBy,
          defectsOpen: try Whole(open), photos: command.photos)
      ],
      reply: DefectReport(defectsOpen: open))
  }
}
