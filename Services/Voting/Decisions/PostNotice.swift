import Contracts
import DomainModel
import Policy
import ServiceKit

/// Posts a notice and says how long it must hang. Another notice of the same kind that still hangs is superseded: its
/// days do not count for this one.
enum PostNoticeDecision: Decision {
  struct Sight {
    let docket: Docket
    /// The notice of this kind posted before.
    let earlier: Notice?
  }

  static func look(_ command: PostNotice, at view: any EntityView) throws -> Sight {
    let docket = try view.docket(of: command.project)
    return Sight(
      docket: docket, earlier: try docket[command.kind].flatMap { try view.get(Notice.self, $0.rawValue) })
  }

  static func decide(
    _ command: PostNotice, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<NoticeSchedule> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(sight.earlier?.lastStepOn)
    let law = try ruling.law()
    if command.kind == .willingness {
      if command.planVersion != nil { throw Refusal(.planVersionNotAsked, pointers: ["/planVersion"]) }
    } else {
      try ruling.requireCurrentPlan(command.planVersion)
    }
    let terms = law.edition.file.terms.notices[keyPath: command.kind.terms]
    let period = NoticePeriod(
      postedOn: ruling.effectiveOn, minimum: terms.minimum.value?.workingDays, calendar: law.calendar)
    let showsNoPlan: (GateRule) -> Finding = { $0.finding(.satisfied, [NamedValue("shows-plan", .flag(false))]) }
    try ruling.passGate(
      case: law.gate(ruling.step, case: command.kind.gateCase).isEmpty ? nil : command.kind.gateCase,
      judging: command.kind == .willingness
        ? ["plan.version-exists": showsNoPlan, "voting.plan-signed": showsNoPlan] : [:],
      adding: contents(command, terms) + places(command, terms) + printedPeriod(command, terms, period)
        + [startShown(command, ruling)])
    let posted = NoticePosted(
      project: command.project, notice: NoticeID(command.project, sight.docket.notices + 1), kind: command.kind,
      planVersion: command.planVersion, postedOn: ruling.effectiveOn, contents: command.contents,
      places: command.places, evidence: command.evidence, earliestLastDay: period.earliestLastDay,
      objectionsOpen: try Whole(sight.docket.objectionsOpen), printedLastDay: command.printedLastDay)
    return Outcome(
      [posted], reply: NoticeSchedule(posted.notice, period), findings: due(period, terms.minimum.citations))
  }

  /// Everything that the city wants posted, but for the summary of a vote that is still to come.
  private static func contents(_ command: PostNotice, _ terms: NoticeTerms) -> [Finding] {
    guard case .stated(let wanted, let cites) = terms.contents else { return [] }
    let posted = Set(command.contents.map(\.code))
    let missing = wanted.map(\.item.code).filter { !posted.contains($0) && $0 != NoticeContent.voteSummary }
    return [
      Finding(
        "notice.contents-complete", missing.isEmpty ? .satisfied : .violated, cites: cites,
        values: missing.map { NamedValue("missing", .code($0.rawValue)) })
    ]
  }

  private static func places(_ command: PostNotice, _ terms: NoticeTerms) -> [Finding] {
    guard case .stated(let wanted, let cites) = terms.places else { return [] }
    let missing = wanted.filter { !command.places.contains($0) }
    return [
      Finding(
        "notice.places-complete", missing.isEmpty ? .satisfied : .violated, cites: cites,
        values: missing.map { NamedValue("missing", .code($0.rawValue)) })
    ]
  }

  /// The dates on the notice: long enough where they are printed, and printed where late objections are barred.
  private static func printedPeriod(
    _ command: PostNotice, _ terms: NoticeTerms, _ period: NoticePeriod
  ) -> [Finding] {
    guard let printed = command.printedLastDay else {
      guard case .stated(.rejected, _) = terms.lateObjections else { return [] }
      return [
        Finding(
          "notice.period-printed", .violated, origin: .recommended, cites: [.choice("printed-period")],
          values: [NamedValue("printed", .flag(false))])
      ]
    }
    let holds = period.earliestLastDay.map { printed >= $0 } ?? (printed >= period.postedOn)
    return [
      Finding(
        "notice.period-printed", holds ? .satisfied : .violated, cites: terms.minimum.citations,
        values: period.arithmetic + [
          NamedValue("printed-last-day", .date(printed)),
          NamedValue("printed-days", .count(Int64(printed.days(since: period.postedOn)))),
        ])
    ]
  }

  /// A photograph of the first day, not a bare yes (domain §18.4).
  private static func startShown(_ command: PostNotice, _ ruling: Ruling) -> Finding {
    let isShown = command.evidence.contains { $0.shows == .hangsAtStart && $0.takenOn == ruling.effectiveOn }
    return Finding(
      "notice.start-shown", isShown ? .satisfied : .violated, origin: .recommended, cites: [.choice("notice-evidence")],
      values: [NamedValue("posted-on", .date(ruling.effectiveOn))])
  }

  /// The due date with its arithmetic. A year whose holidays are not published yet hinders no posting.
  private static func due(_ period: NoticePeriod, _ cites: [Citation]) -> [Finding] {
    guard period.minimum != nil else { return [] }
    return [
      Finding(
        "notice.earliest-end", period.unknownYear == nil ? .satisfied : .unknown, force: .advises, cites: cites,
        values: period.arithmetic)
    ]
  }
}

extension NoticeContent {
  /// What joins the other contents only after the vote (plan 3.3).
  static let voteSummary: Identifier<SlugKind> = "vote-summary"
}

extension NoticeKind {
  /// Where the rules of such a notice stand in a pack; the result of the plan vote is posted by those of the plan.
  var terms: KeyPath<NoticesTerms, NoticeTerms> {
    switch self {
    case .plan, .result: \.plan
    case .willingness: \.willingness
    }
  }

  /// The case of the step's gate that guards it, where a pack guards its notices apart.
  var gateCase: Identifier<SlugKind> {
    switch self {
    case .plan: "plan"
    case .willingness: "willingness"
    case .result: "result"
    }
  }
}

extension NoticeSchedule {
  init(_ notice: NoticeID, _ period: NoticePeriod) {
    self.init(
      notice: notice, postedOn: period.postedOn, minimumWorkingDays: period.minimum, countedDays: period.countedDays,
      earliestLastDay: period.earliestLastDay, unknownYear: period.unknownYear)
  }
}
