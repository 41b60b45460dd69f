import Contracts
import DomainModel
import ServiceKit

/// Planning permits, where the opinion does not make them unnecessary.
enum IssuePlanningPermitDecision: Decision {
  static func look(_ command: IssuePlanningPermit, at view: any EntityView) throws -> PermitFile {
    try view.permitFile(command.project)
  }

  static func decide(
    _ command: IssuePlanningPermit, seeing file: PermitFile, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    if let issued = file.planningPermit(command.kind) {
      throw Refusal(.permitIssuedAlready, values: [NamedValue("issued", .date(issued.on))])
    }
    if let exempt = ruling.facts?[.planningPermitExempt], exempt.value == .flag(true), !exempt.isInQuestion {
      throw Refusal(.planningPermitNotNeeded)
    }
    try ruling.passGate()
    let others = Set(file.planningPermits.map(\.kind)).union([command.kind])
    return Outcome([
      PlanningPermitIssued(
        project: command.project, kind: command.kind, number: command.number, document: command.document,
        organisation: ruling.principal.organisation, areBothIssued: others.count == PlanningPermitKind.allCases.count)
    ])
  }
}
