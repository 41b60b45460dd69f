import Contracts
import DomainModel
import ServiceKit

/// Opens a closed round's tally again for an objection that was upheld.
enum ReopenRoundDecision: Decision {
  struct Sight {
    let docket: Docket
    let round: Round
    let objection: Objection
  }

  static func look(_ command: ReopenRound, at view: any EntityView) throws -> Sight {
    Sight(
      docket: try view.docket(of: command.project), round: try view.round(command.round, of: command.project),
      objection: try view.objection(command.objection, of: command.project))
  }

  static func decide(_ command: ReopenRound, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard !sight.round.isOpen else { throw Refusal(.roundNotClosed, pointers: ["/round"]) }
    if let open = sight.docket[sight.round.kind].openRound {
      throw Refusal(.roundAlreadyOpen, values: [NamedValue("round", .code(open.rawValue))])
    }
    guard sight.objection.disposition == .adopted else {
      throw Refusal(.objectionNotUpheld, pointers: ["/objection"])
    }
    try ruling.requireNotBefore(max(sight.round.lastStepOn, sight.objection.lastStepOn))
    return Outcome([
      RoundReopened(
        project: command.project, round: command.round, kind: sight.round.kind, objection: command.objection,
        reason: command.reason)
    ])
  }
}
