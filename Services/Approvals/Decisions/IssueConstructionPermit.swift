import Contracts
import DomainModel
import Policy
import ServiceKit

/// The construction permit rests on everything before it; nothing exempts from it.
enum IssueConstructionPermitDecision: Decision {
  struct Sight {
    let file: ApprovalFile
    let permits: PermitFile
    let initiation: Initiation?
  }

  static func look(_ command: IssueConstructionPermit, at view: any EntityView) throws -> Sight {
    Sight(
      file: try view.approvalFile(command.project), permits: try view.permitFile(command.project),
      initiation: try view.get(Initiation.self, command.project.rawValue))
  }

  static func decide(
    _ command: IssueConstructionPermit, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let edition = try ruling.edition()
    try ruling.requireNotHalted()
    if let issued = sight.permits.constructionPermit {
      throw Refusal(.permitIssuedAlready, values: [NamedValue("issued", .date(issued.on))])
    }
    try ruling.requireNotBefore(sight.initiation?.lastStepOn)
    // Paper by paper, so that a withdrawn one is found and the permit's receipt names each.
    var findings = PermitPapers(edition).findings(
      sight.permits.submitted, isSimplified: sight.file.route?.isSimplified)
    if let initiation = sight.initiation {
      findings.append(
        Finding(
          "documents.recheck-done", initiation.needsRecheck ? .violated : .satisfied, origin: .recommended,
          cites: edition.settled(\.approvals.bandCrossed).citations,
          values: [NamedValue("investment", .money(initiation.investment))], sources: [initiation.figureSource]))
    }
    try ruling.passGate(adding: findings)
    return Outcome([
      ConstructionPermitIssued(
        project: command.project, number: command.number, document: command.document,
        organisation: ruling.principal.organisation)
    ])
  }
}
