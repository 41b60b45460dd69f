import Contracts
import DomainModel
import TestKit
import Testing

@testable import Voting

@Suite("Opening a round")
struct RoundOpeningTests {
  private let place: Neighbourhood
  private let roll: RollID

  init() throws {
    place = try Neighbourhood()
    roll = try place.sealedRoll(try Neighbourhood.units(1...12))
  }

  private func refusal(_ opening: OpenRound, on day: BusinessDate) throws -> String? {
    try place.bench.refusal(opening, on: day)?.code
  }

  @Test("on willingness needs an eligible community")
  func needsEligibility() throws {
    let other: ProjectID = "330382-2024-0008"
    try place.bench.openProject(other)
    let theirs = try place.bench.send(BeginRoll(project: other), on: "2024-01-15").roll
    let unit = try Neighbourhood.unit(1)
    try place.bench.send(AddRollUnits(project: other, roll: theirs, units: [unit]), on: "2024-01-15")
    let seal = try place.seal(theirs, [unit])
    try place.bench.send(
      SealRoll(
        project: other, roll: theirs, units: seal.units, totalArea: seal.totalArea, contentHash: seal.contentHash),
      on: "2024-01-15")
    let opening = OpenRound(project: other, kind: .willingness, roll: theirs, formsIssued: 1)
    let unknown = try #require(try place.bench.refusal(opening, on: "2024-01-20"))
    #expect(unknown.code == "gate-closed")
    #expect(unknown.retry == .later)
    try place.bench.state([FactStatement(.eligible, .flag(false))], of: other, on: "2024-01-18")
    #expect(try place.bench.refusal(opening, on: "2024-01-20")?.retry == .afterCorrection)
    try place.bench.state([FactStatement(.eligible, .flag(true))], of: other, on: "2024-01-19")
    #expect(try place.bench.refusal(opening, on: "2024-01-20") == nil)
  }

  @Test("takes the roll that is sealed, and no draft")
  func needsSealedRoll() throws {
    let draft = try place.draft(try Neighbourhood.units(1...2))
    #expect(try refusal(place.opening(.willingness, on: draft), on: "2024-01-20") == "roll-not-sealed")
    #expect(
      try refusal(place.opening(.willingness, on: "330382-2024-0007/L9"), on: "2024-01-20") == "roll-unknown")
    #expect(try refusal(place.opening(.willingness, on: roll), on: "2024-01-14") == "dated-before")
    #expect(try refusal(place.opening(.willingness, on: roll), on: "2024-01-15") == nil)
  }

  @Test("keeps the roll of its opening when a later one is sealed")
  func keepsItsRoll() throws {
    let round = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-01-20")
    try place.sealedRoll(try Neighbourhood.units(1...30), on: "2024-01-21")
    let standing = try #require(
      try place.bench.ask(TallyQuery(project: place.project, round: round.round)).standing)
    #expect(standing.heads.all == 12)
    #expect(standing.area.all == "960.00")
  }

  @Test("names a plan when it is about one, and none when it is not")
  func namesItsPlan() throws {
    try place.postedNotice()
    let vague = OpenRound(project: place.project, kind: .plan, roll: roll, formsIssued: 12)
    #expect(try refusal(vague, on: "2024-03-04") == "plan-version-needed")
    let old = OpenRound(
      project: place.project, kind: .plan, roll: roll, planVersion: "330382-2024-0007/P9", formsIssued: 12)
    #expect(try refusal(old, on: "2024-03-04") == "plan-not-current")
    let early = OpenRound(
      project: place.project, kind: .willingness, roll: roll, planVersion: place.plan, formsIssued: 12)
    #expect(try refusal(early, on: "2024-03-04") == "plan-version-not-asked")
  }

  @Test("on the plan is possible only while the notice of that plan hangs")
  func insideTheNotice() throws {
    let opening = place.opening(.plan, on: roll)
    let unposted = try #require(try place.bench.refusal(opening, on: "2024-03-05"))
    #expect(unposted.findings.filter(\.stops).map(\.rule) == ["notice.open"])
    #expect(unposted.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 3.3"])
    try place.postedNotice()
    #expect(try refusal(opening, on: "2024-03-03") == "gate-closed")
    #expect(try refusal(opening, on: "2024-03-04") == nil)
  }

  @Test("is refused while another round on the matter is open, and once it was carried")
  func oneAtATime() throws {
    let first = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-01-20")
    #expect(try refusal(place.opening(.willingness, on: roll), on: "2024-01-21") == "round-already-open")
    try place.cast(.agree, 1...12, in: first.round)
    try place.bench.send(place.closing(first.round), on: "2024-03-09")
    #expect(try refusal(place.opening(.willingness, on: roll), on: "2024-03-10") == "vote-already-carried")
  }

  @Test("is possible again after a round that failed")
  func triesAgain() throws {
    let first = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-01-20")
    try place.bench.send(place.closing(first.round), on: "2024-03-09")
    let second = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-03-10")
    #expect(second.round == "330382-2024-0007/R2")
  }

  @Test("refuses dates that run backwards")
  func datesInOrder() throws {
    let past = place.opening(.willingness, on: roll, opensOn: "2024-01-19")
    #expect(try refusal(past, on: "2024-01-20") == "dates-reversed")
    let backwards = place.opening(.willingness, on: roll, opensOn: "2024-01-22", closesOn: "2024-01-21")
    #expect(try refusal(backwards, on: "2024-01-20") == "dates-reversed")
    let oneDay = place.opening(.willingness, on: roll, opensOn: "2024-01-22", closesOn: "2024-01-22")
    #expect(try refusal(oneDay, on: "2024-01-20") == nil)
  }

  @Test("waits while the project is suspended")
  func waitsWhenSuspended() throws {
    try place.bench.state([FactStatement(.projectSuspended, .flag(true))], of: place.project, on: "2024-01-18")
    #expect(try refusal(place.opening(.willingness, on: roll), on: "2024-01-20") == "project-halted")
  }
}
