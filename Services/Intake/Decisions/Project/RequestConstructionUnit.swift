import Contracts
import DomainModel
import ServiceKit

/// The housing department asks the county government to fix the construction unit of a listed project (Sichuan 3.5).
enum RequestConstructionUnitDecision: Decision {
  static func look(_ command: RequestConstructionUnit, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: RequestConstructionUnit, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.listed?.on ?? project.openedOn)
    try ruling.passGate()
    return Outcome([
      ConstructionUnitRequested(
        project: command.project, proposed: command.proposed, role: command.role, document: command.document)
    ])
  }
}
