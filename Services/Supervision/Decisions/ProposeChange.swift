import Contracts
import DomainModel
import ServiceKit

enum ProposeChangeDecision: Decision {
  static func look(_ command: ProposeChange, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: ProposeChange, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    try ruling.requireNotHalted()
    try ruling.passGate()
    let change = ChangeID(command.project, works.changes + 1)
    return Outcome(
      [
        ChangeProposed(
          project: command.project, change: change, title: command.title, added: command.added,
          removed: command.removed, direction: command.direction, difference: command.difference,
          proposedBy: command.proposedBy, document: command.document)
      ],
      reply: ChangeStanding(change: change, stage: .proposed))
  }
}
