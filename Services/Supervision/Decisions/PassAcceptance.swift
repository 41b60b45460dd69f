import Contracts
import DomainModel
import Policy
import ServiceKit

/// The end of the loop: held, issues open, fixed, looked at again, passed.
enum PassAcceptanceDecision: Decision {
  struct Sight {
    let works: Works
    let acceptance: Acceptance
    /// The last day on which one of its defects was looked at.
    let lastOn: BusinessDate?
  }

  static func look(_ command: PassAcceptance, at view: any EntityView) throws -> Sight {
    guard command.acceptance.project() == command.project,
      let acceptance = try view.get(Acceptance.self, command.acceptance.rawValue)
    else { throw Refusal(.acceptanceUnknown, pointers: ["/acceptance"]) }
    let defects = try acceptance.defects.compactMap { try view.get(Defect.self, $0.rawValue) }
    return Sight(
      works: try Works.of(command.project, in: view), acceptance: acceptance, lastOn: defects.map(\.lastOn).max())
  }

  static func decide(_ command: PassAcceptance, seeing sight: Sight, under ruling: Ruling) throws
    -> Outcome<AcceptanceReport>
  {
    try ruling.requireNotHalted()
    try AcceptanceFindings.requireOrganiser(ruling)
    guard sight.works.acceptancePassedOn == nil else { throw Refusal(.acceptanceAlreadyPassed) }
    guard command.acceptance == AcceptanceID(command.project, sight.works.acceptances) else {
      throw Refusal(.acceptanceSuperseded, pointers: ["/acceptance"])
    }
    try ruling.requireNotBefore([sight.acceptance.heldOn, sight.lastOn].compactMap { $0 }.max())
    let sources = [ruling.facts?[.acceptancePartiesPresent]?.source].compactMap { $0 }
    try ruling.passGate(
      judging: [
        AcceptanceFindings.parties: {
          AcceptanceFindings.partiesPresent($0, missing: sight.acceptance.missing, sources: sources)
        }
      ],
      adding: [
        AcceptanceFindings.defectsClosed(
          open: sight.works.defectsOpen, under: try ruling.law(), step: ruling.step),
        AcceptanceFindings.nobodyObjects(sight.acceptance.parties),
        try SiteAdvice.finish(on: ruling.effectiveOn, ruling),
      ].compactMap { $0 })
    return Outcome(
      [AcceptancePassed(project: command.project, acceptance: command.acceptance, report: command.report)],
      reply: AcceptanceReport(
        acceptance: command.acceptance, stage: .passed, missing: sight.acceptance.missing,
        defects: sight.acceptance.defects))
  }
}
