import Contracts
import DomainModel
import ServiceKit

/// What one unit pays by one division of the residents' money.
struct UnitShare: Entity {
  static let kind = "unit-share"
  let project: ProjectID
  let division: Int
  let unit: UnitID
  /// Its place in the roll, which decides ties.
  let place: Int
  let weight: Int64
  let amount: Money

  var key: String { UnitShare.prefix(project, division) + unit.rawValue }

  static func prefix(_ project: ProjectID, _ division: Int) -> String {
    "\(project)/\(KeyDigits.padded(division, to: 4))/"
  }
}

extension UnitShare {
  static let folds: [Fold] = [
    .on(SharesListed.self) { event, _, entities in
      for (offset, share) in event.shares.enumerated() {
        try entities.put(
          UnitShare(
            project: event.project, division: event.division.value, unit: share.unit, place: event.first.value + offset,
            weight: Int64(share.weight.value), amount: share.amount))
      }
    }
  ]
}
