import Contracts
import Crypto
import DomainModel
import Foundation
import Policy
import ServiceKit

/// Seals a roll when what arrived is what was sent: as many units, as much area, the same content.
enum SealRollDecision: Decision {
  struct Sight {
    let roll: Roll
    let hash: DocumentHash
    let lines: [RollUnitLine]
  }

  static func look(_ command: SealRoll, at view: any EntityView) throws -> Sight {
    let roll = try view.roll(command.roll, of: command.project)
    var hasher = SHA256()
    var lines: [RollUnitLine] = []
    lines.reserveCapacity(roll.units)
    var after: String?
    while true {
      // Keys are the units' ids behind the roll's, so pages come in the order that the content is hashed in.
      let page = try view.all(RolledUnit.self, prefix: "\(command.roll)/", after: after, limit: 2_000)
      guard let last = page.last else { break }
      var content = RollContent()
      for unit in page {
        content.append(unit.entry)
        lines.append(RollUnitLine(unit.entry))
      }
      hasher.update(data: Data(content.text.utf8))
      after = last.key
    }
    return Sight(roll: roll, hash: try DocumentHash(hasher.finalize()), lines: lines)
  }

  static func decide(_ command: SealRoll, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<RollSummary> {
    let roll = sight.roll
    guard roll.hash == nil else { throw Refusal(.rollNotDraft, pointers: ["/roll"]) }
    try ruling.requireNotBefore(roll.begunOn)
    try requireSameAsSent(command, sight)
    let sealed = RollSealed(
      project: command.project, roll: command.roll, units: command.units, heads: try Whole(roll.heads),
      households: try Whole(roll.households), area: roll.area, hash: sight.hash)
    let published = stride(from: 0, to: sight.lines.count, by: linesPerEvent).map { start in
      RollUnitsPublished(
        project: command.project, roll: command.roll,
        units: Listing(capped: Array(sight.lines[start..<min(start + linesPerEvent, sight.lines.count)])))
    }
    return Outcome(
      [sealed] + published,
      reply: RollSummary(
        roll: command.roll, isSealed: true, units: roll.units, heads: roll.heads, households: roll.households,
        area: roll.area, hash: sight.hash),
      findings: [oneAreaBasis(roll), basesEqual(roll)])
  }

  /// Three hundred lines with the longest ids make an event of less than 64 KiB.
  private static let linesPerEvent = 300

  private static func requireSameAsSent(_ command: SealRoll, _ sight: Sight) throws {
    let roll = sight.roll
    guard roll.units == command.units.value else {
      throw Refusal(
        .rollCountDiffers,
        values: [
          NamedValue("received", .count(Int64(roll.units))), NamedValue("stated", .count(Int64(command.units.value))),
        ], pointers: ["/units"])
    }
    guard roll.areasMissing == 0 else {
      throw Refusal(.areaMissing, values: [NamedValue("missing", .count(Int64(roll.areasMissing)))])
    }
    guard roll.area == command.totalArea else {
      throw Refusal(
        .rollAreaDiffers,
        values: [NamedValue("received", .area(roll.area)), NamedValue("stated", .area(command.totalArea))],
        pointers: ["/totalArea"])
    }
    guard sight.hash == command.contentHash else {
      throw Refusal(.rollContentDiffers, pointers: ["/contentHash"])
    }
  }

  /// Numerator and denominator should come from one place; a mixture is allowed, but never silent (AMB-09).
  private static func oneAreaBasis(_ roll: Roll) -> Finding {
    Finding(
      "roll.one-area-basis", roll.areaBases <= 1 ? .satisfied : .violated, force: .advises, origin: .recommended,
      cites: [.choice("areas-on-one-basis")],
      values: [
        NamedValue("registered", .count(Int64(roll.registered))), NamedValue("surveyed", .count(Int64(roll.surveyed))),
        NamedValue("contract", .count(Int64(roll.contracted))),
      ])
  }

  /// Owners and households are both counted; that they differ is told as soon as it is known (AMB-08).
  private static func basesEqual(_ roll: Roll) -> Finding {
    Finding(
      "roll.heads-equal-households", roll.heads == roll.households ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [.choice("both-bases-shown")],
      values: [
        NamedValue("heads", .count(Int64(roll.heads))), NamedValue("households", .count(Int64(roll.households))),
      ])
  }
}

extension RollUnitLine {
  init(_ entry: RollEntry) {
    // A roll with a missing area is not sealed, so that zero never leaves the service.
    self.init(
      unit: entry.unit, building: entry.building, area: entry.exclusiveArea ?? .zero, use: entry.use,
      countsAsHousehold: entry.countsAsHousehold)
  }
}

extension DocumentHash {
  init(_ digest: SHA256.Digest) throws {
    try self.init(digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined())
  }
}
