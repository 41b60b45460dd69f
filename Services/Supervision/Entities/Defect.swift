import Contracts
import DomainModel
import ServiceKit

/// A defect of the works, found by an inspection or at acceptance.
struct Defect: Entity {
  static let kind = "defect"
  let id: DefectID
  /// The acceptance that found it; nil for an inspection's.
  let acceptance: AcceptanceID?
  let what: String
  let building: BuildingID?
  let openedOn: BusinessDate
  var state = DefectState.open
  var timesReopened = 0
  /// The business date of its last step.
  var lastOn: BusinessDate

  var key: String { id.rawValue }

  static let folds: [Fold] = [
    .on(InspectionRecorded.self) { event, stamp, entities in
      try Works.change(event.project, entities) { $0.inspections += 1 }
      try open(event.defects.items, of: event.project, acceptance: nil, stamp, entities)
    },
    .on(ConcealedWorksRecorded.self) { event, stamp, entities in
      try open([event.defect].compactMap { $0 }, of: event.project, acceptance: nil, stamp, entities)
    },
    .on(AcceptanceHeld.self) { event, stamp, entities in
      try open(event.defects.items, of: event.project, acceptance: event.acceptance, stamp, entities)
    },
    .on(DefectFixed.self) { event, stamp, entities in
      try entities.update(Defect.self, event.defect.rawValue) {
        $0.state = .fixed
        $0.lastOn = stamp.effectiveOn
      }
    },
    .on(DefectRechecked.self) { event, stamp, entities in
      try entities.update(Defect.self, event.defect.rawValue) {
        $0.state = event.passed ? .closed : .open
        if !event.passed { $0.timesReopened += 1 }
        $0.lastOn = stamp.effectiveOn
      }
      if event.passed { try Works.change(event.project, entities) { $0.defectsOpen -= 1 } }
    },
  ]

  private static func open(
    _ lines: [DefectLine], of project: ProjectID, acceptance: AcceptanceID?, _ stamp: EventStamp,
    _ entities: any EntityEditor
  ) throws {
    for line in lines {
      try entities.put(
        Defect(
          id: line.defect, acceptance: acceptance, what: line.what.value, building: line.building,
          openedOn: stamp.effectiveOn, lastOn: stamp.effectiveOn))
    }
    guard !lines.isEmpty else { return }
    try Works.change(project, entities) {
      $0.defects += lines.count
      $0.defectsOpen += lines.count
    }
  }
}
