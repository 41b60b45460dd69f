import Contracts
import DomainModel
import Policy
import ServiceKit

/// Divides the residents' planned money among the units of a roll, to the fen.
enum FixSharesDecision: Decision {
  struct Sight {
    let funds: ProjectFunds
    let roll: HeardRoll
    let units: [RollUnitLine]
    let isSettled: Bool
  }

  static func look(_ command: FixShares, at view: any EntityView) throws -> Sight {
    guard let roll = try view.get(HeardRoll.self, command.roll.rawValue), roll.project == command.project else {
      throw Refusal(.rollNotHeard, pointers: ["/roll"])
    }
    return Sight(
      funds: try view.funds(of: command.project), roll: roll,
      units: try view.all(HeardRollChunk.self, prefix: HeardRollChunk.prefix(command.roll)).flatMap(\.units),
      isSettled: try view.get(Settlement.self, command.project.rawValue) != nil)
  }

  static func decide(_ command: FixShares, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<SharesReport> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard !sight.isSettled else { throw Refusal(.settledBefore) }
    guard let estimate = sight.funds.estimate else { throw Refusal(.estimateMissing) }
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != estimate.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))])
    }
    guard let sealed = sight.roll.units, sealed == sight.roll.heard, let source = sight.roll.source else {
      throw Refusal(
        .rollIncomplete,
        values: [
          NamedValue("heard", .count(Int64(sight.roll.heard))),
          NamedValue("units", .count(Int64(sight.roll.units ?? 0))),
        ])
    }
    try ruling.requireNotBefore(sight.funds.division?.on ?? estimate.on)
    let total = estimate.figures.residentsCollected
    if let before = sight.funds.division, before.plan == estimate.plan, before.roll == command.roll,
      before.apportionment == estimate.apportionment, before.total == total
    {
      throw Refusal(.sharesAlreadyFixed)
    }

    let parts = try divided(total, by: estimate.apportionment, among: sight.units)
    let division = try whole((sight.funds.division?.number ?? 0) + 1) as Whole<1, 9999>
    let fixed = SharesFixed(
      project: command.project, division: division, plan: estimate.plan, roll: command.roll,
      apportionment: estimate.apportionment, total: total, units: try whole(parts.count))
    let settled = law.edition.settled(\.funding.apportionmentKey)
    try ruling.passGate(adding: [
      Finding(
        ShareApportionment.rule, .satisfied, force: .advises, origin: settled.origin, cites: settled.citations,
        values: [
          NamedValue("key", .code(estimate.apportionment.rawValue)), NamedValue("total", .money(total)),
          NamedValue("units", .count(Int64(parts.count))),
        ], sources: [estimate.source, source])
    ])
    let chunks = try stride(from: 0, to: parts.count, by: 500).map { first in
      SharesListed(
        project: command.project, division: division, first: try whole(first + 1),
        shares: Listing(capped: Array(parts[first..<min(first + 500, parts.count)])))
    }
    return Outcome(
      [fixed] + chunks,
      reply: SharesReport(
        division: division.value, roll: command.roll, apportionment: estimate.apportionment, total: total,
        units: parts.count))
  }

  private static func divided(
    _ total: Money, by key: Contracts.ApportionmentKey, among units: [RollUnitLine]
  ) throws -> [UnitPart] {
    let apportionment = ShareApportionment(by: key)
    let weights = units.map { apportionment.weight(area: $0.area, countsAsHousehold: $0.countsAsHousehold) }
    do {
      let amounts = try apportionment.parts(of: total, weights: weights)
      return try zip(units, zip(weights, amounts)).map { unit, part in
        UnitPart(unit: unit.unit, weight: try whole(Int(part.0)), amount: part.1)
      }
    } catch is ShareApportionment.NobodyPays {
      throw Refusal(.nobodyPays)
    }
  }

  /// A count that other services made: beyond the bound it is out of range, not our bug.
  private static func whole<let least: Int, let most: Int>(_ value: Int) throws(ArithmeticFault) -> Whole<least, most> {
    do { return try Whole(value) } catch { throw .overflow }
  }
}

extension ShareApportionment {
  init(by key: Contracts.ApportionmentKey) {
    switch key {
    case .exclusiveArea: self.init(by: Key.exclusiveArea)
    case .perHousehold: self.init(by: Key.perHousehold)
    }
  }
}
