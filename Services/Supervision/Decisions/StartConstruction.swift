import Contracts
import DomainModel
import Policy
import ServiceKit

enum StartConstructionDecision: Decision {
  static func look(_ command: StartConstruction, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: StartConstruction, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    guard works.startedOn == nil else { throw Refusal(.worksAlreadyStarted) }
    try ruling.requireNotBefore([works.tenderOn, works.contractorOn, works.supervisorOn].compactMap { $0 }.max())
    let month = StartMonth(try ruling.law().edition, facts: ruling.facts, isPilot: works.isPilot)
    try ruling.passGate(
      judging: [
        StartMonth.reached: { month.reached(on: ruling.effectiveOn, under: $0) },
        "demolition.cleared": { SiteAdvice.demolished(works, ruling.facts, on: ruling.effectiveOn, under: $0) },
      ],
      adding: [
        month.kept(on: ruling.effectiveOn), try SiteAdvice.finish(on: command.plannedFinish, ruling),
        try SiteAdvice.demolition(works, ruling), try SiteAdvice.platform(works, ruling),
        try SiteAdvice.fundingScope(startedOn: ruling.effectiveOn, ruling),
      ].compactMap { $0 })
    return Outcome([
      ConstructionStarted(project: command.project, plannedFinish: command.plannedFinish, order: command.order)
    ])
  }
}
