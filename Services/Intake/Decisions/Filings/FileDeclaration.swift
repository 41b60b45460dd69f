import Contracts
import DomainModel
import Policy
import ServiceKit

/// Puts a reviewed declaration on file with the lead department, whose receipt the annual plan waits for (G-PLAN9).
enum FileDeclarationDecision: Decision {
  static func look(_ command: FileDeclaration, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: FileDeclaration, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let filing = project.declaration else { throw Refusal(.filingMissing) }
    guard project.filedOn == nil else { throw Refusal(.declarationFiledBefore) }
    try ruling.requireNotBefore(filing.answeredOn ?? filing.submittedOn)
    try ruling.passGate(adding: [FilingChecks.declaredPlan(project)].compactMap { $0 })
    return Outcome([
      DeclarationFiled(project: command.project, plan: filing.plan, number: command.number, receipt: command.receipt)
    ])
  }
}
