import Contracts
import DomainModel

/// Records who is shown a protected document, and why. Its bytes are read afterwards, in chunks, by whoever that was.
enum DiscloseDocumentDecision<C: ServiceContract>: Decision {
  static func look(_ command: DiscloseDocument<C>, at view: any EntityView) throws -> Bool {
    try view.journal.holds(command.document, in: view.documentScopes(of: command.project))
  }

  static func decide(_ command: DiscloseDocument<C>, seeing isHeld: Bool, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard isHeld else { throw Refusal(.documentOfOtherProject, pointers: ["/document"]) }
    return Outcome([
      DocumentDisclosed<C>(project: command.project, document: command.document, reason: command.reason)
    ])
  }
}
