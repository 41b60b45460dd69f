import Contracts
import DomainModel
import TestKit
import Testing

@testable import Voting

@Suite("Keeping a roll")
struct RollTests {
  private let place: Neighbourhood

  init() throws {
    place = try Neighbourhood()
  }

  @Test("counts units, heads, households and area, and tells others when it is sealed")
  func seals() throws {
    let units = try Neighbourhood.units(1...3)
    let roll = try place.draft(units)
    #expect(try place.bench.facts(of: place.project)[.rollSealed] == nil)
    let summary = try place.bench.send(place.seal(roll, units), on: "2024-01-16")
    #expect(summary.units == 3 && summary.heads == 3 && summary.households == 3)
    #expect(summary.area == "240.00")
    #expect(try place.bench.facts(of: place.project).holds(.rollSealed))
    #expect(try place.bench.ask(RollQuery(project: place.project)).roll == summary)
  }

  @Test("publishes every unit once, without its owners")
  func publishes() throws {
    let units = try Neighbourhood.units(1...700)
    try place.sealedRoll(units)
    let lines = try place.bench.events(RollUnitsPublished.self).flatMap(\.units)
    #expect(lines.count == 700)
    #expect(Set(lines.map(\.unit)) == Set(units.map(\.unit)))
    #expect(lines.allSatisfy { $0.area == "80.00" })
    let text = try place.bench.events(RollUnitsPublished.self).map { "\($0)" }.joined()
    #expect(!text.contains("p-1"))
  }

  @Test("keeps names, phones and id numbers out of the journal")
  func keepsPrivate() throws {
    let owner = RollOwner(
      person: "p-1", name: "林某某", phone: "13800000000", idNumber: "330382199001011234")
    let unit = RollUnit(
      unit: "u-1", building: "b-1", roomNo: "1幢101室", exclusiveArea: "80.00", owners: [owner], representative: "p-1")
    try place.sealedRoll([unit])
    let recorded = try place.bench.recordedText()
    for secret in ["林某某", "13800000000", "330382199001011234"] { #expect(!recorded.contains(secret)) }
  }

  @Test("counts a set of owners once, a couple and one of them as two, all unsold units as one")
  func countsHeads() throws {
    let summary = try summary(of: [
      Neighbourhood.unit(1, owners: ["p-wife", "p-husband"]),
      Neighbourhood.unit(2, owners: ["p-husband", "p-wife"]),
      Neighbourhood.unit(3, owners: ["p-husband"]),
      Neighbourhood.unit(4, owners: ["p-developer"], isUnsold: true),
      Neighbourhood.unit(5, owners: [], isUnsold: true),
      Neighbourhood.unit(6, owners: ["p-developer"]),
    ])
    #expect(summary.heads == 4)
    #expect(summary.households == 6)
  }

  @Test("leaves a garage out of the households, not out of the area")
  func countsHouseholds() throws {
    let summary = try summary(of: [
      Neighbourhood.unit(1, owners: ["p-1"]),
      Neighbourhood.unit(2, "20.00", owners: ["p-1"], countsAsHousehold: false),
    ])
    #expect(summary.households == 1 && summary.heads == 1)
    #expect(summary.area == "100.00")
  }

  private func summary(of units: [RollUnit]) throws -> RollSummary {
    let roll = try place.sealedRoll(units)
    return try #require(try place.bench.ask(RollQuery(project: place.project, roll: roll)).roll)
  }

  @Test("refuses a batch with faults whole, and points to every one")
  func pointsToFaults() throws {
    let roll = try place.draft(try Neighbourhood.units(1...1))
    let stranger = RollUnit(
      unit: "u-5", building: "b-1", roomNo: "105", exclusiveArea: "80.00", owners: [RollOwner(person: "p-5")],
      representative: "p-6")
    let batch = [
      try Neighbourhood.unit(1), try Neighbourhood.unit(2), try Neighbourhood.unit(2),
      try Neighbourhood.unit(3, owners: []), try Neighbourhood.unit(4, owners: ["p-4", "p-4"]), stranger,
    ]
    let problem = try #require(
      try place.bench.refusal(
        AddRollUnits(project: place.project, roll: roll, units: try Listing(batch)), on: "2024-01-15"))
    #expect(problem.code == "roll-units-faulty")
    #expect(
      problem.pointers == [
        "/units/0/unit", "/units/2/unit", "/units/3/owners", "/units/4/owners", "/units/5/representative",
      ])
    #expect(try place.bench.ask(RollQuery(project: place.project, roll: roll)).roll?.units == 1)
  }

  @Test("is not sealed when a batch was lost, an area differs or is missing, or the content is another")
  func findsDifferences() throws {
    let units = try Neighbourhood.units(1...3)
    let roll = try place.draft(try Neighbourhood.units(1...2))
    #expect(try refusal(place.seal(roll, units)) == "roll-count-differs")

    let smaller = [try Neighbourhood.unit(1), try Neighbourhood.unit(2, "79.99")]
    #expect(try refusal(place.seal(roll, smaller)) == "roll-area-differs")

    let others = [try Neighbourhood.unit(1), try Neighbourhood.unit(2, owners: ["p-9"])]
    #expect(try refusal(place.seal(roll, others)) == "roll-content-differs")

    let blank = [try Neighbourhood.unit(1), try Neighbourhood.unit(2, nil)]
    let unmeasured = try place.draft(blank)
    #expect(try refusal(place.seal(unmeasured, blank)) == "area-missing")
  }

  @Test("changes no more once sealed, and is sealed once")
  func staysSealed() throws {
    let units = try Neighbourhood.units(1...2)
    let roll = try place.sealedRoll(units)
    let more = AddRollUnits(project: place.project, roll: roll, units: [try Neighbourhood.unit(3)])
    #expect(try place.bench.refusal(more, on: "2024-01-16")?.code == "roll-not-draft")
    #expect(try refusal(place.seal(roll, units)) == "roll-not-draft")
  }

  @Test("is unknown under another project's number")
  func belongsToItsProject() throws {
    try place.bench.openProject("330382-2024-0008")
    let roll = try place.draft(try Neighbourhood.units(1...1))
    let foreign = AddRollUnits(project: "330382-2024-0008", roll: roll, units: [try Neighbourhood.unit(2)])
    #expect(try place.bench.refusal(foreign, on: "2024-01-16")?.code == "roll-unknown")
  }

  @Test("tells of areas from different sources, and seals all the same")
  func tellsMixedBases() throws {
    let units = [try Neighbourhood.unit(1), try Neighbourhood.unit(2, basis: .surveyed)]
    try place.sealedRoll(units)
    let recorded = try place.bench.recordedText()
    #expect(recorded.contains("roll.one-area-basis"))
    #expect(recorded.contains("violated"))
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try place.sealedRoll(try Neighbourhood.units(1...20))
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }

  private func refusal(_ seal: SealRoll) throws -> String? { try place.bench.refusal(seal, on: "2024-01-16")?.code }
}
