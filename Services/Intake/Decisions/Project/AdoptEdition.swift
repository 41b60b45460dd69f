import Contracts
import DomainModel
import Policy
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
    let division = try DivisionCode(String(command.project.rawValue.prefix(6)))
    // The project's own pack may be adopted with other defaults after its validity, too: it goes on judging the project.
    let edition = try ruling.editionInForce(command.edition, in: division, pinned: project.edition).reference
    let present = ruling.installed(project.edition)?.reference ?? project.edition
    guard present != edition else { throw Refusal(.editionUnchanged, pointers: ["/edition"]) }
    return Outcome([
      EditionAdopted(
        project: command.project, edition: edition, former: project.edition, reason: command.reason,
        document: command.document)
    ])
  }
}
