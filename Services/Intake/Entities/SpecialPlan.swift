import Contracts
import DomainModel
import ServiceKit

/// A division's special plan, and how far it is.
struct SpecialPlan: Entity {
  static let kind = "special-plan"
  let id: String
  let projects: [ProjectID]
  var stage: SpecialPlanStage
  var lastOn: BusinessDate

  var key: String { id }

  /// The stage after this one; nil when it is with the province.
  var next: SpecialPlanStage? {
    switch stage {
    case .compiled: .reviewed
    case .reviewed: .published
    case .published: .submitted
    case .submitted: nil
    }
  }

  static let folds: [Fold] = [
    .on(SpecialPlanCompiled.self) { event, stamp, entities in
      try entities.put(
        SpecialPlan(
          id: event.period.id, projects: event.projects.items, stage: .compiled, lastOn: stamp.effectiveOn))
    },
    .on(SpecialPlanAdvanced.self) { event, stamp, entities in
      try entities.update(SpecialPlan.self, event.period.id) {
        $0.stage = event.stage
        $0.lastOn = stamp.effectiveOn
      }
    },
  ]
}
