import Contracts
import DomainModel
import ServiceKit

/// Enters one returned form.
enum CastBallotDecision: Decision {
  static func look(_ command: CastBallot, at view: any EntityView) throws -> BallotBox {
    try BallotBox(command.round, of: command.project, for: [command.ballot], at: view)
  }

  static func decide(
    _ command: CastBallot, seeing box: BallotBox, under ruling: Ruling
  ) throws -> Outcome<BallotRecorded> {
    var box = box
    do {
      let outcome = try box.put(command.ballot, on: ruling.effectiveOn)
      return Outcome(
        [BallotsCast(project: command.project, round: command.round, ballots: [command.ballot])],
        reply: BallotRecorded(ballotNo: command.ballot.ballotNo, outcome: outcome))
    } catch {
      throw Refusal(error.code, values: error.values, pointers: error.pointers.map { pointer in "/ballot" + pointer })
    }
  }
}
