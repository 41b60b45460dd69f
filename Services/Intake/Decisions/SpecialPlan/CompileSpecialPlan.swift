import Contracts
import DomainModel
import ServiceKit

/// Compiles a special plan for communities that were assessed with their surroundings. A project whose plan was with
/// the province before is told that it is not any more.
enum CompileSpecialPlanDecision: Decision {
  struct Sight {
    let earlier: SpecialPlan?
    let projects: PlanYearProjects
  }

  static func look(_ command: CompileSpecialPlan, at view: any EntityView) throws -> Sight {
    guard command.period.from.value <= command.period.through.value else {
      throw Refusal(.yearsReversed, pointers: ["/period/through"])
    }
    return Sight(
      earlier: try view.get(SpecialPlan.self, command.period.id),
      projects: try PlanYearProjects.look(
        PlanYear(division: command.period.division, year: command.period.from), command.projects.items,
        pointer: { "/projects/\($0)" }, at: view))
  }

  static func decide(
    _ command: CompileSpecialPlan, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<SpecialPlanStanding> {
    guard !command.projects.isEmpty else { throw Refusal(.planEmpty, pointers: ["/projects"]) }
    try ruling.requireNotBefore(sight.earlier?.lastOn)
    try ruling.require(try sight.projects.judged(under: ruling).told)
    let dropped = sight.earlier?.stage == .submitted ? sight.earlier?.projects ?? [] : []
    return Outcome(
      [SpecialPlanCompiled(period: command.period, projects: command.projects, document: command.document)]
        + dropped.map { SpecialPlanTold(project: $0, period: command.period, isSubmitted: false) },
      reply: SpecialPlanStanding(plan: command.period.id, stage: .compiled, projects: command.projects.count))
  }
}
