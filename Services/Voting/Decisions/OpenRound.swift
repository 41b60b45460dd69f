import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Opens a round on a sealed roll, which gives its denominators for good.
enum OpenRoundDecision: Decision {
  struct Sight {
    let docket: Docket
    let roll: Roll
    /// The plan notice posted last.
    let notice: Notice?
  }

  static func look(_ command: OpenRound, at view: any EntityView) throws -> Sight {
    let docket = try view.docket(of: command.project)
    return Sight(
      docket: docket, roll: try view.roll(command.roll, of: command.project),
      notice: try docket.planNotice.flatMap { try view.get(Notice.self, $0.rawValue) })
  }

  static func decide(_ command: OpenRound, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<RoundOpened> {
    try ruling.requireNotHalted()
    guard try VoteThresholds(ruling.law().edition, command.kind.terms) != nil else { throw Refusal(.voteNotForeseen) }
    guard let rollHash = sight.roll.hash else { throw Refusal(.rollNotSealed, pointers: ["/roll"]) }
    try ruling.requireNotBefore(sight.roll.sealedOn)
    try requirePlan(command, ruling)
    try requireNoOther(command, sight.docket)
    let opensOn = command.opensOn ?? ruling.effectiveOn
    guard opensOn >= ruling.effectiveOn, command.closesOn.map({ $0 >= opensOn }) ?? true else {
      throw Refusal(.datesReversed, pointers: ["/opensOn", "/closesOn"])
    }
    try ruling.passGate(
      case: command.kind.gateCase,
      judging: ["notice.open": { noticeHangs(sight.notice, showing: command.planVersion, under: $0, ruling) }],
      adding: [try ruling.collected(command.kind)].compactMap { $0 })
    let opened = RoundOpened(
      project: command.project, round: RoundID(command.project, sight.docket.rounds + 1), kind: command.kind,
      roll: command.roll, rollHash: rollHash, planVersion: command.planVersion, opensOn: opensOn,
      closesOn: command.closesOn, formsIssued: command.formsIssued,
      blankRulePrinted: command.blankRulePrinted ?? false)
    return Outcome([opened], reply: opened)
  }

  /// A plan round is about the plan that is valid now; a willingness round is about none yet.
  private static func requirePlan(_ command: OpenRound, _ ruling: Ruling) throws {
    switch command.kind {
    case .willingness:
      if command.planVersion != nil { throw Refusal(.planVersionNotAsked, pointers: ["/planVersion"]) }
    case .plan:
      try ruling.requireCurrentPlan(command.planVersion)
    }
  }

  /// One round at a time decides a matter, and one that carried it is enough.
  private static func requireNoOther(_ command: OpenRound, _ docket: Docket) throws {
    let matter = docket[command.kind]
    if let open = matter.openRound {
      throw Refusal(.roundAlreadyOpen, values: [NamedValue("round", .code(open.rawValue))])
    }
    if let carried = matter.carriedBy, matter.carriedPlan == command.planVersion {
      throw Refusal(.voteAlreadyCarried, values: [NamedValue("round", .code(carried.rawValue))])
    }
  }

  /// The vote is held while the plan hangs for all to see (plan 3.3).
  private static func noticeHangs(
    _ notice: Notice?, showing plan: PlanID?, under rule: GateRule, _ ruling: Ruling
  ) -> Finding {
    guard let notice else { return rule.finding(.violated, [NamedValue("posted", .flag(false))]) }
    let holds = notice.hangs && notice.planVersion == plan && notice.postedOn <= ruling.effectiveOn
    var values = [
      NamedValue("notice", .code(notice.id.rawValue)), NamedValue("posted-on", .date(notice.postedOn)),
      NamedValue("hangs", .flag(notice.hangs)),
    ]
    if let shown = notice.planVersion { values.append(NamedValue("shows-plan", .code(shown.rawValue))) }
    if let plan { values.append(NamedValue("voted-plan", .code(plan.rawValue))) }
    return rule.finding(holds ? .satisfied : .violated, values)
  }
}

extension RoundKind {
  /// Which case of the step's gate guards it.
  var gateCase: Identifier<SlugKind> {
    switch self {
    case .willingness: "willingness"
    case .plan: "plan"
    }
  }
}

extension Ruling {
  /// Whether the body that the rules name runs the round. Another may have done it in its place: it is told and stops
  /// nothing (Sichuan 2.2, Wenzhou 3.1 and 3.4, Ziyang 4.1, Yueqing plan 3.1 and 3.3).
  func collected(_ kind: RoundKind) throws -> Finding? {
    let path = (\Terms.rounds).appending(path: kind.terms).appending(path: \.collectedBy)
    guard case .stated(let named, let cites) = try law().edition.stated(path), !named.isEmpty else { return nil }
    return .advice(
      "voting.collected-by", !principal.roles.isDisjoint(with: named), cites: cites,
      values: named.map { NamedValue("named", .code($0.rawValue)) })
  }

  /// - Throws: `Refusal` unless `plan` is the version of the plan that is valid now.
  func requireCurrentPlan(_ plan: PlanID?) throws {
    guard let plan else { throw Refusal(.planVersionNeeded, pointers: ["/planVersion"]) }
    // Not yet heard of a plan is for the gate to say.
    guard case .code(let current) = facts?[.planVersion]?.value, current != plan.rawValue else { return }
    throw Refusal(
      .planNotCurrent, values: [NamedValue("given", .code(plan.rawValue)), NamedValue("current", .code(current))],
      pointers: ["/planVersion"])
  }
}
