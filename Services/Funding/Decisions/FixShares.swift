import Contracts
import DomainModel
import Policy
import ServiceKit

/// Divides the residents' planned money among the units of a roll, to the fen, by the key of the plan: the key is the
/// plan's own choice in every city, since no document names one.
enum FixSharesDecision: Decision {
  struct Sight {
    let funds: ProjectFunds
    /// What may be divided where the city has no formula: the first there is.
    let withoutFormula: ResidentsPart?
    /// The costs of the plan that is divided by, where they were heard.
    let costs: [PlanID: PlanCosts]
    let roll: HeardRoll
    let units: [RollUnitLine]
    let isSettled: Bool
  }

  static func look(_ command: FixShares, at view: any EntityView) throws -> Sight {
    guard let roll = try view.get(HeardRoll.self, command.roll.rawValue), roll.project == command.project else {
      throw Refusal(.rollNotHeard, pointers: ["/roll"])
    }
    let funds = try view.funds(of: command.project)
    let other = try ResidentsPart.withoutFormula(
      funds, try view.governmentMoney(of: command.project), try view.reviewedMoney(of: command.project))
    var costs: [PlanID: PlanCosts] = [:]
    for plan in [funds.estimate?.plan, other?.plan].compactMap({ $0 }) {
      costs[plan] = try view.get(PlanCosts.self, plan.rawValue)
    }
    return Sight(
      funds: funds, withoutFormula: other, costs: costs, roll: roll,
      units: try view.all(HeardRollChunk.self, prefix: HeardRollChunk.prefix(command.roll)).flatMap(\.units),
      isSettled: try view.get(Settlement.self, command.project.rawValue) != nil)
  }

  static func decide(_ command: FixShares, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<SharesReport> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard !sight.isSettled else { throw Refusal(.settledBefore) }
    let part = try residentsPart(of: sight, under: law.edition)
    if case .code(let valid)? = ruling.facts?[.planVersion]?.value, valid != part.plan.rawValue {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", .code(valid))])
    }
    guard let costs = sight.costs[part.plan] else { throw Refusal(.planNotHeard) }
    guard let sealed = sight.roll.units, sealed == sight.roll.heard, let source = sight.roll.source else {
      throw Refusal(
        .rollIncomplete,
        values: [
          NamedValue("heard", .count(Int64(sight.roll.heard))),
          NamedValue("units", .count(Int64(sight.roll.units ?? 0))),
        ])
    }
    try ruling.requireNotBefore(sight.funds.division?.on ?? part.on)
    let total = part.amount
    if let before = sight.funds.division, before.plan == part.plan, before.roll == command.roll, before.total == total {
      throw Refusal(.sharesAlreadyFixed)
    }

    let key = ShareApportionment(by: costs.apportionment)
    let parts = try divided(total, by: key, costs, among: sight.units)
    let division = try whole((sight.funds.division?.number ?? 0) + 1) as Whole<1, 9999>
    let fixed = SharesFixed(
      project: command.project, division: division, plan: part.plan, roll: command.roll,
      apportionment: costs.apportionment, total: total, units: try whole(parts.count), basis: part.basis)
    let chosen = law.edition.stated(\.funding.apportionmentLeftTo)
    let settled = law.edition.settled(\.funding.apportionmentKey)
    try ruling.passGate(adding: key.findings(under: law.edition) + [
      Finding(
        ShareApportionment.rule, .satisfied, force: .advises, origin: chosen.isSilent ? settled.origin : .document,
        cites: chosen.isSilent ? settled.citations : chosen.citations,
        values: [
          NamedValue("key", .code(costs.apportionment.rawValue)), NamedValue("basis", .code(part.basis.rawValue)),
          NamedValue("weighted-buildings", .count(Int64(costs.buildingWeights?.count ?? 0))),
          NamedValue("total", .money(total)), NamedValue("units", .count(Int64(parts.count))),
        ], sources: [part.source, costs.source, source].compactMap { $0 })
    ])
    let chunks = try stride(from: 0, to: parts.count, by: 500).map { first in
      SharesListed(
        project: command.project, division: division, first: try whole(first + 1),
        shares: Listing(capped: Array(parts[first..<min(first + 500, parts.count)])))
    }
    return Outcome(
      [fixed] + chunks,
      reply: SharesReport(
        division: division.value, roll: command.roll, apportionment: costs.apportionment, total: total,
        units: parts.count, basis: part.basis))
  }

  /// Where the city has a formula nothing else is divided.
  private static func residentsPart(of sight: Sight, under edition: Edition) throws -> ResidentsPart {
    if SubsidyTerms(edition) != nil {
      guard let estimate = sight.funds.estimate else { throw Refusal(.estimateMissing) }
      return ResidentsPart(estimate)
    }
    guard let part = sight.withoutFormula else { throw Refusal(.residentsPartMissing) }
    return part
  }

  private static func divided(
    _ total: Money, by apportionment: ShareApportionment, _ costs: PlanCosts, among units: [RollUnitLine]
  ) throws -> [UnitPart] {
    let buildings = Dictionary(
      (costs.buildingWeights ?? []).map { ($0.building, Int64($0.weight.value)) }, uniquingKeysWith: { first, _ in first })
    let weights = try units.map {
      try apportionment.weight(
        area: $0.area, countsAsHousehold: $0.countsAsHousehold, building: buildings[$0.building] ?? 1)
    }
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
