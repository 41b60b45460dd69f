import Contracts
import DomainModel
import ServiceKit

/// A post-evaluation as recorded.
struct Evaluation: Entity {
  static let kind = "evaluation"
  let project: ProjectID
  let sequence: Int64
  let on: BusinessDate
  let evaluator: OrganisationID
  let works: EvaluationJudgement
  let management: EvaluationJudgement

  var key: String { "\(project)/\(Works.padded(sequence))" }

  static let folds: [Fold] = [
    .on(EvaluationRecorded.self) { event, stamp, entities in
      try entities.put(
        Evaluation(
          project: event.project, sequence: stamp.sequence, on: stamp.effectiveOn, evaluator: event.evaluator,
          works: event.works, management: event.management))
      try Works.change(event.project, entities) { $0.evaluatedOn = stamp.effectiveOn }
    },
    .on(EvaluationReported.self) { event, stamp, entities in
      try Works.change(event.project, entities) { $0.evaluationReportedOn = stamp.effectiveOn }
    },
  ]
}
