import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("A public notice")
struct NoticeTests {
  private let place: Neighbourhood
  private let roll: RollID

  init() throws {
    place = try Neighbourhood()
    roll = try place.sealedRoll(try Neighbourhood.units(1...20))
  }

  private func stopping(_ command: some Command, on day: BusinessDate) throws -> [RuleID] {
    try place.bench.refusal(command, on: day)?.findings.filter(\.stops).map(\.rule) ?? []
  }

  /// Votes inside the notice, closes the round on `day` and attaches its summary on `attached`.
  private func vote(_ notice: NoticeID, closedOn day: BusinessDate, attachedOn attached: BusinessDate?) throws {
    let round = try place.bench.send(place.opening(.plan, on: roll), on: "2024-03-04").round
    try place.cast(.agree, 1...20, in: round)
    try place.bench.send(place.closing(round), on: day)
    guard let attached else { return }
    try place.bench.send(
      AttachSummary(project: place.project, notice: notice, round: round, summary: place.paper), on: attached)
  }

  @Test("says on posting how long it must hang, with the days it counted")
  func schedule() throws {
    let schedule = try place.bench.send(place.posting(), on: "2024-03-04")
    #expect(schedule.minimumWorkingDays == 7)
    #expect(schedule.earliestLastDay == "2024-03-13")
    #expect(schedule.countedDays.first == "2024-03-05" && schedule.countedDays.count == 7)
    #expect(try place.bench.facts(of: place.project)[.planNoticePosted]?.value == .date("2024-03-04"))
    #expect(try place.bench.recordedText().contains("earliest-last-day"))
  }

  @Test("counts around the National Day with its make-up days")
  func holidays() throws {
    let schedule = try place.bench.send(place.posting(photographedOn: "2024-09-26"), on: "2024-09-26")
    #expect(schedule.earliestLastDay == "2024-10-11")
  }

