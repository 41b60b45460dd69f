import Contracts
import DomainModel
import ServiceKit

/// A version of a plan.
enum PlanReports {
  static let handler = QueryHandler.to(PlanQuery.self) { query, view, _ in
    let project = try ProjectCase.of(query.project, at: view)
    guard let id = query.plan ?? project.currentPlan, let plan = try view.get(PlanVersion.self, id.rawValue),
      plan.content.project == query.project
    else { throw Refusal(.recordUnknown, pointers: ["/plan"]) }
    return PlanReport(
      plan: id, isValid: id == project.currentPlan, recordedOn: plan.recordedOn, content: plan.content,
      papers: plan.papers, investment: try plan.content.investment(), subsidyBase: try plan.content.subsidyBase())
  }
}
