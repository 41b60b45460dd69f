import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in what the residents pledge to raise, and measures the money that is in against it.
enum RecordSelfRaisedPlanDecision: Decision {
  struct Sight {
    let funds: ProjectFunds
    let days: [ClearedOn]
  }

  static func look(_ command: RecordSelfRaisedPlan, at view: any EntityView) throws -> Sight {
    Sight(funds: try view.funds(of: command.project), days: try view.clearedDays(of: command.project))
  }

  static func decide(
    _ command: RecordSelfRaisedPlan, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<SelfRaisedReport> {
    let edition = try ruling.law().edition
    try ruling.requireNotHalted()
    // Where the city's rules say what residents bear, a pledge does not set another amount.
    guard SubsidyTerms(edition) == nil else { throw Refusal(.formulaGoverns) }
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != command.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))], pointers: ["/plan"])
    }
    try ruling.requireNotBefore(sight.funds.selfRaised?.on)
    try ruling.passGate(adding: [
      PledgedTotal(edition).finding(
        total: command.total, residents: command.parts.residents, allParts: try command.parts.sum())
    ])
    let standing = try FundsStanding(FundsOnDays(sight.days, planned: command.total))
    return Outcome(
      [
        SelfRaisedPlanRecorded(
          project: command.project, plan: command.plan, total: command.total, parts: command.parts,
          document: command.document, standing: standing)
      ],
      reply: SelfRaisedReport(plan: command.plan, total: command.total, parts: command.parts, standing: standing))
  }
}
