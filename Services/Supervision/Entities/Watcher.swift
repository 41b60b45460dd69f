import Contracts
import DomainModel
import ServiceKit

/// Someone who watches the works for the residents, by an opaque id.
struct Watcher: Entity {
  static let kind = "watcher"
  let project: ProjectID
  let person: PersonID
  var role: WatcherKind

  var key: String { Watcher.key(project, person) }
  static func key(_ project: ProjectID, _ person: PersonID) -> String { "\(project)/\(person)" }

  static let folds: [Fold] = [
    .on(ResidentSupervisorRegistered.self) { event, _, entities in
      let isNew = try entities.get(Watcher.self, key(event.project, event.person)) == nil
      try entities.put(Watcher(project: event.project, person: event.person, role: event.kind))
      if isNew { try Works.change(event.project, entities) { $0.watchers += 1 } }
    },
    .on(ObservationRecorded.self) { event, _, entities in
      try Works.change(event.project, entities) { $0.observations += 1 }
    },
  ]
}
