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
    try ruling.passGate(adding: [declaredPlan(project)].compactMap { $0 })
    return Outcome([ReportedToCity(project: command.project, document: command.document)])
  }

  /// What is reported is what was voted on and declared: a plan recorded since then is declared first (ours).
  private static func declaredPlan(_ project: ProjectCase) -> Finding? {
    guard let declared = project.declaration?.plan, let valid = project.currentPlan else { return nil }
    return Finding(
      "declaration.plan-is-valid-version", declared == valid ? .satisfied : .violated, origin: .recommended,
      cites: [FilingChecks.planChange],
      values: [NamedValue("declared", .code(declared.rawValue)), NamedValue("valid", .code(valid.rawValue))])
  }
}
