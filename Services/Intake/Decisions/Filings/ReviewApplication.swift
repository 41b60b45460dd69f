import Contracts
import DomainModel
import ServiceKit

/// Agrees to an application, with all three forms there (G-APP), or returns it with reasons.
enum ReviewApplicationDecision: Decision {
  static func look(_ command: ReviewApplication, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: ReviewApplication, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let filing = project.application else { throw Refusal(.filingMissing) }
    guard filing.isAccepted == nil else { throw Refusal(.filingAnswered) }
    try ruling.requireNotBefore(filing.submittedOn)
    if command.isAgreed {
      try ruling.passGate()
    } else if command.reasons == nil {
      throw Refusal(.reasonsMissing, pointers: ["/reasons"])
    }
    return Outcome([
      ApplicationReviewed(
        project: command.project, isAgreed: command.isAgreed, reasons: command.reasons, document: command.document)
    ])
  }
}
