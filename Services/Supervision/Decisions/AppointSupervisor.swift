import Contracts
import DomainModel
import ServiceKit

enum AppointSupervisorDecision: Decision {
  static func look(_ command: AppointSupervisor, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: AppointSupervisor, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(works.supervisorOn)
    try ruling.passGate(adding: [SiteAdvice.tenderRecorded(works, ruling)])
    return Outcome(
      [
        SupervisorAppointed(
          project: command.project, organisation: command.organisation, manager: command.manager,
          document: command.document)
      ],
      persons: [VaultWords.person(command.manager, for: .office, name: command.managerName, phone: command.managerPhone)]
        .compactMap { $0 })
  }
}
