import Contracts
import DomainModel
import ServiceKit

/// Enters units into a draft, all of a batch or none: a batch with a fault is sent again whole.
enum AddRollUnitsDecision: Decision {
  struct Sight {
    let roll: Roll
    /// Units of this batch that the roll holds already.
    let entered: Set<UnitID>
  }

  static func look(_ command: AddRollUnits, at view: any EntityView) throws -> Sight {
    let roll = try view.roll(command.roll, of: command.project)
    let entered = try command.units.map(\.unit).filter {
      try view.get(RolledUnit.self, RolledUnit.key(command.roll, $0)) != nil
    }
    return Sight(roll: roll, entered: Set(entered))
  }

  static func decide(
    _ command: AddRollUnits, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<RollProgress> {
    guard sight.roll.hash == nil else { throw Refusal(.rollNotDraft, pointers: ["/roll"]) }
    let faults = faults(in: command.units.items, entered: sight.entered)
    guard faults.isEmpty else { throw Refusal(.rollUnitsFaulty, pointers: faults) }
    let entries = command.units.map(RollEntry.init)
    let events = stride(from: 0, to: entries.count, by: RollUnitsAdded.most).map { start in
      RollUnitsAdded(
        project: command.project, roll: command.roll, units: Listing(capped: Array(entries[start...])))
    }
    return Outcome(
      events, reply: RollProgress(roll: command.roll, units: sight.roll.units + entries.count),
      persons: command.units.flatMap(\.owners).compactMap { $0.record(for: .ownership) })
  }

  /// JSON pointers to every field that is wrong.
  private static func faults(in units: [RollUnit], entered: Set<UnitID>) -> [String] {
    var seen = entered
    var faults: [String] = []
    for (row, unit) in units.enumerated() {
      if !seen.insert(unit.unit).inserted { faults.append("/units/\(row)/unit") }
      let owners = Set(unit.owners.map(\.person))
      let isUnsold = unit.isUnsold ?? false
      if (owners.isEmpty && !isUnsold) || owners.count < unit.owners.count { faults.append("/units/\(row)/owners") }
      if let speaker = unit.representative, !owners.contains(speaker) {
        faults.append("/units/\(row)/representative")
      }
    }
    return faults
  }
}

extension RollOwner {
  /// What the vault keeps; nil when nothing personal was told.
  func record(for purpose: PersonalPurpose) -> PersonRecord? {
    var personal: [String: String] = [:]
    personal["name"] = name?.value
    personal["phone"] = phone?.value
    let protected = idNumber.map { ["idNumber": $0.value] } ?? [:]
    guard !personal.isEmpty || !protected.isEmpty else { return nil }
    return PersonRecord(person: person, for: purpose, personal: personal, protected: protected)
  }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such roll in the project.
  func roll(_ id: RollID, of project: ProjectID) throws -> Roll {
    guard id.project() == project, let roll = try get(Roll.self, id.rawValue) else {
      throw Refusal(.rollUnknown, pointers: ["/roll"])
    }
    return roll
  }
}
