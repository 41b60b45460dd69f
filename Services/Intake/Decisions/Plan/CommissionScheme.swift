import Contracts
import DomainModel
import ServiceKit

/// Has the scheme drawn up, once the community has its own body (G-SCH).
enum CommissionSchemeDecision: Decision {
  static func look(_ command: CommissionScheme, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: CommissionScheme, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.schemeOn ?? project.openedOn)
    try ruling.passGate()
    return Outcome([
      SchemeCommissioned(
        project: command.project, designer: command.designer, name: command.name, document: command.document)
    ])
  }
}
