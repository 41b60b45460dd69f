import Contracts
import DomainModel
import Policy
import ServiceKit

/// The stages that a project came through.
enum Courses {
  static let handler = QueryHandler.to(CourseQuery.self) { query, view, inquiry in
    guard let law = try inquiry.law(of: query.project, in: view) else { throw Refusal(.editionMissing) }
    let facts = try view.facts(of: query.project)
    return Course(
      project: query.project,
      reached: StageProgress.standings(of: facts, under: law.edition).compactMap { standing in
        guard standing.isReached, let day = standing.reachedOn(facts) else { return nil }
        return Course.Reached(stage: StageName(standing.stage), order: standing.stage.order, on: day)
      })
  }
}

extension StageProgress.Standing {
  /// The day of the last fact that it took.
  fileprivate func reachedOn(_ facts: ProjectFacts) -> BusinessDate? {
    marks.first { mark in mark.facts.allSatisfy { facts[$0] != nil } }?.facts.compactMap { facts[$0]?.on }.max()
  }
}
