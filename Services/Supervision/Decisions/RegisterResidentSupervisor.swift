import Contracts
import DomainModel
import ServiceKit

enum RegisterResidentSupervisorDecision: Decision {
  static func look(_ command: RegisterResidentSupervisor, at view: any EntityView) throws {}

  static func decide(_ command: RegisterResidentSupervisor, seeing: Void, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    Outcome(
      [ResidentSupervisorRegistered(project: command.project, person: command.person, kind: command.kind)],
      persons: [VaultWords.person(command.person, for: .office, name: command.name, phone: command.phone)].compactMap { $0 })
  }
}
