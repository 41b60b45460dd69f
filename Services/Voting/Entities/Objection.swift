import Contracts
import DomainModel
import ServiceKit

/// An objection, without who made it and what it says.
struct Objection: Entity {
  static let kind = "objection"
  let id: ObjectionID
  let notice: NoticeID
  let receivedOn: BusinessDate
  let withinWindow: Bool
  var steps: [ObjectionStep] = []
  var disposition: ObjectionDisposition?
  /// Whether the declaration waits for it.
  var isOpen: Bool
  var lastStepOn: BusinessDate

  var key: String { id.rawValue }

  var standing: ObjectionStanding {
    ObjectionStanding(
      objection: id, notice: notice, receivedOn: receivedOn, withinWindow: withinWindow, steps: steps,
      disposition: disposition, isOpen: isOpen)
  }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such objection in the project.
  func objection(_ id: ObjectionID, of project: ProjectID) throws -> Objection {
    guard id.project() == project, let objection = try get(Objection.self, id.rawValue) else {
      throw Refusal(.objectionUnknown, pointers: ["/objection"])
    }
    return objection
  }
}

extension Objection {
  static let folds: [Fold] = [
    .on(ObjectionRecorded.self) { event, stamp, entities in
      try entities.put(
        Objection(
          id: event.objection, notice: event.notice, receivedOn: stamp.effectiveOn, withinWindow: event.withinWindow,
          disposition: event.disposition, isOpen: event.disposition == nil, lastStepOn: stamp.effectiveOn))
    },
    .on(ObjectionStepRecorded.self) { event, stamp, entities in
      try entities.update(Objection.self, event.objection.rawValue) {
        $0.steps.append(event.step)
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(ObjectionDisposed.self) { event, stamp, entities in
      try entities.update(Objection.self, event.objection.rawValue) {
        $0.disposition = event.disposition
        $0.isOpen = event.isOpen
        $0.lastStepOn = stamp.effectiveOn
      }
    },
  ]
}
