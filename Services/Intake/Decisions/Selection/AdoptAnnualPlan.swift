import Contracts
import DomainModel
import Policy
import ServiceKit

/// Fixes a year's plan: every project assessed, selected and consented to, by the deadline or with the city
/// government's reason for being late (G-FISC, G-CMP). Each project is told for itself.
enum AdoptAnnualPlanDecision: Decision {
  static func look(_ command: AdoptAnnualPlan, at view: any EntityView) throws -> PlanYearProjects {
    try PlanYearProjects.look(command.planYear, command.projects.items, pointer: { "/projects/\($0)" }, at: view)
  }

  static func decide(
    _ command: AdoptAnnualPlan, seeing sight: PlanYearProjects, under ruling: Ruling
  ) throws -> Outcome<AnnualPlanReceived> {
    guard !sight.members.isEmpty else { throw Refusal(.planEmpty, pointers: ["/projects"]) }
    let year = command.planYear.year.value
    try ruling.requireNotBefore(sight.plan?.adoptions.last?.on)
    for member in sight.members { try check(member.project, year) }

    var excuses: [Text<500>] = []
    let judgement = try sight.judged(under: ruling) { rule, law, member in
      guard rule.rule == AnnualPlanDeadline.rule else { return nil }
      let excuse = excuse(command, member.project, rule, ruling)
      let finding = AnnualPlanDeadline.finding(
        forPlanYear: year, on: ruling.effectiveOn, under: law.edition, isExcused: excuse != nil)
      if finding.result == .overridden, let excuse { excuses.append(excuse) }
      return finding
    }
    try ruling.require(judgement.told)

    let deadline = sight.members.lazy.compactMap { ruling.installed($0.project.edition) }
      .compactMap { AnnualPlanDeadline.lastDay(forPlanYear: year, under: $0.edition) }.min()
    let isLate = deadline.map { ruling.effectiveOn > $0 } ?? false
    let reason = excuses.first
    let adopted = AnnualPlanAdopted(
      planYear: command.planYear, projects: command.projects, document: command.document, deadline: deadline,
      isLate: isLate, lateReason: reason)
    let listed = command.projects.map {
      AnnualPlanListed(
        project: $0, planYear: command.planYear, document: command.document, isLate: isLate, lateReason: reason)
    }
    return Outcome(
      [adopted] + listed,
      reply: AnnualPlanReceived(plan: command.planYear.id, deadline: deadline, isLate: isLate, listed: listed.count),
      receipts: judgement.byProject)
  }

  /// A project stands in one plan, and its assessment and consent are for this year.
  private static func check(_ project: ProjectCase, _ year: Int) throws {
    let id = NamedValue("project", .code(project.project.rawValue))
    guard project.listed == nil else { throw Refusal(.projectListed, values: [id]) }
    guard project.capacity.map({ $0.planYear == year }) ?? true, project.consent.map({ $0.planYear == year }) ?? true
    else { throw Refusal(.planYearOther, values: [id], pointers: ["/planYear/year"]) }
  }

  /// Why the plan may be late: the city government's own word, here or in its consent to the project.
  private static func excuse(
    _ command: AdoptAnnualPlan, _ project: ProjectCase, _ rule: GateRule, _ ruling: Ruling
  ) -> Text<500>? {
    let mayOverride = !ruling.principal.roles.isDisjoint(with: rule.parameters.overridableBy ?? [])
    if mayOverride, let override = command.overrides.first(where: { $0.rule == rule.rule }) { return override.reason }
    return project.consent?.lateReason
  }
}
