import Contracts
import DomainModel
import ServiceKit

enum AppointContractorDecision: Decision {
  static func look(_ command: AppointContractor, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: AppointContractor, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(works.contractorOn)
    try ruling.passGate(adding: [SiteAdvice.tenderRecorded(works, ruling)])
    return Outcome(
      [
        ContractorAppointed(
          project: command.project, organisation: command.organisation, manager: command.manager,
          document: command.document)
      ],
      persons: [VaultWords.person(command.manager, for: .office, name: command.managerName, phone: command.managerPhone)]
        .compactMap { $0 })
  }
}
