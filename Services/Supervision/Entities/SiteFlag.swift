import Contracts
import DomainModel
import ServiceKit

/// Something that happened on site and is out of order: works begun without what a start needs, or an accident.
struct SiteFlag: Entity {
  static let kind = "site-flag"
  let project: ProjectID
  let sequence: Int64
  let flag: SiteFlagKind
  let on: BusinessDate
  let place: String
  let severity: AccidentSeverity?

  var key: String { "\(project)/\(Works.padded(sequence))" }

  static let folds: [Fold] = [
    .on(UnpermittedStartRecorded.self) { event, stamp, entities in
      try entities.put(
        SiteFlag(
          project: event.project, sequence: stamp.sequence, flag: .unpermittedStart, on: stamp.effectiveOn,
          place: event.place.value, severity: nil))
      try Works.change(event.project, entities) { $0.unpermittedStarts += 1 }
    },
    .on(AccidentRecorded.self) { event, stamp, entities in
      try entities.put(
        SiteFlag(
          project: event.project, sequence: stamp.sequence, flag: .accident, on: stamp.effectiveOn,
          place: event.place.value, severity: event.severity))
    },
  ]
}
