import Contracts
import DomainModel
import TestKit
import Testing

@testable import Voting

@Suite("The running tally")
struct TallyPropertyTests {
  /// SplitMix64, so that a failing seed fails again.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  struct Entered {
    let ballot: Ballot
    var isStruck = false
  }

  @Test("equals a recount of all forms, for any sequence of them", arguments: UInt64(1)...24)
  func equalsRecount(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let place = try Neighbourhood()
    let units = try roll(&chance)
    let round = try place.bench.send(
      place.opening(.willingness, on: try place.sealedRoll(units), opensOn: "2024-03-01"), on: "2024-02-20"
    ).round

    var entered: [Entered] = []
    var number = 0
    for _ in 0..<8 {
      let ballots = try (0..<10).map { _ in
        number += 1
        return try form(number, units, &chance)
      }
      let reply = try place.bench.send(
        CastBallots(project: place.project, round: round, ballots: try Listing(ballots)), on: "2024-03-12")
      for (ballot, row) in zip(ballots, reply.rows) where row.outcome != .refused {
        entered.append(Entered(ballot: ballot))
      }
      if let struck = entered.indices.filter({ !entered[$0].isStruck }).randomElement(using: &chance) {
        let strike = VoidBallot(
          project: place.project, round: round, ballotNo: entered[struck].ballot.ballotNo, reason: "录入错误")
        try place.bench.send(strike, on: "2024-03-12")
        entered[struck].isStruck = true
      }
      let standing = try #require(try place.bench.ask(TallyQuery(project: place.project, round: round)).standing)
      #expect(Recount(standing) == Recount(entered, of: units), "seed \(seed)")
    }
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }

  /// Fourteen units of at most six owners, alone and in pairs, some unsold, some no household.
  private func roll(_ chance: inout Chance) throws -> [RollUnit] {
    try (1...14).map { number in
      let isUnsold = Int.random(in: 0..<6, using: &chance) == 0
      let count = Int.random(in: 1...2, using: &chance)
      let owners = try Set((0..<count).map { _ in try PersonID("p-\(Int.random(in: 1...6, using: &chance))") })
      return try Neighbourhood.unit(
        number, try Area(hundredths: Int64.random(in: 1...20_000, using: &chance)),
        owners: isUnsold ? [] : owners.sorted(), isUnsold: isUnsold,
        countsAsHousehold: Int.random(in: 0..<5, using: &chance) > 0)
    }
  }

  private func form(_ number: Int, _ units: [RollUnit], _ chance: inout Chance) throws -> Ballot {
    let unit = units[Int.random(in: 0..<units.count, using: &chance)]
    let opinion = Opinion.allCases[Int.random(in: 0..<Opinion.allCases.count, using: &chance)]
    let day = Int.random(in: 1...9, using: &chance)
    return Ballot(
      // Now and then a number that was used before.
      ballotNo: try Identifier("f-\(Int.random(in: 0..<12, using: &chance) == 0 ? max(1, number - 3) : number)"),
      unit: unit.unit, signer: unit.owners.first?.person ?? "p-developer", opinion: opinion,
      signedOn: try BusinessDate(year: 2024, month: 3, day: day))
  }
}

/// A count made the slow way, over all forms, to hold the running one against.
struct Recount: Equatable {
  var area: [String: Int64] = [:]
  var heads: [String: Int64] = [:]
  var households: [String: Int64] = [:]
  var forms: [String: Int64] = [:]

  init(_ standing: TallyAnswer.Standing) {
    area = [
      "agree": standing.area.agreeing.hundredths, "disagree": standing.area.disagreeing.hundredths,
      "blank": standing.area.blank.hundredths,
    ]
    func counts(_ opinions: Opinions<Tallied>) -> [String: Int64] {
      [
        "agree": Int64(opinions.agreeing.value), "disagree": Int64(opinions.disagreeing.value),
        "blank": Int64(opinions.blank.value),
      ]
    }
    heads = counts(standing.heads)
    households = counts(standing.households)
    forms = ["unsigned": Int64(standing.forms.unsigned.value), "replaced": Int64(standing.forms.replaced.value)]
    dropZeros()
  }

  init(_ entered: [TallyPropertyTests.Entered], of units: [RollUnit]) {
    let valid = entered.filter { !$0.isStruck }.map(\.ballot)
    forms["unsigned"] = Int64(valid.count { $0.opinion == .unsigned })
    var byHead: [Set<String>: [Opinion]] = [:]
    for unit in units {
      let signed = valid.filter { $0.unit == unit.unit && $0.opinion != .unsigned }
      forms["replaced", default: 0] += Int64(max(0, signed.count - 1))
      guard let lastDay = signed.map(\.signedOn).max(), let standing = signed.last(where: { $0.signedOn == lastDay })
      else { continue }
      area[standing.opinion.rawValue, default: 0] += unit.exclusiveArea?.hundredths ?? 0
      if unit.countsAsHousehold != false { households[standing.opinion.rawValue, default: 0] += 1 }
      let head = unit.isUnsold == true ? ["unsold"] : Set(unit.owners.map(\.person.rawValue))
      byHead[head, default: []].append(standing.opinion)
    }
    for opinions in byHead.values {
      let says: Opinion = opinions.contains(.disagree) ? .disagree : opinions.contains(.blank) ? .blank : .agree
      heads[says.rawValue, default: 0] += 1
    }
    dropZeros()
  }

  private mutating func dropZeros() {
    area = area.filter { $0.value != 0 }
    heads = heads.filter { $0.value != 0 }
    households = households.filter { $0.value != 0 }
    forms = forms.filter { $0.value != 0 }
  }
}
