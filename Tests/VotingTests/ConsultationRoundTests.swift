import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("Rounds of consultation")
struct ConsultationRoundTests {
  private let place: Neighbourhood
  private var bench: Bench { place.bench }
  private let project: ProjectID = "330382-2024-0007"

  init() throws {
    place = try Neighbourhood(law: try Law.sichuan())
    try bench.state(
      [FactStatement(.constructionUnitFixed, .flag(true)), FactStatement(.taskForceFormed, .flag(true))], of: project,
      on: "2024-02-01")
  }

  static let first: [Identifier<SlugKind>] = ["preliminary-plan", "tier-contents", "who-pays"]
  static let second: [Identifier<SlugKind>] = ["item-list", "specific-plan", "estimate", "cost-sharing"]
  static let places: [Identifier<SlugKind>] = ["community-site", "residents-committee"]

  private func opening(
    _ round: Whole<1, 9>, _ contents: [Identifier<SlugKind>], plan: Int = 1, places: [Identifier<SlugKind>] = places,
    on day: BusinessDate?
  ) throws -> OpenConsultationRound {
    OpenConsultationRound(
      project: project, round: round, planVersion: PlanID(project, plan),
      contents: try Listing(contents.map { NoticeContent(code: $0, document: place.paper) }), places: try Listing(places),
      evidence: try Listing(
        day.map { [NoticeEvidence(shows: .hangsAtStart, takenOn: $0, document: place.paper)] } ?? []))
  }

  private func opened() throws -> ConsultationRoundID {
    try bench.send(try opening(1, Self.first, on: "2024-03-04"), on: "2024-03-04", as: .taskForce).consultation
  }

  private func comment(
    _ round: ConsultationRoundID, _ text: Text<200>? = "希望先修屋面", by person: PersonID? = nil
  ) throws -> CommentID {
    try bench.send(
      RecordComment(
        project: project, consultation: round, speaker: person.map { RollOwner(person: $0, name: "林某某") }, text: text,
        channel: .oral), on: "2024-03-05", as: .residentsCommittee
    ).comment
  }

  private func sort(_ comments: [CommentID], in round: ConsultationRoundID) throws -> SortComments {
    SortComments(
      project: project, consultation: round,
      comments: try Listing(comments.map { SortedComment(comment: $0, subject: .works) }))
  }

  private func answer(
    _ comments: [CommentID], in round: ConsultationRoundID, _ response: CommentResponse = .explained,
    _ reason: Text<300>? = "列入二期"
  ) throws -> AnswerComments {
    AnswerComments(
      project: project, consultation: round,
      answers: try Listing(comments.map { CommentAnswer(comment: $0, response: response, reason: reason) }))
  }

  private func closing(
    _ round: ConsultationRoundID, plan: Int = 1, lastDay: BusinessDate = "2024-03-12", shown: BusinessDate? = "2024-03-12"
  ) throws -> CloseConsultationRound {
    CloseConsultationRound(
      project: project, consultation: round, lastDay: lastDay, planAfter: PlanID(project, plan), summary: place.paper,
      evidence: try Listing(
        shown.map { [NoticeEvidence(shows: .hangsAtEnd, takenOn: $0, document: place.paper)] } ?? []))
  }

  private func stopping(_ command: some Command, on day: BusinessDate, as role: Role = .taskForce) throws -> [RuleID] {
    try bench.refusal(command, on: day, as: role)?.findings.filter(\.stops).map(\.rule) ?? []
  }

  private func valid(plan: Int, on day: BusinessDate) throws {
    try bench.state([FactStatement(.planVersion, .code("\(project)/P\(plan)"))], of: project, on: day)
  }

