import Contracts
import DomainModel
import ServiceKit

/// A requested payment is checked, by another organisation than asked for it.
enum CheckDisbursementDecision: Decision {
  static func look(_ command: CheckDisbursement, at view: any EntityView) throws -> DisbursementStep {
    try DisbursementStep.look(command.disbursement, at: view)
  }

  static func decide(
    _ command: CheckDisbursement, seeing step: DisbursementStep, under ruling: Ruling
  ) throws -> Outcome<DisbursementReport> {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    let next = try step.entering(1...1, on: ruling)
    try ruling.requireOtherOrganisation(than: step.disbursement.requestedBy)
    return step.advanced(to: next, on: ruling, opinion: command.opinion)
  }
}
