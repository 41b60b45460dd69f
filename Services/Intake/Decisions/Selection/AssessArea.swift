import Contracts
import DomainModel
import ServiceKit

/// Records what the assessment of a community with its surroundings came to.
enum AssessAreaDecision: Decision {
  static func look(_ command: AssessArea, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: AssessArea, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let filing = project.application else { throw Refusal(.filingMissing) }
    try ruling.requireNotBefore(filing.submittedOn)
    try ruling.passGate()
    return Outcome([
      AreaAssessed(
        project: command.project, scope: command.scope, isNeeded: command.isNeeded, isFeasible: command.isFeasible,
        document: command.document)
    ])
  }
}
