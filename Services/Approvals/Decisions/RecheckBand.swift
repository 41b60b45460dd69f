import Contracts
import DomainModel
import Policy
import ServiceKit

/// The approving office says whether merged approvals stand after the investment crossed a bound.
enum RecheckBandDecision: Decision {
  struct Sight {
    let initiation: Initiation
    let route: ApprovalFile.Route?
  }

  static func look(_ command: RecheckBand, at view: any EntityView) throws -> Sight {
    Sight(
      initiation: try view.initiation(of: command.project), route: try view.approvalFile(command.project).route)
  }

  static func decide(
    _ command: RecheckBand, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<DocumentProgress> {
    let edition = try ruling.edition()
    let initiation = sight.initiation
    guard initiation.needsRecheck else { throw Refusal(.nothingToRecheck) }
    try ruling.requireOffice(edition.stated(\.approvals.initiationBy))
    try ruling.requireNotBefore(initiation.lastStepOn)
    let rechecks = initiation.recheck(under: DocumentBands(edition), on: initiation.figures(sight.route))
    try ruling.passGate(adding: rechecks.map(\.finding))
    let exceeding = rechecks.filter { $0.finding.result == .violated }.flatMap(\.approval.covers)
    let reopened = command.outcome == .compileAgain ? exceeding.sorted { $0.place < $1.place } : []
    let left = initiation.approved.subtracting(reopened)
    return Outcome(
      [
        BandRechecked(
          project: command.project, outcome: command.outcome, reason: command.reason, document: command.document,
          reopened: Listing(capped: reopened))
      ],
      reply: DocumentProgress(
        isInitiationApproved: left.isSuperset(of: [.projectProposal, .feasibilityStudy]),
        areDocumentsComplete: left.count == InitiationDocument.allCases.count))
  }
}
