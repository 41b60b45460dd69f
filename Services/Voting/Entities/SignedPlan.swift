import Contracts
import DomainModel
import ServiceKit

/// The version of a project's plan that was signed last, and by whom.
struct SignedPlan: Entity {
  static let kind = "signed-plan"
  let project: ProjectID
  let planVersion: PlanID
  let signatures: [PlanSignature]
  let confirmedOn: BusinessDate

  var key: String { project.rawValue }
}

extension SignedPlan {
  static let folds: [Fold] = [
    .on(SignaturesRecorded.self) { event, stamp, entities in
      try entities.put(
        SignedPlan(
          project: event.project, planVersion: event.planVersion, signatures: event.signatures.items,
          confirmedOn: stamp.effectiveOn))
    }
  ]
}
