import Contracts
import DomainModel
import ServiceKit

/// Records that an adopted plan was reported upwards. It happened outside, so it is only refused when there is no plan.
enum ReportAnnualPlanDecision: Decision {
  static func look(_ command: ReportAnnualPlan, at view: any EntityView) throws -> YearPlan? {
    try view.get(YearPlan.self, command.planYear.id)
  }

  static func decide(
    _ command: ReportAnnualPlan, seeing plan: YearPlan?, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard let plan, let adopted = plan.adoptions.first?.on else { throw Refusal(.planNotAdopted) }
    try ruling.requireNotBefore(adopted)
    return Outcome([AnnualPlanReported(planYear: command.planYear, to: command.to, document: command.document)])
  }
}