  @Test("may be posted towards a year whose holidays are not known; its end waits for them")
  func unknownYear() throws {
    let schedule = try place.bench.send(place.posting(photographedOn: "2026-12-28"), on: "2026-12-28")
    #expect(schedule.earliestLastDay == nil && schedule.unknownYear == 2027)
    let problem = try #require(
      try place.bench.refusal(place.ending(schedule.notice, lastDay: "2027-01-20"), on: "2027-01-21"))
    #expect(problem.code == "calendar-unknown" && problem.retry == .later)
  }

  @Test("needs the plan, everything the city wants posted, its place, and a photograph of its first day")
  func contents() throws {
    #expect(try stopping(place.posting(contents: ["estimate"]), on: "2024-03-04") == ["notice.contents-complete"])
    #expect(try stopping(place.posting(places: ["elsewhere"]), on: "2024-03-04") == ["notice.places-complete"])
    #expect(try stopping(place.posting(photographedOn: nil), on: "2024-03-04") == ["notice.start-shown"])
    #expect(try stopping(place.posting(photographedOn: "2024-03-03"), on: "2024-03-04") == ["notice.start-shown"])
    #expect(
      try stopping(place.posting(contents: ["estimate"], places: ["elsewhere"], photographedOn: nil), on: "2024-03-04")
        == ["notice.contents-complete", "notice.places-complete", "notice.start-shown"])
    let other = try place.posting(plan: "330382-2024-0007/P9")
    #expect(try place.bench.refusal(other, on: "2024-03-04")?.code == "plan-not-current")
  }

  @Test("ends when its days are complete, its vote closed and the summary attached")
  func closes() throws {
    let notice = try place.postedNotice()
    try vote(notice, closedOn: "2024-03-08", attachedOn: "2024-03-08")
    let outcome = try place.bench.send(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14")
    #expect(outcome.workingDays == 7 && outcome.printedDays == 9)
    let fact = try #require(try place.bench.facts(of: place.project)[.planNoticeClosed])
    #expect(fact.value == .flag(true) && fact.on == "2024-03-13")
  }

  @Test("opens the declaration on the day after its last, not on it")
  func opensTheNextDay() throws {
    try closes()
    let rule = try #require(
      try Law.yueqing().gate("intake.submit-declaration").first { $0.rule == "notice.complete" })
    let facts = try place.bench.facts(of: place.project)
    func result(on day: BusinessDate) -> Finding.Result {
      RuleRegistry.finding(under: rule, in: Circumstances(facts: facts, on: day)).result
    }
    #expect(result(on: "2024-03-13") == .violated)
    #expect(result(on: "2024-03-14") == .satisfied)
  }

  @Test("does not end a day early, and not before its last day is over")
  func notEarly() throws {
    let notice = try place.postedNotice()
    try vote(notice, closedOn: "2024-03-08", attachedOn: "2024-03-08")
    let short = try place.bench.refusal(place.ending(notice, lastDay: "2024-03-12"), on: "2024-03-14")
    let stops = short?.findings.filter(\.stops)
    #expect(stops?.map(\.rule) == ["notice.minimum-reached"])
    #expect(stops?.first?.cites.map(\.description) == ["plan 3.3"])
    let today = try #require(try place.bench.refusal(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-13"))
    #expect(today.code == "last-day-not-over" && today.retry == .later)
    #expect(try place.bench.refusal(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14") == nil)
  }

  @Test("does not end before the vote is closed and its summary hangs with it")
  func waitsForTheVote() throws {
    let notice = try place.postedNotice()
    let waiting = try place.bench.refusal(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14")
    let stops = waiting?.findings.filter(\.stops)
    #expect(stops?.map(\.rule) == ["notice.vote-closed", "notice.summary-attached"])
    #expect(stops?.map { $0.cites.map(\.description) } == [["plan 3.3"], ["plan 3.3"]])
    try vote(notice, closedOn: "2024-03-14", attachedOn: "2024-03-15")
    #expect(
      try stopping(place.ending(notice, lastDay: "2024-03-14"), on: "2024-03-18") == ["notice.summary-attached"])
    #expect(try place.bench.refusal(place.ending(notice, lastDay: "2024-03-15"), on: "2024-03-18") == nil)
  }

  @Test("is shown by photographs to have hung to the end")
  func withoutGap() throws {
    let notice = try place.postedNotice()
    try vote(notice, closedOn: "2024-03-08", attachedOn: "2024-03-08")
    let early = place.ending(notice, lastDay: "2024-03-13", photographedOn: "2024-03-12")
    #expect(try stopping(early, on: "2024-03-14") == ["notice.hung-without-gap"])
    let bare = CloseNotice(project: place.project, notice: notice, lastDay: "2024-03-13", evidence: [])
    #expect(try stopping(bare, on: "2024-03-14") == ["notice.hung-without-gap"])
  }

  @Test("tells of a summary that could be seen for less than seven working days, and ends all the same")
  func summaryShortlyVisible() throws {
    let notice = try place.postedNotice()
    try vote(notice, closedOn: "2024-03-12", attachedOn: "2024-03-12")
    try place.bench.send(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14")
    let recorded = try place.bench.recordedText()
    #expect(recorded.contains("visible-working-days"))
    let told = try summaryVisible()
    #expect(told?.result == .violated && told?.stops == false && told?.origin == .recommended)
    #expect(told?.cites.map(\.description) == ["recommended notices.plan.summaryVisible"])
  }

  /// What the last receipt says of how long the summary could be seen.
  private func summaryVisible() throws -> Finding? {
    let receipts = try place.bench.ask(ReceiptsQuery<VotingContract>(project: place.project)).receipts
    return receipts.flatMap(\.receipt.findings).last { $0.rule == "notice.summary-visible" }
  }

  @Test("is content with a summary that could be seen for seven working days")
  func summaryLongVisible() throws {
    let notice = try place.postedNotice()
    try vote(notice, closedOn: "2024-03-08", attachedOn: "2024-03-08")
    try place.bench.send(place.ending(notice, lastDay: "2024-03-19"), on: "2024-03-20")
    #expect(try summaryVisible()?.result == .satisfied)
  }

  @Test("takes the summary of a closed round on the same plan, while it hangs")
  func attaches() throws {
    let notice = try place.postedNotice()
    let round = try place.bench.send(place.opening(.plan, on: roll), on: "2024-03-04").round
    let attach = AttachSummary(project: place.project, notice: notice, round: round, summary: place.paper)
    #expect(try place.bench.refusal(attach, on: "2024-03-08")?.code == "round-not-closed")
    try place.cast(.agree, 1...20, in: round)
    try place.bench.send(place.closing(round), on: "2024-03-08")
    #expect(try place.bench.refusal(attach, on: "2024-03-07")?.code == "dated-before")
    #expect(try place.bench.refusal(attach, on: "2024-03-08") == nil)
    try place.bench.send(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14")
    #expect(try place.bench.refusal(attach, on: "2024-03-15")?.code == "notice-not-hanging")
  }

  @Test("does not take the summary of a willingness round")
  func otherPlan() throws {
    let notice = try place.postedNotice()
    let round = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-03-04").round
    try place.bench.send(place.closing(round), on: "2024-03-08")
    let attach = AttachSummary(project: place.project, notice: notice, round: round, summary: place.paper)
    #expect(try place.bench.refusal(attach, on: "2024-03-08")?.code == "notice-of-other-plan")
  }

  @Test("starts anew when it is posted again: the earlier days do not count")
  func postedAgain() throws {
    let first = try place.postedNotice()
    let second = try place.bench.send(place.posting(photographedOn: "2024-03-11"), on: "2024-03-11")
    #expect(second.earliestLastDay == "2024-03-20")
    let problem = try place.bench.refusal(place.ending(first, lastDay: "2024-03-13"), on: "2024-03-14")
    #expect(problem?.code == "notice-not-hanging")
    let standing = try #require(try place.bench.ask(NoticeQuery(project: place.project, notice: first)).notice)
    #expect(standing.isSuperseded)
  }

  @Test("shows as of any day how many working days are complete")
  func asOf() throws {
    try place.postedNotice()
    func complete(_ day: BusinessDate) throws -> Int? {
      try place.bench.ask(NoticeQuery(project: place.project, asOf: day)).notice?.workingDaysComplete
    }
    #expect(try complete("2024-03-04") == 0)
    #expect(try complete("2024-03-05") == 0)
    #expect(try complete("2024-03-06") == 1)
    #expect(try complete("2024-03-14") == 7)
  }

  @Test("of willingness may be posted without a plan where nobody asks for it")
  func willingness() throws {
    let schedule = try place.bench.send(
      place.posting(.willingness, contents: [], places: []), on: "2024-03-04")
    #expect(schedule.minimumWorkingDays == nil && schedule.earliestLastDay == nil)
    try place.bench.send(place.ending(schedule.notice, lastDay: "2024-03-05"), on: "2024-03-06")
    #expect(try place.bench.facts(of: place.project).holds(.willingnessNoticeClosed))
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try closes()
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }
}
