import Contracts
import DomainModel
import ServiceKit

/// An owner roll and what it counts. Its counters grow with each unit, so that sealing needs no second count.
struct Roll: Entity {
  static let kind = "roll"
  let id: RollID
  let begunOn: BusinessDate
  var units = 0
  /// Distinct sets of owners, all unsold units together one more.
  var heads = 0
  var households = 0
  var area = Area.zero
  /// Units whose area has not been entered.
  var areasMissing = 0
  /// Units by where their area comes from; the figures of one roll should come from one place (AMB-09).
  var registered = 0
  var surveyed = 0
  var contracted = 0
  /// The content hash, once sealed.
  var hash: DocumentHash?
  var sealedOn: BusinessDate?

  var key: String { id.rawValue }

  var areaBases: Int { [registered, surveyed, contracted].count { $0 > 0 } }

  var summary: RollSummary {
    RollSummary(
      roll: id, isSealed: hash != nil, units: units, heads: heads, households: households, area: area, hash: hash)
  }

  fileprivate mutating func count(_ unit: RollEntry) throws {
    units += 1
    if unit.countsAsHousehold { households += 1 }
    if let area = unit.exclusiveArea {
      self.area = try self.area.adding(area)
    } else {
      areasMissing += 1
    }
    switch unit.areaBasis {
    case .registered: registered += 1
    case .surveyed: surveyed += 1
    case .contract: contracted += 1
    }
  }
}

extension Roll {
  static let folds: [Fold] = [
    .on(RollBegun.self) { event, stamp, entities in
      try entities.put(Roll(id: event.roll, begunOn: stamp.effectiveOn))
    },
    .on(RollUnitsAdded.self) { event, _, entities in
      try entities.update(Roll.self, event.roll.rawValue) { roll in
        for entry in event.units {
          try roll.count(entry)
          if try RolledUnit.enter(entry, in: event.roll, entities) { roll.heads += 1 }
        }
      }
    },
    .on(RollSealed.self) { event, stamp, entities in
      try entities.update(Roll.self, event.roll.rawValue) {
        $0.hash = event.hash
        $0.sealedOn = stamp.effectiveOn
      }
    },
  ]
}
