import Contracts
import DomainModel
import ServiceKit

/// Enters many returned forms, each judged by itself: a form that cannot be entered leaves its neighbours alone.
enum CastBallotsDecision: Decision {
  static func look(_ command: CastBallots, at view: any EntityView) throws -> BallotBox {
    try BallotBox(command.round, of: command.project, for: command.ballots.items, at: view)
  }

  static func decide(
    _ command: CastBallots, seeing box: BallotBox, under ruling: Ruling
  ) throws -> Outcome<BallotsRecorded> {
    guard box.round.isOpen else { throw Refusal(.roundNotOpen, pointers: ["/round"]) }
    var box = box
    var rows: [BallotRecorded] = []
    var entered: [Ballot] = []
    for ballot in command.ballots.items {
      do {
        let outcome = try box.put(ballot, on: ruling.effectiveOn)
        rows.append(BallotRecorded(ballotNo: ballot.ballotNo, outcome: outcome))
        entered.append(ballot)
      } catch {
        rows.append(BallotRecorded(ballotNo: ballot.ballotNo, outcome: .refused, refusal: error.code.code))
      }
    }
    let events = stride(from: 0, to: entered.count, by: BallotsCast.most).map { start in
      BallotsCast(project: command.project, round: command.round, ballots: Listing(capped: Array(entered[start...])))
    }
    return Outcome(events, reply: BallotsRecorded(rows: rows))
  }
}
