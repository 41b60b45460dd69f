import Contracts
import DomainModel
import ServiceKit

/// The reviews of a project's plan.
struct PlanReviewFile: Entity {
  static let kind = "plan-reviews"
  let project: ProjectID
  var reviews: [PlanReviews.Review] = []

  var key: String { project.rawValue }

  /// Whether this version passed this review already.
  func passed(_ stage: ReviewedPlan, _ plan: PlanID) -> Bool {
    reviews.contains { $0.stage == stage && $0.plan == plan && $0.isPassed }
  }
}

extension PlanReviewFile {
  static let folds: [Fold] = [
    .on(PlanReviewRecorded.self) { event, stamp, entities in
      var file = try entities.get(PlanReviewFile.self, event.project.rawValue) ?? PlanReviewFile(project: event.project)
      file.reviews.append(
        PlanReviews.Review(
          stage: event.stage, plan: event.plan, isPassed: event.isPassed, reasons: event.reasons,
          organisation: event.organisation, on: stamp.effectiveOn))
      try entities.put(file)
    }
  ]
}
