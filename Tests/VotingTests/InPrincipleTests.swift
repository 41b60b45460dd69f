import Contracts
import DomainModel
import Policy
import TestKit
import Testing
import Voting

@Suite("A threshold in principle, and a notice after the review (Ziyang 4.2, 4.4)")
struct InPrincipleTests {
  private func neighbourhood() throws -> Neighbourhood { try Neighbourhood(law: try .ziyang()) }

  /// A closed round of `agreeing` out of nine owners.
  private func closed(_ hood: Neighbourhood, agreeing: Int) throws -> RoundReport {
    let roll = try hood.sealedRoll(try Neighbourhood.units(1...9))
    let round = try hood.bench.send(hood.opening(.willingness, on: roll), on: "2024-03-04", as: .ownersBody).round
    try hood.cast(.agree, 1...agreeing, in: round)
    return try hood.bench.send(hood.closing(round), on: "2024-03-08", as: .ownersBody)
  }

  private func overriding(_ hood: Neighbourhood, _ round: RoundID) -> OverrideRound {
    OverrideRound(project: hood.project, round: round, reason: "其余业主长期外出，已书面支持", document: hood.paper)
  }

  @Test("six of nine carry, five do not", arguments: [(6, true), (5, false)])
  func bound(agreeing: Int, carries: Bool) throws {
    let hood = try neighbourhood()
    #expect(try closed(hood, agreeing: agreeing).isCarried == carries)
    #expect(try hood.bench.facts(of: hood.project).holds(.willingnessCarried) == carries)
  }

  @Test("the district goes past a missed threshold with its reason; the minutes stay")
  func override() throws {
    let hood = try neighbourhood()
    let report = try closed(hood, agreeing: 5)
    let again = overriding(hood, report.round)
    try hood.bench.send(again, on: "2024-03-09", as: .districtGovernment)
    #expect(try hood.bench.facts(of: hood.project).holds(.willingnessCarried))
    #expect(try hood.bench.events(RoundClosed.self).last?.report.isCarried == false)
    #expect(try hood.bench.refusal(again, on: "2024-03-10", as: .districtGovernment)?.code == "round-carried")
    let roll = try #require(try hood.bench.events(RollSealed.self).first).roll
    #expect(
      try hood.bench.refusal(hood.opening(.willingness, on: roll), on: "2024-03-11", as: .ownersBody)?.code
        == "vote-already-carried")
    let rebuilt = try hood.bench.rebuilt()
    #expect(rebuilt.before == rebuilt.after)
  }

  @Test("nobody else may, not before the round is closed, and not for a round that carried")
  func overrideRefused() throws {
    let hood = try neighbourhood()
    let roll = try hood.sealedRoll(try Neighbourhood.units(1...9))
    let round = try hood.bench.send(hood.opening(.willingness, on: roll), on: "2024-03-04", as: .ownersBody).round
    let override = overriding(hood, round)
    #expect(try hood.bench.refusal(override, on: "2024-03-05", as: .districtGovernment)?.code == "round-not-closed")
    try hood.cast(.agree, 1...6, in: round)
    try hood.bench.send(hood.closing(round), on: "2024-03-08", as: .ownersBody)
    #expect(try hood.bench.refusal(override, on: "2024-03-09", as: .districtGovernment)?.code == "round-carried")
    for role in [Role.subdistrict, .ownersBody, .cityGovernment] {
      #expect(throws: Rejected.self) { try hood.bench.send(override, on: "2024-03-09", as: role) }
    }
  }

  @Test("a blank reason is no reason")
  func blankReason() {
    let blank = String(repeating: " ", count: 2)
    #expect(throws: ValueFault.self) { try Text<500>(blank) }
  }

  @Test("where the text binds, nobody goes past it")
  func binding() throws {
    let hood = try Neighbourhood()
    let roll = try hood.sealedRoll(try Neighbourhood.units(1...9))
    let round = try hood.bench.send(hood.opening(.willingness, on: roll), on: "2024-03-04", as: .ownersBody).round
    try hood.cast(.agree, 1...5, in: round)
    try hood.bench.send(hood.closing(round), on: "2024-03-08", as: .ownersBody)
    #expect(
      try hood.bench.refusal(overriding(hood, round), on: "2024-03-09", as: .districtGovernment)?.code
        == "threshold-binds")
  }

  @Test("no round is opened without a body; the plan is not voted on")
  func opening() throws {
    let hood = try neighbourhood()
    let roll = try hood.sealedRoll(try Neighbourhood.units(1...9))
    try hood.bench.state([FactStatement(.selfGovernanceFormed, .flag(false))], of: hood.project, on: "2024-02-01")
    let refused = try #require(
      try hood.bench.refusal(hood.opening(.willingness, on: roll), on: "2024-03-04", as: .ownersBody))
    #expect(refused.findings.filter(\.stops).map(\.rule) == ["self-governance.formed"])
    #expect(
      try hood.bench.refusal(hood.opening(.plan, on: roll), on: "2024-03-04", as: .ownersBody)?.code
        == "vote-not-foreseen")
  }

  @Test("the willingness notice waits for the vote, the plan's for the review")
  func notices() throws {
    let hood = try neighbourhood()
    func stopping(_ kind: NoticeKind) throws -> [RuleID]? {
      try hood.bench.refusal(try hood.posting(kind), on: "2024-03-04")?.findings.filter(\.stops).map(\.rule)
    }
    #expect(try stopping(.willingness) == ["voting.willingness-carried"])
    #expect(try stopping(.plan) == ["review.current-plan-passed"])
    try hood.bench.state(
      [
        FactStatement(.planReviewPassed, .flag(true)), FactStatement(.planReviewVersion, .code("512000-2021-0001/P7")),
      ], of: hood.project, on: "2024-02-20")
    #expect(try stopping(.plan) == ["review.current-plan-passed"])
    try hood.bench.state(
      [FactStatement(.planReviewVersion, .code(hood.plan.rawValue))], of: hood.project, on: "2024-02-21")
    #expect(try stopping(.plan) == nil)
  }
}

