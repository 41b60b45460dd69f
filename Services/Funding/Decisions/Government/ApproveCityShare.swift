import Contracts
import DomainModel
import Policy
import ServiceKit

/// The city government agrees to what was checked.
enum ApproveCityShareDecision: Decision {
  static func look(_ command: ApproveCityShare, at view: any EntityView) throws -> TransferStep {
    try TransferStep.look(command.transfer, at: view)
  }

  static func decide(
    _ command: ApproveCityShare, seeing step: TransferStep, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    guard let path = try GovernmentPath(ruling.law().edition) else { throw Refusal(.transfersNotForeseen) }
    let next = try step.entering([path.approval], on: ruling)
    try ruling.requireOtherOrganisation(than: step.transfer.requestedBy)
    try ruling.requireOtherHands(than: step.transfer.checkedBy)
    return step.advanced(to: next, on: ruling, document: command.approval)
  }
}
