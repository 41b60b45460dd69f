import Contracts
import DomainModel
import TestKit
import Testing

@testable import Voting

@Suite("Entering forms")
struct BallotTests {
  private let place: Neighbourhood
  private let round: RoundID

  /// Twelve units: 1 to 8 of one owner each, 9 and 10 of a couple, 11 and 12 unsold. Open from 1 to 10 March.
  init() throws {
    place = try Neighbourhood()
    var units = try Neighbourhood.units(1...8)
    for number in 9...10 { units.append(try Neighbourhood.unit(number, owners: ["p-wife", "p-husband"])) }
    for number in 11...12 { units.append(try Neighbourhood.unit(number, owners: [], isUnsold: true)) }
    let roll = try place.sealedRoll(units)
    let opening = place.opening(.willingness, on: roll, opensOn: "2024-03-01", closesOn: "2024-03-10")
    round = try place.bench.send(opening, on: "2024-02-20").round
  }

  private func enter(_ ballot: Ballot, on day: BusinessDate = "2024-03-12") throws -> BallotOutcome {
    try place.bench.send(CastBallot(project: place.project, round: round, ballot: ballot), on: day).outcome
  }

  private func refusal(_ ballot: Ballot, on day: BusinessDate = "2024-03-12") throws -> (code: String, at: [String])? {
    try place.bench.refusal(CastBallot(project: place.project, round: round, ballot: ballot), on: day).map {
      ($0.code, $0.pointers)
    }
  }

  private func tally() throws -> TallyAnswer.Standing {
    try #require(try place.bench.ask(TallyQuery(project: place.project, round: round)).standing)
  }

  @Test("counts each by its area, its head and its household")
  func counts() throws {
    #expect(try enter(place.ballot("f-1", 1, .agree)) == .counted)
    #expect(try enter(place.ballot("f-2", 2, .disagree)) == .counted)
    #expect(try enter(place.ballot("f-3", 3, .blank)) == .counted)
    let tally = try tally()
    #expect(tally.forms.agreeing == 1 && tally.forms.disagreeing == 1 && tally.forms.blank == 1)
    #expect(tally.area.agreeing == "80.00" && tally.area.disagreeing == "80.00" && tally.area.blank == "80.00")
    #expect(tally.heads.agreeing == 1 && tally.heads.disagreeing == 1 && tally.heads.blank == 1)
    #expect(tally.households.agreeing == 1)
  }

  @Test("takes them from the first to the last day, both included")
  func days() throws {
    let early = try #require(try refusal(place.ballot("f-1", 1, .agree, signedOn: "2024-02-29")))
    #expect(early.code == "ballot-early" && early.at == ["/ballot/signedOn"])
    #expect(try enter(place.ballot("f-2", 1, .agree, signedOn: "2024-03-01")) == .counted)
    #expect(try enter(place.ballot("f-3", 2, .agree, signedOn: "2024-03-10")) == .counted)
    #expect(try refusal(place.ballot("f-4", 3, .agree, signedOn: "2024-03-11"))?.code == "ballot-late")
  }

  @Test("refuses a form dated after the day on which it is entered")
  func notFromTheFuture() throws {
    let ballot = try place.ballot("f-1", 1, .agree, signedOn: "2024-03-06")
    #expect(try refusal(ballot, on: "2024-03-05")?.code == "signed-after-recorded")
    #expect(try refusal(ballot, on: "2024-03-06") == nil)
  }

  @Test("refuses a number that was used, whatever the form says; the first stands")
  func numbersOnce() throws {
    #expect(try enter(place.ballot("f-1", 1, .agree)) == .counted)
    #expect(try refusal(place.ballot("f-1", 2, .disagree))?.code == "ballot-number-used")
    #expect(try tally().forms.disagreeing == 0)
  }

  @Test("refuses a unit that the roll does not hold, and a signer who does not own it")
  func unitAndSigner() throws {
    #expect(try refusal(place.ballot("f-1", 99, .agree))?.code == "unit-not-in-roll")
    #expect(try refusal(place.ballot("f-1", 1, .agree, by: "p-2"))?.code == "signer-not-owner")
    let nameless = Ballot(ballotNo: "f-1", unit: "u-1", signer: nil, opinion: .agree, signedOn: "2024-03-05")
    #expect(try refusal(nameless)?.code == "signer-missing")
    #expect(try enter(place.ballot("f-1", 9, .agree, by: "p-husband")) == .counted)
    #expect(try enter(place.ballot("f-2", 11, .agree, by: "p-developer")) == .counted)
  }

  @Test("lets a second form for a unit replace the first; the later date counts, then the later arrival")
  func replaces() throws {
    #expect(try enter(place.ballot("f-1", 1, .agree, signedOn: "2024-03-05")) == .counted)
    #expect(try enter(place.ballot("f-2", 1, .disagree, signedOn: "2024-03-04")) == .outdated)
    #expect(try tally().heads.agreeing == 1)
    #expect(try enter(place.ballot("f-3", 1, .disagree, signedOn: "2024-03-05")) == .replacesEarlier)
    #expect(try tally().heads.agreeing == 0)
    #expect(try enter(place.ballot("f-4", 1, .blank, signedOn: "2024-03-06")) == .replacesEarlier)
    let tally = try tally()
    #expect(tally.forms.blank == 1 && tally.forms.replaced == 3)
    #expect(tally.area.blank == "80.00" && tally.area.agreeing == "0.00" && tally.area.disagreeing == "0.00")
  }

