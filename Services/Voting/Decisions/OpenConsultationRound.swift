import Contracts
import DomainModel
import Policy
import ServiceKit

/// Opens the next of the pack's rounds of consultation. A later one waits until what was said in the one before is
/// sorted and that round has ended (Sichuan 4.3).
enum OpenConsultationRoundDecision: Decision {
  struct Sight {
    let docket: Docket
    /// The round opened last.
    let last: ConsultationRound?
  }

  static func look(_ command: OpenConsultationRound, at view: any EntityView) throws -> Sight {
    let docket = try view.docket(of: command.project)
    return Sight(
      docket: docket, last: try docket.consultation.flatMap { try view.get(ConsultationRound.self, $0.rawValue) })
  }

  static func decide(
    _ command: OpenConsultationRound, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<ConsultationRoundStanding> {
    try ruling.requireNotHalted()
    let edition = try ruling.law().edition
    let provision = edition.stated(\.rounds.plan.consultation)
    guard let terms = provision.value, let posting = ConsultationPosting(edition) else {
      throw Refusal(.consultationNotForeseen)
    }
    try ruling.requireNotBefore(sight.last?.lastStepOn)
    try requireTurn(command, sight.last, of: terms.rounds)
    try ruling.requireCurrentPlan(command.planVersion)
    let round = command.round.value
    try ruling.passGate(
      case: OpenConsultationRoundDecision.gateCase(round),
      judging: ["consultation.comments-sorted": { sorted(sight.last, under: $0) }],
      adding: ended(sight.last, round, provision.citations) + conveners(terms, provision.citations, ruling)
        + [
          posting.contents(Set(command.contents.map(\.code)), in: command.round.value),
          posting.places(Set(command.places)),
        ].compactMap { $0 }
        + [startShown(command, ruling)])
    let opened = ConsultationRoundOpened(
      project: command.project, consultation: ConsultationRoundID(command.project, sight.docket.consultations + 1),
      round: command.round, of: try Whole(terms.rounds), planVersion: command.planVersion, contents: command.contents,
      places: command.places, evidence: command.evidence)
    return Outcome(
      [opened],
      reply: ConsultationRoundStanding(
        consultation: opened.consultation, round: round, of: terms.rounds, openedOn: ruling.effectiveOn,
        planBefore: command.planVersion, comments: 0, sorted: 0, adopted: 0, partly: 0, explained: 0))
  }

  /// Which case of the step's gate guards a round: `round-2`.
  static func gateCase(_ round: Int) -> Identifier<SlugKind> {
    switch round {
    case 1: "round-1"
    case 2: "round-2"
    case 3: "round-3"
    default: "round-later"
    }
  }

  /// Rounds are taken in their order; after the last the first begins anew, for a plan that was changed materially.
  private static func requireTurn(
    _ command: OpenConsultationRound, _ last: ConsultationRound?, of rounds: Int
  ) throws {
    let next = last.map { $0.round < rounds ? $0.round + 1 : 1 } ?? 1
    guard command.round.value == next else {
      throw Refusal(
        .consultationRoundOutOfTurn,
        values: [NamedValue("next", .count(Int64(next))), NamedValue("rounds", .count(Int64(rounds)))],
        pointers: ["/round"])
    }
  }

  private static func sorted(_ last: ConsultationRound?, under rule: GateRule) -> Finding {
    guard let last else { return rule.finding(.satisfied, [NamedValue("comments", .count(0))]) }
    return rule.finding(
      last.unsorted == 0 ? .satisfied : .violated,
      [
        NamedValue("round", .count(Int64(last.round))), NamedValue("comments", .count(Int64(last.comments))),
        NamedValue("unsorted", .count(Int64(last.unsorted))),
      ])
  }

  /// One round at a time: two plans that hang at once would be answered for each other.
  private static func ended(_ last: ConsultationRound?, _ round: Int, _ cites: [Citation]) -> [Finding] {
    guard let last else { return [] }
    return [
      Finding(
        "consultation.earlier-round-ended", last.isOpen ? .violated : .satisfied, cites: cites,
        values: [NamedValue("earlier", .code(last.id.rawValue)), NamedValue("open", .flag(last.isOpen))])
    ]
  }

  private static func conveners(_ terms: ConsultationTerms, _ cites: [Citation], _ ruling: Ruling) -> [Finding] {
    guard !terms.convenedBy.isEmpty else { return [] }
    let convenes = !ruling.principal.roles.isDisjoint(with: terms.convenedBy)
    return [
      Finding(
        "consultation.convened-by", convenes ? .satisfied : .violated, cites: cites,
        values: terms.convenedBy.map { NamedValue("convener", .code($0.rawValue)) })
    ]
  }

  /// A photograph of the first day, not a bare yes (domain §18.4).
  private static func startShown(_ command: OpenConsultationRound, _ ruling: Ruling) -> Finding {
    let isShown = command.evidence.contains { $0.shows == .hangsAtStart && $0.takenOn == ruling.effectiveOn }
    return Finding(
      "notice.start-shown", isShown ? .satisfied : .violated, origin: .recommended, cites: [.choice("notice-evidence")],
      values: [NamedValue("posted-on", .date(ruling.effectiveOn))])
  }
}