  @Test("open with everything that hangs, at both places, with a photograph, convened by the task force")
  func opens() throws {
    #expect(
      try stopping(opening(1, ["tier-contents", "who-pays"], on: "2024-03-04"), on: "2024-03-04")
        == ["consultation.contents-complete"])
    #expect(
      try stopping(opening(1, Self.first, places: ["community-site"], on: "2024-03-04"), on: "2024-03-04")
        == ["consultation.places-complete"])
    #expect(try stopping(opening(1, Self.first, on: "2024-03-03"), on: "2024-03-04") == ["notice.start-shown"])
    let round = try opened()
    let facts = try bench.facts(of: project)
    #expect(round == "330382-2024-0007/Q1")
    #expect(facts[.firstConsultationClosed]?.value == .flag(false))
    #expect(facts[.consultationRoundsAnswered]?.value == .flag(false))
  }

  @Test("wait for construction unit and task force, with the article")
  func waits() throws {
    let fresh = try Neighbourhood(law: try Law.sichuan())
    let refused = try #require(
      try fresh.bench.refusal(opening(1, Self.first, on: "2024-03-04"), on: "2024-03-04", as: .taskForce))
    let stops = refused.findings.filter(\.stops)
    #expect(stops.map(\.rule) == ["construction-unit.fixed", "task-force.formed"])
    #expect(stops.map { $0.cites.map(\.description) } == [["workflow 3.5"], ["workflow 4.1", "workflow 4.2"]])
  }

  @Test("are taken in their order, one at a time")
  func order() throws {
    #expect(
      try bench.refusal(opening(2, Self.second, on: "2024-03-04"), on: "2024-03-04", as: .taskForce)?.code
        == "consultation-round-out-of-turn")
    let round = try opened()
    #expect(
      try bench.refusal(opening(1, Self.first, on: "2024-03-05"), on: "2024-03-05", as: .taskForce)?.code
        == "consultation-round-out-of-turn")
    #expect(
      try stopping(opening(2, Self.second, on: "2024-03-05"), on: "2024-03-05") == ["consultation.earlier-round-ended"])
    _ = try comment(round)
    #expect(
      try stopping(opening(2, Self.second, on: "2024-03-06"), on: "2024-03-06")
        == ["consultation.comments-sorted", "consultation.earlier-round-ended"])
  }

  @Test("record what is said whatever it is; the words and the name stay in the vault")
  func comments() throws {
    let round = try opened()
    let id = try comment(round, "改造方案不合理", by: "p-7")
    #expect(id == "330382-2024-0007/M1")
    #expect(try !bench.recordedText().contains("改造方案不合理") && !bench.recordedText().contains("林某某"))
    #expect(try bench.vault(of: "p-7")["comment1"] == "改造方案不合理")
    let unsigned = try comment(round, "路灯不亮")
    #expect(try bench.vault(of: "comment-330382-2024-0007-2")["comment2"] == "路灯不亮")
    #expect(unsigned == "330382-2024-0007/M2")
    let empty = RecordComment(project: project, consultation: round, channel: .oral)
    #expect(try bench.refusal(empty, on: "2024-03-05")?.code == "comment-empty")
    let early = RecordComment(project: project, consultation: round, text: "早", channel: .oral)
    #expect(try bench.refusal(early, on: "2024-03-03")?.code == "dated-before")
    let elsewhere = RecordComment(project: project, consultation: "330382-2024-0007/Q9", text: "无", channel: .oral)
    #expect(try bench.refusal(elsewhere, on: "2024-03-05")?.code == "consultation-round-unknown")
  }

  @Test("sort and answer each comment once; a later answer takes the place of the first")
  func answers() throws {
    let round = try opened()
    let (one, two) = (try comment(round), try comment(round))
    #expect(
      try bench.refusal(sort([one, one], in: round), on: "2024-03-06", as: .taskForce)?.pointers
        == ["/comments/1/comment"])
    #expect(
      try bench.refusal(sort(["330382-2024-0007/M9"], in: round), on: "2024-03-06", as: .taskForce)?.code
        == "comment-unknown")
    #expect(try bench.send(sort([one], in: round), on: "2024-03-06", as: .taskForce).sorted == 1)
    #expect(try bench.send(sort([one, two], in: round), on: "2024-03-06", as: .taskForce).sorted == 2)
    #expect(try bench.refusal(answer([one], in: round, .partly, nil), on: "2024-03-07")?.code == "answer-bare")
    try bench.send(answer([one, two], in: round, .adopted, nil), on: "2024-03-07")
    let standing = try bench.send(answer([two], in: round), on: "2024-03-08")
    #expect(standing.adopted == 1 && standing.partly == 0 && standing.explained == 1)
    let report = try bench.ask(ConsultationRoundsQuery(project: project))
    #expect(report.rounds.count == 1 && report.comments.map(\.response) == [.adopted, .explained])
    let page = try bench.ask(ConsultationRoundsQuery(project: project, limit: 1))
    #expect(page.hasMore && page.comments.count == 1)
    #expect(try !bench.ask(ConsultationRoundsQuery(project: project, after: page.comments[0].comment)).hasMore)
  }

  @Test("end when all is sorted, answered, taken up by a new version, and was seen to hang")
  func closes() throws {
    let round = try opened()
    let id = try comment(round)
    #expect(
      try stopping(closing(round, shown: nil), on: "2024-03-13")
        == ["consultation.comments-sorted", "consultation.comments-answered", "notice.hung-without-gap"])
    try bench.send(sort([id], in: round), on: "2024-03-06", as: .taskForce)
    try bench.send(answer([id], in: round, .adopted, nil), on: "2024-03-07")
    let refused = try #require(try bench.refusal(closing(round), on: "2024-03-13", as: .taskForce))
    let finding = try #require(refused.findings.first { $0.stops })
    #expect(finding.rule == "consultation.plan-optimised" && finding.cites.map(\.description) == ["workflow 4.3"])
    #expect(
      try bench.refusal(closing(round, lastDay: "2024-03-13"), on: "2024-03-13", as: .taskForce)?.code
        == "last-day-not-over")
    #expect(
      try bench.refusal(closing(round, lastDay: "2024-03-03"), on: "2024-03-13", as: .taskForce)?.code
        == "dates-reversed")
    #expect(try bench.refusal(closing(round, plan: 2), on: "2024-03-13", as: .taskForce)?.code == "plan-not-current")
    try valid(plan: 2, on: "2024-03-11")
    let standing = try bench.send(closing(round, plan: 2), on: "2024-03-13", as: .taskForce)
    #expect(standing.planAfter == "330382-2024-0007/P2" && standing.lastDay == "2024-03-12")
    let facts = try bench.facts(of: project)
    #expect(facts.holds(.firstConsultationClosed) && !facts.holds(.consultationRoundsAnswered))
    #expect(
      try bench.refusal(closing(round, plan: 2), on: "2024-03-14", as: .taskForce)?.code == "consultation-round-ended")
    #expect(
      try bench.refusal(
        RecordComment(project: project, consultation: round, text: "晚", channel: .oral), on: "2024-03-14")?.code
        == "consultation-round-ended")
  }

  @Test("a comment that is only explained needs no new version")
  func explained() throws {
    let round = try opened()
    let id = try comment(round)
    try bench.send(sort([id], in: round), on: "2024-03-06", as: .taskForce)
    try bench.send(answer([id], in: round), on: "2024-03-07")
    #expect(try bench.send(closing(round), on: "2024-03-13", as: .taskForce).planAfter == "330382-2024-0007/P1")
  }

  @Test("the last one states that residents were consulted, and on which plan; a new first one takes it back")
  func lastRound() throws {
    try bench.send(closing(try opened()), on: "2024-03-13", as: .taskForce)
    let second = try bench.send(
      opening(2, Self.second, on: "2024-03-18"), on: "2024-03-18", as: .taskForce)
    #expect(second.round == 2 && second.of == 2)
    try bench.send(
      closing(second.consultation, lastDay: "2024-03-25", shown: "2024-03-25"), on: "2024-03-26", as: .taskForce)
    #expect(try bench.facts(of: project).holds(.consultationRoundsAnswered))
    #expect(try bench.facts(of: project)[.consultedPlan]?.value == .code("330382-2024-0007/P1"))
    try bench.send(opening(1, Self.first, on: "2024-04-08"), on: "2024-04-08", as: .taskForce)
    #expect(try bench.facts(of: project)[.consultationRoundsAnswered]?.value == .flag(false))
  }

  @Test("are refused where the city's rules know none")
  func notForeseen() throws {
    let yueqing = try Neighbourhood()
    #expect(
      try yueqing.bench.refusal(opening(1, Self.first, on: "2024-03-04"), on: "2024-03-04")?.code
        == "consultation-not-foreseen")
  }

  @Test("are the same after everything is folded again")
  func folds() throws {
    try closes()
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("a willingness notice without a minimum may be posted once the round carried, and ends when it ends")
  func willingnessNotice() throws {
    let notice = try place.posting(.willingness, contents: [], places: [])
    let refused = try #require(try bench.refusal(notice, on: "2024-03-04", as: .residentsCommittee))
    let finding = try #require(refused.findings.first { $0.stops })
    #expect(finding.rule == "voting.willingness-carried" && finding.cites.map(\.description) == ["workflow 2.2"])
    let roll = try place.sealedRoll(try Neighbourhood.units(1...3))
    let round = try bench.send(place.opening(.willingness, on: roll), on: "2024-02-20").round
    try place.cast(.agree, 1...2, in: round, signedOn: "2024-02-20")
    try bench.send(place.closing(round), on: "2024-03-08")
    #expect(try bench.facts(of: project).holds(.willingnessCarried))
    let later = try place.posting(.willingness, contents: [], places: [], photographedOn: "2024-03-11")
    let schedule = try bench.send(later, on: "2024-03-11", as: .residentsCommittee)
    #expect(schedule.minimumWorkingDays == nil && schedule.earliestLastDay == nil)
    try bench.send(place.ending(schedule.notice, lastDay: "2024-03-11"), on: "2024-03-12")
    #expect(try bench.facts(of: project)[.willingnessNoticeClosed]?.on == "2024-03-11")
  }
}
