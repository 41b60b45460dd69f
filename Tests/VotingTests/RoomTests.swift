import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("Rooms for forms")
struct RoomTests {
  private func place(_ law: Law? = nil) throws -> Neighbourhood { try Neighbourhood(law: law) }

  private func units(_ count: Int) throws -> [RollUnit] {
    try (1...count).map { number in
      RollUnit(
        unit: try UnitID("u-\(number)"), building: "b-1", roomNo: try Text("1幢\(number)室"), exclusiveArea: "80.00",
        owners: [
          RollOwner(
            person: try PersonID("p-\(number)"), name: "欧阳隐名", phone: "13899990001", idNumber: "330382199001017777")
        ])
    }
  }

  /// Opens a round on `count` units, agrees for the first `agreeing`, has the next disagree, leaves one blank, closes it.
  private func vote(_ place: Neighbourhood, _ count: Int, agreeing: Int, blankRulePrinted: Bool? = nil) throws -> RoundID {
    let roll = try place.sealedRoll(try units(count))
    let round = try place.bench.send(
      place.opening(.willingness, on: roll, blankRulePrinted: blankRulePrinted), on: "2024-03-04").round
    try place.cast(.agree, 1...agreeing, in: round)
    try place.cast(.disagree, (agreeing + 1)...(agreeing + 1), in: round)
    try place.cast(.blank, (agreeing + 2)...(agreeing + 2), in: round)
    return round
  }

  private func rooms(_ place: Neighbourhood, _ round: RoundID) throws -> [AgreeingRooms.Room] {
    var rooms: [AgreeingRooms.Room] = []
    var after: UnitID?
    repeat {
      let page = try place.bench.ask(AgreeingRoomsQuery(project: place.project, round: round, after: after))
      rooms += page.rooms
      after = page.next
    } while after != nil
    return rooms
  }

  @Test("that agreed are told once the round is closed, with surnames and nothing else of a person")
  func masked() throws {
    let place = try place()
    let round = try vote(place, 250, agreeing: 230)
    #expect(try rooms(place, round).isEmpty, "an open round tells nobody's opinion")
    try place.bench.send(place.closing(round), on: "2024-03-10")
    let told = try rooms(place, round)
    #expect(told.count == 230)
    #expect(!told.contains { $0.unit == "u-231" || $0.unit == "u-232" }, "neither who disagreed nor who left it blank")
    #expect(told.allSatisfy { $0.owners == ["欧阳*"] && !$0.isDeemed })
    #expect(told.contains { $0.roomNo == "1幢7室" })
    let text = "\(told)"
    for secret in ["隐名", "13899990001", "330382199001017777"] { #expect(!text.contains(secret)) }
    #expect(
      try place.bench.ask(AgreeingRoomsQuery(project: "330382-2024-0008", round: round)).rooms.isEmpty,
      "a round is its own project's")
  }

  @Test("tell no name of an owner whose data was erased")
  func erased() throws {
    let place = try place()
    let round = try vote(place, 30, agreeing: 28)
    try place.bench.send(place.closing(round), on: "2024-03-10")
    try place.bench.send(
      ErasePerson<VotingContract>(project: place.project, person: "p-3", reason: "保存期限届满"), on: "2024-03-11")
    let room = try #require(try rooms(place, round).first { $0.unit == "u-3" })
    #expect(room.owners.isEmpty)
  }

  @Test("left blank agree with the majority only where the city's rules and the printed form say so")
  func deemed() throws {
    let law = try Law.altered(["signedBlank: silent": "signedBlank: {value: follows-majority, cites: [plan 3.1]}"])
    let place = try place(law)
    let round = try vote(place, 30, agreeing: 28, blankRulePrinted: true)
    try place.bench.send(place.closing(round), on: "2024-03-10")
    let told = try rooms(place, round)
    #expect(told.count == 29)
    #expect(told.first { $0.unit == "u-30" }?.isDeemed == true)
    #expect(told.first { $0.unit == "u-1" }?.isDeemed == false)
  }

  @Test("of a roll are listed page by page with owners by their ids, for those who collect forms")
  func roll() throws {
    let place = try place()
    let roll = try place.sealedRoll(try units(650))
    var units: [RollUnits.Unit] = []
    var after: UnitID?
    repeat {
      let page = try place.bench.ask(RollUnitsQuery(project: place.project, after: after))
      #expect(page.roll == roll)
      units += page.units
      after = page.next
    } while after != nil
    #expect(units.count == 650 && Set(units.map(\.unit)).count == 650)
    #expect(units.first { $0.unit == "u-5" }?.owners == ["p-5"])
    #expect(!"\(units)".contains("隐名"))
    #expect(RollUnitsQuery.askers == .collectors)
    #expect(!AgreeingRoomsQuery.askers.contains(.designer))
  }
}
