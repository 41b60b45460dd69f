import Contracts
import DomainModel
import ServiceKit

/// An expert argument on a standard that cannot be met.
struct ExpertArgument: Entity {
  static let kind = "expert-argument"
  let id: ExpertArgumentID
  let clause: Text<200>
  let isPassed: Bool
  let baseline: Text<200>
  let baselineDate: BusinessDate
  let recordedOn: BusinessDate

  var key: String { id.rawValue }
}

extension ExpertArgument {
  static let folds: [Fold] = [
    .on(ExpertArgumentRecorded.self) { event, stamp, entities in
      try entities.countUp("\(event.project)/\(ExpertArgumentItem.letter)")
      try entities.put(
        ExpertArgument(
          id: event.argument, clause: event.clause, isPassed: event.isPassed, baseline: event.baseline,
          baselineDate: event.baselineDate, recordedOn: stamp.effectiveOn))
    }
  ]
}
