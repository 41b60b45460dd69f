import Contracts
import DomainModel
import ServiceKit

/// A milestone of the works as last reported.
struct WorksMilestone: Entity {
  static let kind = "milestone"
  let project: ProjectID
  let name: String
  var planned: BusinessDate?
  var reached: BusinessDate?

  var key: String { "\(project)/\(name)" }

  static let folds: [Fold] = [
    .on(ProgressReported.self) { event, _, entities in
      for line in event.milestones {
        try entities.put(
          WorksMilestone(
            project: event.project, name: line.name.value, planned: line.planned, reached: line.reached))
      }
    }
  ]
}
