import Contracts
import DomainModel
import ServiceKit

/// Opens a closed round's tally again for an objection that was upheld. What was stated of its result stands no longer:
/// the declaration and whatever else rests on it is put in question, here and in every service.
enum ReopenRoundDecision: Decision {
  struct Sight {
    let docket: Docket
    let round: Round
    let objection: Objection
    /// What was stated of the result, and rests on it.
    let questions: [StepQuestioned<VotingContract>]
  }

  /// The facts that a round's result made, with the steps that state them.
  private static func stated(by kind: RoundKind) -> [(fact: FactKey, step: WireName)] {
    switch kind {
    case .willingness: [(.willingnessCarried, "voting.close-round"), (.willingnessNoticeClosed, "voting.close-notice")]
    case .plan:
      [
        (.planVoteClosed, "voting.close-round"), (.planVoteCarried, "voting.close-round"),
        (.voteSummaryAttached, "voting.attach-summary"), (.planNoticeClosed, "voting.close-notice"),
      ]
    }
  }

  static func look(_ command: ReopenRound, at view: any EntityView) throws -> Sight {
    let round = try view.round(command.round, of: command.project)
    let facts = try view.facts(of: command.project)
    var steps: [SourceRef: WireName] = [:]
    // A fact that says no already has nothing resting on it.
    for (key, step) in stated(by: round.kind) {
      if let fact = facts[key], fact.value == .flag(true), steps[fact.source] == nil { steps[fact.source] = step }
    }
    return Sight(
      docket: try view.docket(of: command.project), round: round,
      objection: try view.objection(command.objection, of: command.project),
      questions: try view.questions(
        VotingContract.self, of: command.project, taking: Array(steps.keys)
      ) { steps[$0] ?? ReopenRound.name })
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
    let reopened = RoundReopened(
      project: command.project, round: command.round, kind: sight.round.kind, objection: command.objection,
      reason: command.reason)
    return Outcome([reopened] + sight.questions)
  }
}
