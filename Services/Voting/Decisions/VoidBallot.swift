import Contracts
import DomainModel
import ServiceKit

/// Strikes out a form that was entered wrongly, while its round is open.
enum VoidBallotDecision: Decision {
  struct Sight {
    let round: Round
    let ballot: EnteredBallot?
  }

  static func look(_ command: VoidBallot, at view: any EntityView) throws -> Sight {
    Sight(
      round: try view.round(command.round, of: command.project),
      ballot: try view.get(EnteredBallot.self, EnteredBallot.key(command.round, command.ballotNo)))
  }

  static func decide(_ command: VoidBallot, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard sight.round.isOpen else { throw Refusal(.roundNotOpen, pointers: ["/round"]) }
    guard let ballot = sight.ballot, !ballot.isStruck else {
      throw Refusal(.ballotUnknown, pointers: ["/ballotNo"])
    }
    return Outcome([
      BallotVoided(
        project: command.project, round: command.round, ballotNo: ballot.ballotNo, reason: command.reason)
    ])
  }
}
