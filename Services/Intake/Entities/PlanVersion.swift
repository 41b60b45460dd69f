import Contracts
import DomainModel
import ServiceKit

/// A version of a project's plan, as recorded.
struct PlanVersion: Entity {
  static let kind = "plan"
  let plan: PlanID
  let recordedOn: BusinessDate
  let content: PlanRecorded
  var papers: PlanPapersRecorded?

  var key: String { plan.rawValue }

  static let folds: [Fold] = [
    .on(PlanRecorded.self) { event, stamp, entities in
      try entities.put(PlanVersion(plan: event.plan, recordedOn: stamp.effectiveOn, content: event))
    },
    .on(PlanPapersRecorded.self) { event, _, entities in
      try entities.update(PlanVersion.self, event.plan.rawValue) { $0.papers = event }
    },
  ]
}
