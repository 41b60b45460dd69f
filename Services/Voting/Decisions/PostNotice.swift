import Contracts
import DomainModel
import Policy
import PolicyInputs
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
    let posting = NoticePosting(terms)
    let period = NoticePeriod(
      postedOn: ruling.effectiveOn, minimum: terms.minimum.value?.workingDays, calendar: law.calendar)
    let showsNoPlan: (GateRule) -> Finding = { $0.finding(.satisfied, [NamedValue("shows-plan", .flag(false))]) }
    try ruling.passGate(
      case: law.gate(ruling.step, case: command.kind.gateCase).isEmpty ? nil : command.kind.gateCase,
      judging: command.kind == .willingness
        ? ["plan.version-exists": showsNoPlan, "voting.plan-signed": showsNoPlan] : [:],
      adding: [
        posting.contents(Set(command.contents.map(\.code))), posting.places(Set(command.places)),
        posting.printed(command.printedLastDay, period), startShown(command, ruling),
      ].compactMap { $0 })
    let posted = NoticePosted(
      project: command.project, notice: NoticeID(command.project, sight.docket.notices + 1), kind: command.kind,
      planVersion: command.planVersion, postedOn: ruling.effectiveOn, contents: command.contents,
      places: command.places, evidence: command.evidence, earliestLastDay: period.earliestLastDay,
      objectionsOpen: try Whole(sight.docket.objectionsOpen), printedLastDay: command.printedLastDay)
    return Outcome(
      [posted], reply: NoticeSchedule(posted.notice, period), findings: due(period, terms.minimum.citations))
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

extension NoticeKind {
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
