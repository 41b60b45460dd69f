import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records that an adopted plan was reported upwards. It happened outside, so it is only refused when there is no plan.
/// A project whose plan has now been told to every office that its pack names is told so (G-PLANC).
enum ReportAnnualPlanDecision: Decision {
  struct Sight {
    let plan: YearPlan?
    let projects: [ProjectCase]
  }

  static func look(_ command: ReportAnnualPlan, at view: any EntityView) throws -> Sight {
    let plan = try view.get(YearPlan.self, command.planYear.id)
    return Sight(
      plan: plan,
      projects: try (plan?.projects ?? []).compactMap { try view.get(ProjectCase.self, $0.rawValue) })
  }

  static func decide(
    _ command: ReportAnnualPlan, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard let plan = sight.plan, let adopted = plan.adoptions.first?.on else { throw Refusal(.planNotAdopted) }
    try ruling.requireNotBefore(adopted)
    let reported = AnnualPlanReported(planYear: command.planYear, to: command.to, document: command.document)
    let complete = sight.projects.filter { isComplete($0, plan, command.to, ruling) }
      .map { ListingReported(project: $0.project, planYear: command.planYear) }
    return Outcome([reported] + complete)
  }

  private static func isComplete(
    _ project: ProjectCase, _ plan: YearPlan, _ office: Identifier<SlugKind>, _ ruling: Ruling
  ) -> Bool {
    guard project.isListingReported != true, let law = ruling.installed(project.edition),
      let offices = law.edition.stated(\.annualPlan.reportTo).value
    else { return false }
    return plan.offices(toldOf: project.project).union([office]).isSuperset(of: offices.map(\.item.code))
  }
}
