import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("Votes and notices under the guide of double two thirds")
struct WenzhouVotingTests {
  /// 300 households of 80 m², willing or not.
  private func place(units: Int = 300) throws -> (Neighbourhood, RollID) {
    let place = try Neighbourhood(law: .wenzhou())
    return (place, try place.sealedRoll(try Neighbourhood.units(1...units)))
  }

  private func round(
    _ place: Neighbourhood, _ roll: RollID, agree: Int, disagree: Int = 0, blank: Int = 0, printed: Bool? = true,
    kind: RoundKind = .willingness
  ) throws -> RoundID {
    let opening = place.opening(kind, on: roll, blankRulePrinted: printed)
    let round = try place.bench.send(opening, on: "2024-03-01", as: .residentsCommittee).round
    var next = 1
    for (opinion, count) in [(Opinion.agree, agree), (.disagree, disagree), (.blank, blank)] where count > 0 {
      try place.cast(opinion, next...(next + count - 1), in: round)
      next += count
    }
    return round
  }

  private func knowing(_ round: RoundID, _ place: Neighbourhood) -> CloseRound {
    CloseRound(project: place.project, round: round, counters: [], scans: [], acknowledgesPivotalBlanks: true)
  }

  // MARK: Rounds

  @Test("only the community opens a round")
  func opener() throws {
    let (place, roll) = try place(units: 3)
    #expect(throws: Rejected.self) {
      try place.bench.send(place.opening(.willingness, on: roll), on: "2024-03-01", as: .ownersBody)
    }
  }

  @Test("200 of 300 households carry, 199 do not, whatever did not come back")
  func bound() throws {
    for (agree, carries) in [(200, true), (199, false)] {
      let (place, roll) = try place()
      let report = try place.bench.send(place.closing(try round(place, roll, agree: agree, disagree: 30)), on: "2024-03-10")
      #expect(report.isCarried == carries)
      #expect(report.ratios.map(\.test) == [.approveArea, .approveHeads])
      #expect(try report.ratios.items.last?.counted == Share(Int64(agree), of: 300))
    }
  }

  @Test("an owner of two homes is two households")
  func households() throws {
    let place = try Neighbourhood(law: .wenzhou())
    let units = try (1...3).map { try Neighbourhood.unit($0, owners: [$0 < 3 ? "p-1" : "p-3"]) }
    let roll = try place.sealedRoll(units)
    let round = try place.bench.send(
      place.opening(.willingness, on: roll), on: "2024-03-01", as: .residentsCommittee
    ).round
    let ballots = try [1, 2].map { try place.ballot("f-\($0)", $0, .agree, by: "p-1") }
    try place.bench.send(CastBallots(project: place.project, round: round, ballots: try Listing(ballots)), on: "2024-03-08")
    let report = try place.bench.send(place.closing(round), on: "2024-03-10")
    #expect(report.isCarried && report.heads.all == 2 && report.households.all == 3)
  }

  @Test("V12: blanks that decide are acknowledged by whoever closes; both tallies are kept")
  func pivotal() throws {
    let (place, roll) = try place()
    let round = try round(place, roll, agree: 150, disagree: 40, blank: 60)
    let refusal = try #require(try place.bench.refusal(place.closing(round), on: "2024-03-10"))
    #expect(refusal.code == "pivotal-blanks" && refusal.pointers == ["/acknowledgesPivotalBlanks"])
    let told = refusal.findings.first { $0.rule == "voting.signed-blank" }
    #expect(told?.cites.map(\.description) == ["guide Annex 1"] && told?.origin == .document)
    let report = try place.bench.send(knowing(round, place), on: "2024-03-10")
    #expect(report.isCarried && report.blanks.isPivotal && report.blanks.origin == .document)
    #expect(try report.ratios.map(\.counted) == [Share(1_680_000, of: 2_400_000), Share(210, of: 300)])
    #expect(try report.explicitRatios.map(\.counted) == [Share(1_200_000, of: 2_400_000), Share(150, of: 300)])
  }

  @Test("V12 fails where the form does not print the rule, V13 at a tie, V14 where the majority says no")
  func notCredited() throws {
    for (agree, disagree, blank, printed) in [(150, 40, 60, nil), (100, 100, 60, true), (120, 130, 30, true)]
      as [(Int, Int, Int, Bool?)]
    {
      let (place, roll) = try place()
      let round = try round(place, roll, agree: agree, disagree: disagree, blank: blank, printed: printed)
      #expect(try !place.bench.send(place.closing(round), on: "2024-03-10").isCarried)
    }
  }

  @Test("the plan's blanks rest on Annex 2")
  func planBlanks() throws {
    let (place, roll) = try place()
    try place.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: place.project, on: "2024-02-20")
    let round = try round(place, roll, agree: 190, disagree: 20, blank: 20, kind: .plan)
    let refusal = try place.bench.refusal(place.closing(round), on: "2024-03-10")
    let told = refusal?.findings.first { $0.rule == "voting.signed-blank" }
    #expect(told?.cites.map(\.description) == ["guide Annex 2"])
  }

  @Test("the result by the Civil Code stands beside it in the receipt, and decides nothing")
  func civilCode() throws {
    let (place, roll) = try place()
    // V3: 70 % of all agree, everybody takes part.
    try place.bench.send(place.closing(try round(place, roll, agree: 210, disagree: 90)), on: "2024-03-10")
    let receipts = try place.bench.ask(ReceiptsQuery<VotingContract>(project: place.project)).receipts
    let beside = receipts.last?.receipt.findings.first { $0.rule == "voting.civil-code-shares" }
    #expect(beside?.result == .violated && beside?.force == .advises && beside?.origin == .recommended)
    #expect(try place.bench.facts(of: place.project).holds(.willingnessCarried))
  }

  @Test("a plan vote waits for the willingness vote, not for a notice")
  func planAfterWillingness() throws {
    let (place, roll) = try place(units: 3)
    let opening = place.opening(.plan, on: roll, blankRulePrinted: true)
    let refusal = try place.bench.refusal(opening, on: "2024-03-01", as: .residentsCommittee)
    #expect(refusal?.findings.filter(\.stops).map(\.rule) == ["voting.willingness-carried"])
    try place.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: place.project, on: "2024-02-20")
    #expect(try place.bench.refusal(opening, on: "2024-03-01", as: .residentsCommittee) == nil)
  }

  @Test("the total is the sum of the roll's exclusive areas, and areas on two bases are told (AMB-09)")
  func totalByTheRoll() throws {
    let place = try Neighbourhood(law: .wenzhou())
    let units = [try Neighbourhood.unit(1), try Neighbourhood.unit(2, basis: .surveyed), try Neighbourhood.unit(3)]
    let roll = try place.sealedRoll(units)
    let receipts = try place.bench.ask(ReceiptsQuery<VotingContract>(project: place.project)).receipts
    let basis = receipts.flatMap(\.receipt.findings).first { $0.rule == "roll.one-area-basis" }
    #expect(basis?.result == .violated && basis?.stops == false)
    let report = try place.bench.send(place.closing(try round(place, roll, agree: 2)), on: "2024-03-10")
    #expect(report.area.all == "240.00" && report.isCarried)
    #expect(try report.ratios.items.first?.counted == Share(16_000, of: 24_000))
  }

  // MARK: Notices

  private static let contents: [Identifier<SlugKind>] = ["notice-form", "room-summary", "design-plan"]

  private func posting(_ place: Neighbourhood, until last: BusinessDate?) throws -> PostNotice {
    try place.posting(contents: Self.contents, until: last)
  }

  /// The plan carried on 1 March; Monday the 4th is the posting day, five working days end with Monday the 11th.
  private func carried() throws -> Neighbourhood {
    let (place, _) = try place(units: 3)
    try place.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: place.project, on: "2024-02-20")
    let round = try round(place, "330382-2024-0007/L1", agree: 3, kind: .plan)
    try place.bench.send(place.closing(round), on: "2024-03-08")
    return place
  }

  private func hanging() throws -> (Neighbourhood, NoticeID) {
    let place = try carried()
    let photo = NoticeEvidence(shows: .hangsAtStart, takenOn: "2024-03-11", document: place.paper)
    let command = try posting(place, until: "2024-03-18")
    let posted = PostNotice(
      project: place.project, kind: .plan, planVersion: place.plan, contents: command.contents, places: command.places,
      evidence: [photo], printedLastDay: "2024-03-18")
    return (place, try place.bench.send(posted, on: "2024-03-11", as: .residentsCommittee).notice)
  }

  @Test("a result is posted after the vote, never before")
  func afterTheVote() throws {
    let (place, _) = try place(units: 3)
    let refusal = try place.bench.refusal(
      try posting(place, until: "2024-03-11"), on: "2024-03-04", as: .residentsCommittee)
    #expect(refusal?.findings.filter(\.stops).map(\.rule) == ["voting.plan-carried"])
    #expect(refusal?.findings.first(where: \.stops)?.cites.map(\.description) == ["guide 3.4"])
  }

  @Test("prints a period of five working days, and prints it at all", arguments: ["2024-03-15", nil])
  func printedPeriod(_ last: BusinessDate?) throws {
    let place = try carried()
    let command = PostNotice(
      project: place.project, kind: .plan, planVersion: place.plan,
      contents: try Listing(Self.contents.map { NoticeContent(code: $0, document: place.paper) }),
      places: ["in-community"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: "2024-03-11", document: place.paper)],
      printedLastDay: last)
    let refusal = try place.bench.refusal(command, on: "2024-03-11", as: .residentsCommittee)
    #expect(refusal?.findings.filter(\.stops).map(\.rule) == ["notice.period-printed"])
  }

  @Test("needs all three papers", arguments: contents)
  func papers(missing: Identifier<SlugKind>) throws {
    let (place, _) = try place(units: 3)
    let command = try place.posting(contents: Self.contents.filter { $0 != missing }, until: "2024-03-11")
    let refusal = try place.bench.refusal(command, on: "2024-03-04", as: .residentsCommittee)
    #expect(refusal?.findings.contains { $0.rule == "notice.contents-complete" && $0.stops } == true)
  }

  @Test("hangs five working days and until the day that it prints")
  func minimum() throws {
    let (place, notice) = try hanging()
    let early = try place.bench.refusal(place.ending(notice, lastDay: "2024-03-15"), on: "2024-03-18")
    #expect(early?.findings.filter(\.stops).map(\.rule) == ["notice.minimum-reached", "notice.hung-as-printed"])
    #expect(early?.findings.first(where: \.stops)?.cites.map(\.description) == ["guide 3.4"])
    let outcome = try place.bench.send(place.ending(notice, lastDay: "2024-03-18"), on: "2024-03-19")
    #expect(outcome.workingDays == 5 && outcome.printedDays == 7)
    #expect(try place.bench.facts(of: place.project).holds(.planNoticeClosed))
  }

  private func objecting(_ place: Neighbourhood, _ notice: NoticeID) -> RecordObjection {
    RecordObjection(project: place.project, notice: notice, objector: nil, text: "不同意", letter: nil, channel: .written)
  }

  @Test("takes objections until its printed last day; later ones are turned away at once, closed or not")
  func late() throws {
    let (place, notice) = try hanging()
    let inTime = try place.bench.send(objecting(place, notice), on: "2024-03-18")
    #expect(inTime.withinWindow && inTime.isOpen)
    let late = try place.bench.send(objecting(place, notice), on: "2024-03-19")
    #expect(!late.withinWindow && late.disposition == .rejectedLate && !late.isOpen)
    try place.bench.send(place.ending(notice, lastDay: "2024-03-18"), on: "2024-03-19")
    #expect(try place.bench.send(objecting(place, notice), on: "2024-03-20").disposition == .rejectedLate)
    #expect(try place.bench.facts(of: place.project)[.objectionsOpen]?.value == .count(1))
    let receipts = try place.bench.ask(ReceiptsQuery<VotingContract>(project: place.project)).receipts
    let window = receipts.last?.receipt.findings.first { $0.rule == "objection.within-window" }
    #expect(window?.cites.map(\.description) == ["guide Annex 3"] && window?.origin == .document)
  }

  @Test("an objection is negotiated before it is mediated, and mediated on a written request")
  func path() throws {
    let (place, notice) = try hanging()
    let objection = try place.bench.send(objecting(place, notice), on: "2024-03-12").objection
    func step(_ step: ObjectionStep, writing: DocumentHash? = nil) -> RecordObjectionStep {
      RecordObjectionStep(
        project: place.project, objection: objection, step: step, actor: .subdistrict, isAgreed: false, minutes: nil,
        requestedInWriting: writing)
    }
    let tooSoon = try place.bench.refusal(step(.mediation, writing: place.paper), on: "2024-03-13")
    #expect(tooSoon?.findings.filter(\.stops).map(\.rule) == ["objection.path-followed"])
    #expect(tooSoon?.findings.first(where: \.stops)?.cites.map(\.description) == ["guide Annex 3"])
    try place.bench.send(step(.negotiation), on: "2024-03-13")
    #expect(try place.bench.refusal(step(.mediation), on: "2024-03-14")?.code == "gate-closed")
    #expect(try place.bench.refusal(step(.mediation, writing: place.paper), on: "2024-03-14") == nil)
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }
}
