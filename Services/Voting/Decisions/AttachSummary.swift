import Contracts
import DomainModel
import Policy
import ServiceKit

/// Attaches the summary of a closed plan round to the notice that shows the same plan.
enum AttachSummaryDecision: Decision {
  struct Sight {
    let notice: Notice
    let round: Round
  }

  static func look(_ command: AttachSummary, at view: any EntityView) throws -> Sight {
    Sight(
      notice: try view.notice(command.notice, of: command.project),
      round: try view.round(command.round, of: command.project))
  }

  static func decide(_ command: AttachSummary, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard sight.notice.hangs else { throw Refusal(.noticeNotHanging, pointers: ["/notice"]) }
    guard sight.notice.planVersion == sight.round.planVersion, sight.round.kind == .plan else {
      throw Refusal(.noticeOfOtherPlan, pointers: ["/notice", "/round"])
    }
    guard let report = sight.round.report else { throw Refusal(.roundNotClosed, pointers: ["/round"]) }
    try ruling.requireNotBefore(max(sight.notice.lastStepOn, report.closedOn))
    // The plan speaks of the summary of a vote that carried. One that did not may be shown too: it opens no further
    // step.
    let carried = Finding(
      "notice.summary-of-carried-vote", report.isCarried ? .satisfied : .violated, force: .advises,
      cites: try ruling.law().edition.stated(\.rounds.plan.approval).citations,
      values: [NamedValue("round", .code(command.round.rawValue)), NamedValue("carried", .flag(report.isCarried))])
    try ruling.passGate(adding: [carried])
    return Outcome([
      SummaryAttached(
        project: command.project, notice: command.notice, round: command.round, summary: command.summary)
    ])
  }
}
