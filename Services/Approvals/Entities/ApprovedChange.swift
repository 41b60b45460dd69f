import Contracts
import DomainModel
import ServiceKit

/// A design change that was approved here; what it changes stands in supervision.
struct ApprovedChange: Entity {
  static let kind = "approved-change"
  let id: ChangeID
  let addition: Money
  let reduction: Money
  let approvedOn: BusinessDate

  var key: String { id.rawValue }
}

extension ApprovedChange {
  static let folds: [Fold] = [
    .on(DesignChangeApproved.self) { event, stamp, entities in
      try entities.put(
        ApprovedChange(
          id: event.change, addition: event.addition, reduction: event.reduction, approvedOn: stamp.effectiveOn))
    }
  ]
}
