import Contracts
import DomainModel
import ServiceKit

/// Begins a roll under the project's next number.
enum BeginRollDecision: Decision {
  static func look(_ command: BeginRoll, at view: any EntityView) throws -> Docket {
    try view.docket(of: command.project)
  }

  static func decide(_ command: BeginRoll, seeing docket: Docket, under ruling: Ruling) throws -> Outcome<RollBegun> {
    _ = try ruling.law()
    let begun = RollBegun(project: command.project, roll: RollID(command.project, docket.rolls + 1))
    return Outcome([begun], reply: begun)
  }
}
