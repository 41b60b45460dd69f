import Contracts
import DomainModel
import Policy
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
      try ruling.passGate(adding: [try agreedBy(ruling)])
    } else if command.reasons == nil {
      throw Refusal(.reasonsMissing, pointers: ["/reasons"])
    }
    return Outcome([
      ApplicationReviewed(
        project: command.project, isAgreed: command.isAgreed, reasons: command.reasons, document: command.document)
    ])
  }

  /// Whether it is the office's to agree: a return anybody of the senders may give (AMB-38).
  private static func agreedBy(_ ruling: Ruling) throws -> Finding {
    let office = try ruling.law().edition.settled(\.selfGovernance.applicationAgreedBy)
    let mayAgree = office.value.map { !ruling.principal.roles.isDisjoint(with: $0) } ?? true
    return Finding(
      "application.agreed-by-office", mayAgree ? .satisfied : .violated, origin: office.origin, cites: office.citations,
      values: (office.value ?? []).map { NamedValue("agreed-by", .code($0.rawValue)) })
  }
}
