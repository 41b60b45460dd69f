import Contracts
import DomainModel
import ServiceKit

/// An illegal structure (违法建筑) of a community's list.
struct IllegalStructure: Entity {
  static let kind = "illegal-structure"
  let project: ProjectID
  let structure: Identifier<SlugKind>
  var area: Area
  var removed: Bool
  var hasPhotoAfter: Bool

  var key: String { IllegalStructure.key(project, structure) }
  static func key(_ project: ProjectID, _ structure: Identifier<SlugKind>) -> String { "\(project)/\(structure)" }

  static let folds: [Fold] = [
    .on(DemolitionRecorded.self) { event, _, entities in
      for line in event.structures {
        let known = try entities.get(IllegalStructure.self, key(event.project, line.structure))
        try Works.change(event.project, entities) {
          if known == nil { $0.structuresKnown += 1 }
          if known?.removed == false { $0.structuresStanding -= 1 }
          if !line.removed { $0.structuresStanding += 1 }
        }
        try entities.put(
          IllegalStructure(
            project: event.project, structure: line.structure, area: line.area, removed: line.removed,
            hasPhotoAfter: known?.hasPhotoAfter == true || !line.after.isEmpty))
      }
    }
  ]
}
