import Contracts
import DomainModel
import ServiceKit

/// Pins another edition to a project. Receipts of steps already taken name the edition that they were taken under, so
/// they stand as they are.
enum AdoptEditionDecision: Decision {
  static func look(_ command: AdoptEdition, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: AdoptEdition, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.openedOn)
    guard project.edition != command.edition else { throw Refusal(.editionUnchanged, pointers: ["/edition"]) }
    _ = try ruling.editionInForce(command.edition, in: DivisionCode(String(command.project.rawValue.prefix(6))))
    return Outcome([
      EditionAdopted(
        project: command.project, edition: command.edition, former: project.edition, reason: command.reason,
        document: command.document)
    ])
  }
}
