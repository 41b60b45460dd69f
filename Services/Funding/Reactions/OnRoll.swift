import Contracts
import DomainModel
import ServiceKit

/// The seal and the units of an owner roll, in whatever order they arrive.
enum OnRoll {
  /// So many units, however long their ids, make an event of less than 64 KiB.
  private static let most = 250

  static let reactions: [Reaction] = [
    .to(RollSealed.self) { event, stamp in
      [
        RollSealHeard(
          project: event.project, roll: event.roll, units: event.units, area: event.area, source: stamp.source)
      ]
    },
    .to(RollUnitsPublished.self) { event, stamp in
      stride(from: 0, to: event.units.count, by: most).map { first in
        RollUnitsHeard(
          project: event.project, roll: event.roll,
          units: Listing(capped: Array(event.units[first..<min(first + most, event.units.count)])), source: stamp.source
        )
      }
    },
  ]
}
