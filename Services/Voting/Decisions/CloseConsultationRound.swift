import Contracts
import DomainModel
import Policy
import ServiceKit

/// Ends a round of consultation whose comments are sorted, answered where the city asks for it, and taken up by the
/// plan.
enum CloseConsultationRoundDecision: Decision {
  static func look(_ command: CloseConsultationRound, at view: any EntityView) throws -> ConsultationRound {
    try view.consultationRound(command.consultation, of: command.project)
  }

  static func decide(
    _ command: CloseConsultationRound, seeing round: ConsultationRound, under ruling: Ruling
  ) throws -> Outcome<ConsultationRoundStanding> {
    try ruling.requireNotHalted()
    guard round.isOpen else { throw Refusal(.consultationRoundEnded, pointers: ["/consultation"]) }
    try ruling.requireNotBefore(round.lastStepOn)
    guard command.lastDay >= round.openedOn else { throw Refusal(.datesReversed, pointers: ["/lastDay"]) }
    guard command.lastDay < ruling.effectiveOn else {
      throw Refusal(.lastDayNotOver, values: [NamedValue("last", .date(command.lastDay))], pointers: ["/lastDay"])
    }
    try requireCurrent(command.planAfter, ruling)
    let posting = try ConsultationPosting(ruling.law().edition)
    try ruling.passGate(
      judging: [
        "consultation.comments-sorted": { rule in
          rule.finding(
            round.unsorted == 0 ? .satisfied : .violated, [NamedValue("unsorted", .count(Int64(round.unsorted)))])
        },
        "consultation.plan-optimised": { optimised(round, command.planAfter, under: $0) },
      ],
      adding: [
        posting?.answered(unanswered: round.unanswered, of: round.comments), hungWithoutGap(round, command),
      ].compactMap { $0 })
    let closed = ConsultationRoundClosed(
      project: command.project, consultation: round.id, round: try Whole(round.round), isLast: round.isLast,
      lastDay: command.lastDay, planBefore: round.planBefore, planAfter: command.planAfter, summary: command.summary,
      comments: try Whole(round.comments), adopted: try Whole(round.adopted), partly: try Whole(round.partly),
      explained: try Whole(round.explained), evidence: command.evidence)
    var ended = round
    ended.lastDay = command.lastDay
    ended.planAfter = command.planAfter
    return Outcome([closed], reply: ended.standing)
  }

  /// The plan after the round is the one valid now.
  private static func requireCurrent(_ plan: PlanID, _ ruling: Ruling) throws {
    guard case .code(let current) = ruling.facts?[.planVersion]?.value, current != plan.rawValue else { return }
    throw Refusal(
      .planNotCurrent, values: [NamedValue("given", .code(plan.rawValue)), NamedValue("current", .code(current))],
      pointers: ["/planAfter"])
  }

  /// What was taken up changes the plan: a version that is the same as before takes up nothing (Sichuan 4.3).
  private static func optimised(_ round: ConsultationRound, _ after: PlanID, under rule: GateRule) -> Finding {
    let takenUp = round.adopted + round.partly
    return rule.finding(
      takenUp == 0 || after != round.planBefore ? .satisfied : .violated,
      [
        NamedValue("taken-up", .count(Int64(takenUp))), NamedValue("plan-before", .code(round.planBefore.rawValue)),
        NamedValue("plan-after", .code(after.rawValue)),
      ])
  }

  /// Photographs of its first day and of its last, not a bare yes (domain §5.1, §18.4).
  private static func hungWithoutGap(_ round: ConsultationRound, _ command: CloseConsultationRound) -> Finding {
    let start = round.evidence.contains { $0.shows == .hangsAtStart }
    let end = command.evidence.contains { $0.shows == .hangsAtEnd && $0.takenOn >= command.lastDay }
    return Finding(
      "notice.hung-without-gap", start && end ? .satisfied : .violated, origin: .recommended,
      cites: [.choice("notice-evidence")],
      values: [NamedValue("start-shown", .flag(start)), NamedValue("end-shown", .flag(end))])
  }
}
