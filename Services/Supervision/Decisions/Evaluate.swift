import Contracts
import DomainModel
import Policy
import ServiceKit

enum EvaluateDecision: Decision {
  struct Sight {
    let works: Works
    let poll: Poll
  }

  static func look(_ command: Evaluate, at view: any EntityView) throws -> Sight {
    Sight(
      works: try Works.of(command.project, in: view),
      poll: try view.get(Poll.self, command.project.rawValue) ?? Poll(project: command.project))
  }

  static func decide(_ command: Evaluate, seeing sight: Sight, under ruling: Ruling) throws
    -> Outcome<EvaluationReport>
  {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(sight.works.acceptancePassedOn)
    let poll = sight.poll
    try ruling.passGate(
      judging: [
        // What must be recorded before a project is evaluated is the satisfaction form (plan 3.9).
        "evaluation.recorded": { rule in
          rule.finding(
            poll.forms > 0 ? .satisfied : .violated, [NamedValue("questionnaires", .count(Int64(poll.forms)))])
        },
        "evaluation.voices-heard": { rule in
          let missing = AppraisalVoice.allCases.filter { !poll.hasHeard($0) }
          return rule.finding(
            missing.isEmpty ? .satisfied : .violated, missing.map { NamedValue("missing", .code($0.rawValue)) })
        },
      ],
      adding: [rates(poll, try ruling.law())])
    return Outcome(
      [
        EvaluationRecorded(
          project: command.project, evaluator: command.evaluator, works: command.works, management: command.management,
          report: command.report, questionnaires: try Whole(poll.forms), satisfied: poll.satisfied,
          improved: poll.improved)
      ],
      reply: EvaluationReport(
        questionnaires: poll.forms, satisfied: poll.satisfied, improved: poll.improved, origin: .recommended))
  }

  /// The rates decide nothing; they are ours and the receipt says so.
  private static func rates(_ poll: Poll, _ law: Law) -> Finding {
    let indicators = law.edition.settled(\.evaluation.indicators)
    return .advice(
      "evaluation.indicators", true, cites: indicators.citations, origin: indicators.origin,
      values: [
        poll.satisfied.map { NamedValue("satisfied", .share($0)) },
        poll.improved.map { NamedValue("improved", .share($0)) },
      ].compactMap { $0 })
  }
}
