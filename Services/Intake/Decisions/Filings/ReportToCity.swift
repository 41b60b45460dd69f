import Contracts
import DomainModel
import Policy
import ServiceKit

/// Reports a declared project to the city: the initial review passed and all resident money is in place (G-F100).
enum ReportToCityDecision: Decision {
  static func look(_ command: ReportToCity, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: ReportToCity, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard project.reportedOn == nil else { throw Refusal(.alreadyReported) }
    try ruling.requireNotBefore(project.declaration?.answeredOn ?? project.openedOn)
    try ruling.passGate(adding: [FilingChecks.declaredPlan(project)].compactMap { $0 })
    return Outcome([ReportedToCity(project: command.project, document: command.document)])
  }
}
