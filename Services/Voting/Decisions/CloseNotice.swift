import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Ends a notice that hung long enough, without a gap, and with all that belongs to it.
enum CloseNoticeDecision: Decision {
  static func look(_ command: CloseNotice, at view: any EntityView) throws -> Notice {
    try view.notice(command.notice, of: command.project)
  }

  static func decide(
    _ command: CloseNotice, seeing notice: Notice, under ruling: Ruling
  ) throws -> Outcome<NoticeOutcome> {
    try ruling.requireNotHalted()
    guard notice.hangs else { throw Refusal(.noticeNotHanging, pointers: ["/notice"]) }
    try ruling.requireNotBefore(notice.lastStepOn)
    guard command.lastDay >= notice.postedOn else { throw Refusal(.datesReversed, pointers: ["/lastDay"]) }
    guard command.lastDay < ruling.effectiveOn else {
      throw Refusal(.lastDayNotOver, values: [NamedValue("last", .date(command.lastDay))], pointers: ["/lastDay"])
    }
    let law = try ruling.law()
    let terms = law.edition.file.terms.notices[keyPath: notice.kind.terms]
    let period = NoticePeriod(
      postedOn: notice.postedOn, minimum: terms.minimum.value?.workingDays, calendar: law.calendar)
    if let year = period.unknownYear {
      throw Refusal(.calendarUnknown, values: [NamedValue("year", .count(Int64(year)))])
    }
    let ending = NoticeEnding(notice: notice, lastDay: command.lastDay, period: period, calendar: law.calendar)
    try ruling.passGate(
      judging: [
        "notice.minimum-reached": { period.minimumReached(by: command.lastDay, under: $0) },
        "notice.vote-closed": { ending.voteClosed(ruling.facts, under: $0) },
        "notice.summary-attached": { ending.summaryAttached(under: $0) },
        "notice.summary-visible": { ending.summaryVisible(under: $0) },
      ],
      adding: [ending.hungWithoutGap(command.evidence.items)] + ending.hungAsPrinted())
    let closed = NoticeClosed(
      project: command.project, notice: notice.id, kind: notice.kind, lastDay: command.lastDay,
      evidence: command.evidence)
    return Outcome(
      [closed],
      reply: NoticeOutcome(
        notice: notice.id, postedOn: notice.postedOn, lastDay: command.lastDay,
        workingDays: try? law.calendar.workingDays(after: notice.postedOn, through: command.lastDay),
        printedDays: command.lastDay.days(since: notice.postedOn)))
  }
}

/// What is looked at when a notice is to end with `lastDay`.
struct NoticeEnding {
  let notice: Notice
  let lastDay: BusinessDate
  let period: NoticePeriod
  let calendar: WorkCalendar

  /// The vote on the plan that hangs is closed, and was so while the notice hung (AMB-02).
  func voteClosed(_ facts: ProjectFacts?, under rule: GateRule) -> Finding {
    guard notice.kind == .plan else { return rule.finding(.satisfied, [NamedValue("votes", .flag(false))]) }
    guard let closed = facts?[.planVoteClosed] else { return rule.unknown(.planVoteClosed) }
    let isOfThisPlan = facts?[.planVoteVersion]?.value == notice.planVersion.map { .code($0.rawValue) }
    let holds = closed.value == .flag(true) && closed.on <= lastDay && isOfThisPlan
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("closed", closed.value), NamedValue("since", .date(closed.on)),
        NamedValue("of-this-plan", .flag(isOfThisPlan)), NamedValue("last-day", .date(lastDay)),
      ], [closed.source])
  }

  /// A notice does not end before the last day that it prints (AMB-10).
  func hungAsPrinted() -> [Finding] {
    guard let printed = notice.printedLastDay else { return [] }
    return [
      Finding(
        "notice.hung-as-printed", lastDay >= printed ? .satisfied : .violated, origin: .recommended,
        cites: [.choice("printed-period")],
        values: [NamedValue("printed-last-day", .date(printed)), NamedValue("last-day", .date(lastDay))])
    ]
  }

  /// The summary of the vote hangs with the plan (plan 3.3).
  func summaryAttached(under rule: GateRule) -> Finding {
    guard notice.kind == .plan else { return rule.finding(.satisfied, [NamedValue("votes", .flag(false))]) }
    guard let attached = notice.summaryAttachedOn else {
      return rule.finding(.violated, [NamedValue("attached", .flag(false))])
    }
    return rule.finding(
      attached <= lastDay ? .satisfied : .violated,
      [NamedValue("attached-on", .date(attached)), NamedValue("last-day", .date(lastDay))])
  }

  /// How long the summary could be seen; too short a time is told and hinders nothing (AMB-02).
  func summaryVisible(under rule: GateRule) -> Finding {
    guard notice.kind == .plan, let attached = notice.summaryAttachedOn else { return rule.finding(.satisfied) }
    let wanted = rule.parameters.workingDays ?? 0
    guard let visible = try? calendar.workingDays(after: attached, through: lastDay) else {
      return rule.finding(.unknown, [NamedValue("attached-on", .date(attached))])
    }
    return rule.finding(
      visible >= wanted ? .satisfied : .violated,
      [
        NamedValue("attached-on", .date(attached)), NamedValue("visible-working-days", .count(Int64(visible))),
        NamedValue("recommended-working-days", .count(Int64(wanted))),
      ])
  }

  /// Photographs of its first day and of its last, not a bare yes (domain §5.1, §18.4).
  func hungWithoutGap(_ added: [NoticeEvidence]) -> Finding {
    let start = notice.evidence.contains { $0.shows == .hangsAtStart }
    let end = added.contains { $0.shows == .hangsAtEnd && $0.takenOn >= lastDay }
    return Finding(
      "notice.hung-without-gap", start && end ? .satisfied : .violated, origin: .recommended,
      cites: [.choice("notice-evidence")],
      values: [NamedValue("start-shown", .flag(start)), NamedValue("end-shown", .flag(end))])
  }
}
