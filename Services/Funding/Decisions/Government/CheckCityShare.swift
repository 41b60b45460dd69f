import Contracts
import DomainModel
import Policy
import ServiceKit

/// The housing bureau checks what the district applied for.
enum CheckCityShareDecision: Decision {
  static func look(_ command: CheckCityShare, at view: any EntityView) throws -> TransferStep {
    try TransferStep.look(command.transfer, at: view)
  }

  static func decide(
    _ command: CheckCityShare, seeing step: TransferStep, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    guard let path = try GovernmentPath(ruling.law().edition) else { throw Refusal(.transfersNotForeseen) }
    let next = try step.entering([path.check], on: ruling)
    try ruling.requireOtherOrganisation(than: step.transfer.requestedBy)
    return step.advanced(to: next, on: ruling, document: command.opinion)
  }
}
