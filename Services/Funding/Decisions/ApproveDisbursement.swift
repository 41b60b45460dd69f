import Contracts
import DomainModel
import ServiceKit

/// A checked payment is approved: bounds are looked at again, and the money is bound from now on.
enum ApproveDisbursementDecision: Decision {
  static func look(_ command: ApproveDisbursement, at view: any EntityView) throws -> DisbursementStep {
    try DisbursementStep.look(command.disbursement, at: view)
  }

  static func decide(
    _ command: ApproveDisbursement, seeing step: DisbursementStep, under ruling: Ruling
  ) throws -> Outcome<DisbursementReport> {
    try ruling.requireNotHalted()
    let payment = step.disbursement
    let next = try step.entering(2...2, on: ruling)
    try ruling.requireOtherOrganisation(than: payment.requestedBy)
    try ruling.requireOtherHands(than: payment.checkedBy)
    // All that was asked for counts, earlier and later: together it stays in bounds, whichever is approved first.
    try ruling.require(
      try ruling.useOfMoney(
        for: payment.purpose, payment.category, before: step.funds.askedForWorks.reduced(by: payment.amount),
        asked: payment.amount))
    try step.requireBalances(\.available)
    return step.advanced(to: next, on: ruling, opinion: command.opinion)
  }
}
