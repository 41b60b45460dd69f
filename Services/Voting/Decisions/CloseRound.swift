import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Closes a round and decides by the city's thresholds whether it carried. The sums stand in the tally already, so that
/// a round of ten thousand forms closes as fast as one of ten.
enum CloseRoundDecision: Decision {
  struct Sight {
    let round: Round
    let tally: Tally
  }

  static func look(_ command: CloseRound, at view: any EntityView) throws -> Sight {
    let round = try view.round(command.round, of: command.project)
    guard let tally = try view.get(Tally.self, round.key) else { throw Refusal(.roundUnknown, pointers: ["/round"]) }
    return Sight(round: round, tally: tally)
  }

  static func decide(_ command: CloseRound, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<RoundReport> {
    let round = sight.round
    try ruling.requireNotHalted()
    guard round.isOpen else { throw Refusal(.roundNotOpen, pointers: ["/round"]) }
    try requireOver(sight, ruling)
    guard let thresholds = try VoteThresholds(ruling.law().edition, round.kind.terms) else {
      throw Refusal(.voteNotForeseen)
    }
    let result = thresholds.result(of: sight.tally.figures, blankRulePrinted: round.blankRulePrinted)
    if result.isBlankPivotal, command.acknowledgesPivotalBlanks != true {
      throw Refusal(.pivotalBlanks, findings: result.findings, pointers: ["/acknowledgesPivotalBlanks"])
    }
    try ruling.passGate(case: round.kind.gateCase, adding: [try ruling.collected(round.kind)].compactMap { $0 })
    let report = try RoundReport(
      round, sight.tally, result, closedOn: ruling.effectiveOn, counters: command.counters, scans: command.scans)
    let noted = try ruling.law().edition.file.pack.legalNote == nil ? nil : CivilCodeShares.finding(of: sight.tally.figures)
    return Outcome(
      [RoundClosed(project: command.project, report: report)], reply: report,
      findings: result.findings + [noted, formsIssued(round, sight.tally)].compactMap { $0 })
  }

  /// The planned days are over; the closing day itself may be the day of closing.
  private static func requireOver(_ sight: Sight, _ ruling: Ruling) throws {
    try ruling.requireNotBefore(sight.round.lastStepOn)
    try ruling.requireNotBefore(sight.round.opensOn)
    try ruling.requireNotBefore(sight.tally.lastSignedOn)
    if let closes = sight.round.closesOn, ruling.effectiveOn < closes {
      throw Refusal(.roundStillRunning, values: [NamedValue("closes", .date(closes))])
    }
  }

  /// More forms than were issued is for people to look into; it decides nothing.
  private static func formsIssued(_ round: Round, _ tally: Tally) -> Finding {
    Finding(
      "voting.forms-issued", tally.returned <= round.formsIssued.value ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [.choice("one-ballot-per-unit")],
      values: [
        NamedValue("issued", .count(Int64(round.formsIssued.value))),
        NamedValue("returned", .count(Int64(tally.returned))),
      ])
  }
}
