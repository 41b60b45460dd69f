import Contracts
import DomainModel
import ServiceKit

/// The plan of a year.
enum AnnualPlanReports {
  static let handler = QueryHandler.to(AnnualPlanQuery.self) { query, view, _ in
    guard let plan = try view.get(YearPlan.self, query.planYear.id) else {
      throw Refusal(.recordUnknown, pointers: ["/planYear"])
    }
    return AnnualPlanReport(
      plan: plan.id, available: plan.available, assessedOn: plan.assessedOn,
      adoptions: plan.adoptions.map {
        AnnualPlanReport.Adoption(
          on: $0.on, projects: $0.projects, document: $0.document, deadline: $0.deadline, isLate: $0.isLate,
          lateReason: $0.lateReason)
      }, reports: plan.reports.map { AnnualPlanReport.Reported(on: $0.on, to: $0.to) },
      isLate: plan.adoptions.contains(where: \.isLate))
  }
}
