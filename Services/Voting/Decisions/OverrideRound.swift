import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Lets a closed round count as carried although it missed a threshold that holds only in principle (Ziyang 4.2, AMB-25).
/// The minutes stay as they are: they say what was counted.
enum OverrideRoundDecision: Decision {
  static let rule: RuleID = "voting.threshold-in-principle"

  static func look(_ command: OverrideRound, at view: any EntityView) throws -> Round {
    try view.round(command.round, of: command.project)
  }

  static func decide(_ command: OverrideRound, seeing round: Round, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let report = round.report else { throw Refusal(.roundNotClosed, pointers: ["/round"]) }
    guard !report.isCarried, round.isOverridden != true else { throw Refusal(.roundCarried, pointers: ["/round"]) }
    try ruling.requireNotBefore(round.lastStepOn)
    let softness = try ruling.law().edition.settled(
      (\Terms.rounds).appending(path: round.kind.terms).appending(path: \.softness))
    guard softness.value == .inPrinciple else { throw Refusal(.thresholdBinds) }
    try ruling.passGate(case: round.kind.gateCase)
    let missed = report.ratios.filter { !$0.isReached }
    let overridden = Finding(
      rule, .overridden, force: .overridable, cites: softness.citations,
      values: missed.flatMap { ratio in
        [
          ratio.counted.map { NamedValue("counted", .share($0)) }, NamedValue("required", .share(ratio.required)),
        ].compactMap { $0 }
      })
    return Outcome(
      [
        RoundOverridden(
          project: command.project, round: command.round, kind: round.kind, planVersion: round.planVersion,
          reason: command.reason, document: command.document)
      ], findings: [overridden])
  }
}
