import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Cities use two verbs for the archive's act (AMB-35): both are recorded, and only what the pack asks for counts.
enum ArchiveProjectDecision: Decision {
  static func look(_ command: ArchiveProject, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: ArchiveProject, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<ArchiveReport>
  {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(works.acceptancePassedOn)
    let law = try ruling.law()
    let suffices = law.edition.suffices(command.status)
    try ruling.passGate(adding: [
      .advice(
        "archive.as-asked", suffices, cites: law.edition.archiving.citations, origin: law.edition.archiving.origin,
        values: [NamedValue("status", .code(command.status.rawValue))])
    ])
    var after = works
    after.archiveSuffices = suffices
    let isComplete = works.handedOverOn == nil && after.handovers > 0 && after.assetsLeft(under: law).isEmpty
    return Outcome(
      [
        ProjectArchived(
          project: command.project, status: command.status, archive: command.archive, receipt: command.receipt,
          asFormed: command.asFormed, suffices: suffices, handoverComplete: isComplete)
      ],
      reply: ArchiveReport(suffices: suffices, handoverComplete: isComplete))
  }
}
