import Contracts
import DomainModel
import ServiceKit

/// A defect that showed itself after the works.
struct WarrantyClaim: Entity {
  static let kind = "warranty-claim"
  let id: WarrantyID
  let category: WarrantyCategory
  let what: String
  let on: BusinessDate
  let standing: WarrantyStanding
  var fixedOn: BusinessDate?

  var key: String { id.rawValue }

  static let folds: [Fold] = [
    .on(WarrantyDefectReported.self) { event, stamp, entities in
      try entities.put(
        WarrantyClaim(
          id: event.claim, category: event.category, what: event.what.value, on: stamp.effectiveOn,
          standing: event.standing))
      try Works.change(event.project, entities) { $0.claims += 1 }
    },
    .on(WarrantyDefectFixed.self) { event, stamp, entities in
      try entities.update(WarrantyClaim.self, event.claim.rawValue) { $0.fixedOn = stamp.effectiveOn }
    },
  ]
}
