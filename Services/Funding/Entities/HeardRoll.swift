import Contracts
import DomainModel
import ServiceKit

/// How much of a sealed roll has arrived.
struct HeardRoll: Entity {
  static let kind = "heard-roll"
  let project: ProjectID
  let roll: RollID
  /// What the seal counts; nil until it is heard.
  var units: Int?
  var heard = 0
  var chunks = 0
  var source: SourceRef?

  var key: String { roll.rawValue }
}

/// Units of a roll in the order in which voting published them.
struct HeardRollChunk: Entity {
  static let kind = "heard-roll-chunk"
  let roll: RollID
  let number: Int
  let units: [RollUnitLine]

  var key: String { HeardRollChunk.prefix(roll) + KeyDigits.padded(number, to: 6) }
  static func prefix(_ roll: RollID) -> String { "\(roll)#" }
}

extension HeardRoll {
  static let folds: [Fold] = [
    .on(RollSealHeard.self) { event, _, entities in
      var roll =
        try entities.get(HeardRoll.self, event.roll.rawValue) ?? HeardRoll(project: event.project, roll: event.roll)
      roll.units = event.units.value
      roll.source = event.source
      try entities.put(roll)
    },
    .on(RollUnitsHeard.self) { event, _, entities in
      var roll =
        try entities.get(HeardRoll.self, event.roll.rawValue) ?? HeardRoll(project: event.project, roll: event.roll)
      roll.chunks += 1
      roll.heard += event.units.count
      try entities.put(HeardRollChunk(roll: event.roll, number: roll.chunks, units: event.units.items))
      try entities.put(roll)
    },
  ]
}
