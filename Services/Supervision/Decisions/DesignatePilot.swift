import Contracts
import DomainModel
import Policy
import ServiceKit

/// Says whether a community is a pilot, where the city starts pilots in a month of their own. Once works have begun
/// there is nothing left to say.
enum DesignatePilotDecision: Decision {
  static func look(_ command: DesignatePilot, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: DesignatePilot, seeing works: Works, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard case .stated(_, let citations) = try ruling.law().edition.stated(\.construction.startMonths) else {
      throw Refusal(.pilotNotForeseen)
    }
    guard works.startedOn == nil else { throw Refusal(.worksAlreadyStarted) }
    try ruling.requireNotBefore(works.pilotOn)
    let listed = ruling.facts?[.annualPlanListed]
    try ruling.passGate(adding: [
      .advice(
        "plan.annual-plan-listed", listed != nil, cites: citations, sources: [listed?.source].compactMap { $0 })
    ])
    return Outcome([
      PilotDesignated(project: command.project, isPilot: command.isPilot, document: command.document)
    ])
  }
}
