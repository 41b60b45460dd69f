import Contracts
import DomainModel
import ServiceKit

/// The seal and the units of an owner roll, in whatever order they arrive.
enum OnRoll {
  static let reactions: [Reaction] = [
    .to(RollSealed.self) { event, stamp in
      [
        RollSealHeard(
          project: event.project, roll: event.roll, units: event.units, area: event.area, source: stamp.source)
      ]
    },
    .to(RollUnitsPublished.self) { event, stamp in
      [RollUnitsHeard(project: event.project, roll: event.roll, units: event.units, source: stamp.source)]
    },
  ]
}
