import Contracts
import DomainModel
import ServiceKit

/// Passes the initial review, with the whole package there (G-PKG), or returns the declaration with reasons.
enum ReviewDeclarationDecision: Decision {
  static func look(_ command: ReviewDeclaration, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: ReviewDeclaration, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let filing = project.declaration else { throw Refusal(.filingMissing) }
    guard filing.isAccepted == nil else { throw Refusal(.filingAnswered) }
    try ruling.requireNotBefore(filing.submittedOn)
    if command.isPassed {
      try ruling.passGate()
    } else if command.reasons == nil {
      throw Refusal(.reasonsMissing, pointers: ["/reasons"])
    }
    return Outcome([
      DeclarationReviewed(
        project: command.project, isPassed: command.isPassed, reasons: command.reasons, document: command.document)
    ])
  }
}
