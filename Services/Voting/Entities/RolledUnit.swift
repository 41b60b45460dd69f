import Contracts
import DomainModel
import ServiceKit

/// A unit of a roll.
struct RolledUnit: Entity {
  static let kind = "roll-unit"
  let roll: RollID
  let entry: RollEntry
  /// Whether its owners hold other units too, so that its forms must be weighed with theirs. Kept here so that the
  /// common ballot, of an owner with one unit, looks at nothing else.
  var sharesHead: Bool

  var key: String { RolledUnit.key(roll, entry.unit) }

  static func key(_ roll: RollID, _ unit: UnitID) -> String { EntityKey.joined(roll.rawValue, unit.rawValue) }

  /// Whose head the unit is counted with: the set of its owners; all unsold units are one (domain §18.4).
  var head: String { RolledUnit.head(of: entry) }

  private static func head(of entry: RollEntry) -> String {
    // No owner's id begins with an asterisk or holds a plus sign, so no two heads can be mixed up.
    entry.isUnsold ? "*unsold" : entry.owners.map(\.rawValue).sorted().joined(separator: "+")
  }

  /// Enters a unit; whether it brought a new head.
  static func enter(_ entry: RollEntry, in roll: RollID, _ entities: any EntityEditor) throws -> Bool {
    let key = RollHead.key(roll, head(of: entry))
    guard let head = try entities.get(RollHead.self, key) else {
      try entities.put(RollHead(key: key, firstUnit: entry.unit))
      try entities.put(RolledUnit(roll: roll, entry: entry, sharesHead: false))
      return true
    }
    let first = RolledUnit.key(roll, head.firstUnit)
    if try entities.get(RolledUnit.self, first)?.sharesHead == false {
      try entities.update(RolledUnit.self, first) { $0.sharesHead = true }
    }
    try entities.put(RolledUnit(roll: roll, entry: entry, sharesHead: true))
    return false
  }
}

/// A distinct set of owners in a roll.
struct RollHead: Entity {
  static let kind = "roll-head"
  let key: String
  /// The unit that was entered first; the second one makes it share.
  let firstUnit: UnitID

  static func key(_ roll: RollID, _ head: String) -> String { "\(roll)/\(head)" }
}
