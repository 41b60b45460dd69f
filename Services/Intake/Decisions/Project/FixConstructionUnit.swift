import Contracts
import DomainModel
import Policy
import ServiceKit

/// Fixes the construction unit. Where the pack says what kind of body it is, another kind is shown, not stopped: who
/// it is follows from the decision that is filed with it.
enum FixConstructionUnitDecision: Decision {
  static func look(_ command: FixConstructionUnit, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: FixConstructionUnit, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.openedOn)
    let provision = try ruling.law().edition.stated(\.annualPlan.constructionUnit)
    let kind = provision.value.map { roles in
      Finding(
        "construction-unit.kind", roles.contains(command.role) ? .satisfied : .violated, force: .advises,
        cites: provision.citations, values: [NamedValue("kind", .code(command.role.rawValue))])
    }
    try ruling.passGate(adding: [kind].compactMap { $0 })
    return Outcome([
      ConstructionUnitFixed(
        project: command.project, unit: command.unit, name: command.name, role: command.role,
        document: command.document)
    ])
  }
}