  @Test("keeps an unsigned form as void: it replaces nothing")
  func unsigned() throws {
    #expect(try enter(place.ballot("f-1", 1, .agree, signedOn: "2024-03-05")) == .counted)
    let unsigned = Ballot(ballotNo: "f-2", unit: "u-1", signer: nil, opinion: .unsigned, signedOn: "2024-03-06")
    #expect(try enter(unsigned) == .void)
    let tally = try tally()
    #expect(tally.forms.agreeing == 1 && tally.forms.unsigned == 1 && tally.forms.replaced == 0)
  }

  @Test("counts an owner of several units as agreeing only if none of the returned forms says otherwise")
  func severalUnits() throws {
    #expect(try enter(place.ballot("f-9", 9, .agree, by: "p-wife")) == .counted)
    #expect(try tally().heads.agreeing == 1)
    #expect(try enter(place.ballot("f-10", 10, .disagree, by: "p-husband")) == .counted)
    var tally = try tally()
    #expect(tally.heads.agreeing == 0 && tally.heads.disagreeing == 1)
    #expect(tally.households.agreeing == 1 && tally.households.disagreeing == 1)
    #expect(tally.area.agreeing == "80.00" && tally.area.disagreeing == "80.00")
    #expect(try enter(place.ballot("f-10b", 10, .agree, by: "p-husband", signedOn: "2024-03-06")) == .replacesEarlier)
    tally = try self.tally()
    #expect(tally.heads.agreeing == 1 && tally.heads.disagreeing == 0)
  }

  @Test("counts all unsold units as one head and as many households")
  func unsold() throws {
    #expect(try enter(place.ballot("f-11", 11, .agree, by: "p-developer")) == .counted)
    #expect(try enter(place.ballot("f-12", 12, .agree, by: "p-developer")) == .counted)
    let tally = try tally()
    #expect(tally.heads.agreeing == 1 && tally.households.agreeing == 2)
    #expect(tally.heads.all == 10 && tally.households.all == 12)
  }

  @Test("gives each row of many its own outcome; a bad one leaves its neighbours alone")
  func bulk() throws {
    let ballots = [
      try place.ballot("f-1", 1, .agree), try place.ballot("f-2", 99, .agree), try place.ballot("f-1", 3, .agree),
      try place.ballot("f-4", 4, .agree, signedOn: "2024-02-01"), try place.ballot("f-5", 1, .disagree),
      try place.ballot("f-6", 6, .unsigned), try place.ballot("f-7", 7, .disagree),
    ]
    let reply = try place.bench.send(
      CastBallots(project: place.project, round: round, ballots: try Listing(ballots)), on: "2024-03-12")
    #expect(
      reply.rows.map(\.outcome) == [.counted, .refused, .refused, .refused, .replacesEarlier, .void, .counted])
    #expect(
      reply.rows.map(\.refusal) == [
        nil, "unit-not-in-roll", "ballot-number-used", "ballot-early", nil, nil, nil,
      ])
    let tally = try tally()
    #expect(tally.forms.disagreeing == 2 && tally.forms.agreeing == 0 && tally.forms.unsigned == 1)
    let numbers = try place.bench.ask(BallotsQuery(project: place.project, round: round))
    #expect(numbers.numbers == ["f-1", "f-5", "f-6", "f-7"] && !numbers.hasMore)
  }

  @Test("strikes out a form that was entered wrongly, and the earlier one counts again")
  func strikesOut() throws {
    #expect(try enter(place.ballot("f-1", 1, .agree, signedOn: "2024-03-05")) == .counted)
    #expect(try enter(place.ballot("f-2", 1, .disagree, signedOn: "2024-03-06")) == .replacesEarlier)
    let strike = VoidBallot(project: place.project, round: round, ballotNo: "f-2", reason: "房号录入错误")
    try place.bench.send(strike, on: "2024-03-12")
    var tally = try tally()
    #expect(tally.forms.agreeing == 1 && tally.forms.disagreeing == 0 && tally.forms.replaced == 0)
    #expect(try place.bench.refusal(strike, on: "2024-03-12")?.code == "ballot-unknown")
    let other = VoidBallot(project: place.project, round: round, ballotNo: "f-1", reason: "房号录入错误")
    try place.bench.send(other, on: "2024-03-12")
    tally = try self.tally()
    #expect(tally.forms.agreeing == 0 && tally.heads.agreeing == 0 && tally.area.agreeing == "0.00")
  }

  @Test("takes none once the round is closed")
  func closed() throws {
    try place.bench.send(place.closing(round), on: "2024-03-12")
    #expect(try refusal(place.ballot("f-1", 1, .agree))?.code == "round-not-open")
    let many = CastBallots(project: place.project, round: round, ballots: [try place.ballot("f-1", 1, .agree)])
    #expect(try place.bench.refusal(many, on: "2024-03-12")?.code == "round-not-open")
  }

  @Test("is nobody's business but voting's: no feed shows who said what")
  func staysOwn() {
    #expect(BallotsCast.readers == .own)
    #expect(BallotVoided.readers == .own)
    #expect(RollUnitsAdded.readers == .own)
    #expect(ObjectionRecorded.readers == .own)
  }
}
