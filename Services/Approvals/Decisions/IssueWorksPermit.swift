import Contracts
import DomainModel
import Policy
import ServiceKit

/// Enforcement permits what the works do to roads and trees.
enum IssueWorksPermitDecision: Decision {
  static func look(_ command: IssueWorksPermit, at view: any EntityView) throws {}

  static func decide(_ command: IssueWorksPermit, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    let offices = try ruling.edition().stated(\.approvals.worksPermits)
    try ruling.requireNotHalted()
    try ruling.requireOffice(offices)
    guard command.from <= command.until else { throw Refusal(.permitDatesReversed, pointers: ["/from", "/until"]) }
    try ruling.passGate()
    return Outcome([
      WorksPermitIssued(
        project: command.project, kind: command.kind, number: command.number, document: command.document,
        from: command.from, until: command.until, organisation: ruling.principal.organisation)
    ])
  }
}
