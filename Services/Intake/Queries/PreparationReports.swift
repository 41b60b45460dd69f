import Contracts
import DomainModel
import ServiceKit

/// What was settled about a project before anybody designs.
enum PreparationReports {
  static let handler = QueryHandler.to(PreparationQuery.self) { query, view, _ in
    let project = try ProjectCase.of(query.project, at: view)
    let known = try view.get(Preparation.self, query.project.rawValue) ?? Preparation(query.project)
    let plan = try known.specialPlan.flatMap { try view.get(SpecialPlan.self, $0.id) }
    return PreparationReport(
      scope: known.scope, isNeeded: known.isNeeded, isFeasible: known.isFeasible, assessedOn: known.assessedOn,
      specialPlan: known.specialPlan?.id, specialPlanStage: plan?.stage,
      isSpecialPlanSubmitted: known.isSpecialPlanSubmitted, batch: known.batch, requestedUnit: known.requestedUnit,
      requestedOn: known.requestedOn, constructionUnit: project.constructionUnit, taskForce: known.seats,
      taskForceOn: known.taskForceOn)
  }
}