@Suite("The one open consultation (Ziyang 4.4)")
struct OpenConsultationTests {
  @Test("ends only when every comment is sorted, with the article")
  func sorted() throws {
    let hood = try Neighbourhood(law: try .ziyang())
    let photo = NoticeEvidence(shows: .hangsAtStart, takenOn: "2024-03-04", document: hood.paper)
    let round = try hood.bench.send(
      OpenConsultationRound(
        project: hood.project, round: 1, planVersion: hood.plan, contents: [], places: [], evidence: [photo]),
      on: "2024-03-04", as: .districtGovernment
    ).consultation
    let comment = try hood.bench.send(
      RecordComment(project: hood.project, consultation: round, text: "先修屋面", channel: .oral), on: "2024-03-05",
      as: .residentsCommittee
    ).comment
    let end = NoticeEvidence(shows: .hangsAtEnd, takenOn: "2024-03-12", document: hood.paper)
    let closing = CloseConsultationRound(
      project: hood.project, consultation: round, lastDay: "2024-03-12", planAfter: hood.plan, summary: hood.paper,
      evidence: [end])
    let refused = try #require(try hood.bench.refusal(closing, on: "2024-03-13", as: .districtGovernment))
    let stop = try #require(refused.findings.first { $0.stops })
    #expect(stop.rule == "consultation.comments-sorted" && stop.cites.map(\.description) == ["plan 4.4"])
    try hood.bench.send(
      SortComments(
        project: hood.project, consultation: round, comments: [SortedComment(comment: comment, subject: .works)]),
      on: "2024-03-06", as: .districtGovernment)
    #expect(try hood.bench.refusal(closing, on: "2024-03-13", as: .districtGovernment) == nil)
  }
}
