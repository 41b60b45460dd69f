import Contracts
import DomainModel
import ServiceKit

/// Takes a special plan to its next stage, none skipped: compiled, reviewed, published, submitted (Sichuan 3.2).
enum AdvanceSpecialPlanDecision: Decision {
  static func look(_ command: AdvanceSpecialPlan, at view: any EntityView) throws -> SpecialPlan {
    guard let plan = try view.get(SpecialPlan.self, command.period.id) else {
      throw Refusal(.specialPlanUnknown, pointers: ["/period"])
    }
    return plan
  }

  static func decide(
    _ command: AdvanceSpecialPlan, seeing plan: SpecialPlan, under ruling: Ruling
  ) throws -> Outcome<SpecialPlanStanding> {
    guard command.stage == plan.next else {
      throw Refusal(
        .specialPlanOutOfOrder, values: [NamedValue("next", .code(plan.next?.rawValue ?? plan.stage.rawValue))],
        pointers: ["/stage"])
    }
    guard (command.stage == .reviewed) != command.departments.isEmpty else {
      throw Refusal(.reviewersMissing, pointers: ["/departments"])
    }
    try ruling.requireNotBefore(plan.lastOn)
    let told = command.stage == .submitted ? plan.projects : []
    return Outcome(
      [
        SpecialPlanAdvanced(
          period: command.period, stage: command.stage, departments: command.departments, document: command.document)
      ] + told.map { SpecialPlanTold(project: $0, period: command.period, isSubmitted: true) },
      reply: SpecialPlanStanding(plan: plan.id, stage: command.stage, projects: plan.projects.count))
  }
}
