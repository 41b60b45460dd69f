import Contracts
import DomainModel
import ServiceKit

/// A request is sent back while it is not paid; what was bound for it is free again.
enum RejectDisbursementDecision: Decision {
  static func look(_ command: RejectDisbursement, at view: any EntityView) throws -> DisbursementStep {
    try DisbursementStep.look(command.disbursement, at: view)
  }

  static func decide(
    _ command: RejectDisbursement, seeing step: DisbursementStep, under ruling: Ruling
  ) throws -> Outcome<DisbursementReport> {
    _ = try ruling.law()
    // Sent back from request, check or approval; a payment that has begun is not undone by a note.
    _ = try step.entering(1...3, on: ruling)
    var after = step.disbursement
    after.state = Disbursement.rejected
    after.since = ruling.effectiveOn
    return Outcome(
      [DisbursementRejected(disbursement: after.id, by: ruling.taker, reason: command.reason)], reply: after.report)
  }
}
