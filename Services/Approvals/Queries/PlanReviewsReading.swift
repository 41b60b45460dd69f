import Contracts
import DomainModel
import ServiceKit

/// How a project's plan was reviewed.
enum PlanReviewsReading {
  static let handler = QueryHandler.to(PlanReviewsQuery.self) { query, view, _ in
    PlanReviews(reviews: try view.get(PlanReviewFile.self, query.project.rawValue)?.reviews ?? [])
  }
}
