import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@Suite("A site survey with five working days for comments")
struct WenzhouSiteSurveyTests {
  /// A project whose scheme is commissioned.
  private func course() throws -> Course {
    let course = try Course(under: .wenzhou())
    try course.bench.state([FactStatement(.schemeCommissioned, .flag(true))], of: course.project, on: "2024-02-20")
    return course
  }

  private func opening(_ deadline: BusinessDate, without missing: Role? = nil) throws -> OpenSiteSurvey {
    let named: [Role] = [.enforcement, .naturalResources, .housing, .police, .fireBrigade]
    let departments = named.filter { $0 != missing }
    return OpenSiteSurvey(
      project: Course.project,
      invitations: try Listing(
        departments.map { Invitation(organisation: Course.org($0), role: $0, deadline: deadline) }
          + UtilityKind.allCases.map {
            Invitation(organisation: Course.org(.utility), role: .utility, utility: $0, deadline: deadline)
          }), record: .sample)
  }

  private func comment(_ survey: SiteSurveyID) -> GiveSiteFeedback {
    GiveSiteFeedback(project: Course.project, survey: survey, text: "消防通道宽度须复核")
  }

  @Test("is held while the scheme is being drawn up")
  func scheme() throws {
    let course = try Course(under: .wenzhou())
    let refusal = try course.bench.refusal(try opening("2024-03-11"), on: "2024-03-04")
    #expect(refusal?.stops("scheme.commissioned") == true)
    #expect(refusal?.stopping.first?.cites.map(\.description) == ["guide 3.3"])
  }

  @Test("gives its deadline by the calendar: neither a day less nor a day more", arguments: ["2024-03-08", "2024-03-12"])
  func deadline(_ wrong: BusinessDate) throws {
    let course = try course()
    let refusal = try #require(try course.bench.refusal(try opening(wrong), on: "2024-03-04"))
    #expect(refusal.stopping.map(\.rule) == ["site-survey.deadline"])
    // Monday the 4th is the day of the survey and not counted.
    let opened = try course.bench.send(try opening("2024-03-11"), on: "2024-03-04")
    #expect(opened.deadline == "2024-03-11")
  }

  @Test("invites every department that the guide names")
  func departments() throws {
    let course = try course()
    let refusal = try course.bench.refusal(try opening("2024-03-11", without: .police), on: "2024-03-04")
    #expect(refusal?.stopping.map(\.rule) == ["site-survey.departments-invited"])
    #expect(refusal?.stopping.first?.values.items == [NamedValue("missing", .code("police"))])
  }

  @Test("waits for a calendar that is not published")
  func calendar() throws {
    let bench = try course()
    let refusal = try bench.bench.refusal(try opening("2029-03-11"), on: "2029-03-05")
    #expect(refusal?.code == "site-deadline-unknown")
  }

  @Test("is over when all answered, the last day included")
  func answered() throws {
    let course = try course()
    let survey = try course.bench.send(try opening("2024-03-11"), on: "2024-03-04").survey
    for role in [Role.enforcement, .naturalResources, .housing, .police, .fireBrigade] {
      #expect(try !course.bench.send(comment(survey), on: "2024-03-11", as: role).isLate)
    }
    #expect(try !course.holds(.siteSurveyAnswered))
    #expect(try course.bench.send(comment(survey), on: "2024-03-12", as: .utility).isLate)
    #expect(try course.holds(.siteSurveyAnswered))
  }

  @Test("records who is overdue from the day after the deadline, with the reminder; they may still comment")
  func overdue() throws {
    let course = try course()
    let survey = try course.bench.send(try opening("2024-03-11"), on: "2024-03-04").survey
    for role in [Role.enforcement, .naturalResources, .housing, .utility] {
      try course.bench.send(comment(survey), on: "2024-03-08", as: role)
    }
    let remind = RecordOverdueFeedback(project: course.project, survey: survey, reminder: .sample)
    #expect(try course.bench.refusal(remind, on: "2024-03-11")?.code == "nobody-overdue")
    let report = try course.bench.send(remind, on: "2024-03-12")
    #expect(report.organisations == [Course.org(.police), Course.org(.fireBrigade)] && report.awaited == 0)
    let facts = try course.bench.facts(of: course.project)
    #expect(facts[.siteFeedbackOverdue]?.value == .count(2))
    #expect(!facts.holds(.siteSurveyAnswered))
    #expect(try course.bench.send(comment(survey), on: "2024-03-13", as: .police).isLate)
    #expect(try course.bench.send(remind, on: "2024-03-14").organisations == [Course.org(.fireBrigade)])
    #expect(try course.bench.refusal(remind, on: "2024-03-13")?.code == "dated-before")
    try course.bench.send(comment(survey), on: "2024-03-15", as: .fireBrigade)
    #expect(try course.holds(.siteSurveyAnswered))
    #expect(try course.bench.refusal(remind, on: "2024-03-16")?.code == "nobody-overdue")
    let (before, after) = try course.bench.rebuilt()
    #expect(before == after)
  }

  @Test("a further survey awaits everyone again")
  func again() throws {
    let course = try course()
    let survey = try course.bench.send(try opening("2024-03-11"), on: "2024-03-04").survey
    try course.bench.send(
      RecordOverdueFeedback(project: course.project, survey: survey, reminder: .sample), on: "2024-03-12")
    try course.bench.send(try opening("2024-03-22"), on: "2024-03-15")
    let facts = try course.bench.facts(of: course.project)
    #expect(facts[.siteFeedbackOverdue]?.value == .count(0) && !facts.holds(.siteSurveyAnswered))
  }

  @Test("another project's survey is not known here")
  func unknown() throws {
    let course = try course()
    let remind = RecordOverdueFeedback(project: course.project, survey: "330382-2024-0007/V9", reminder: .sample)
    #expect(try course.bench.refusal(remind, on: "2024-03-12")?.code == "survey-unknown")
  }
}

@Suite("Initiation behind a gate of nine tenths and a pledge")
struct WenzhouInitiationTests {
  private func ready(cleared: Money, pledged: Bool = false, complete: BusinessDate? = nil) throws -> Course {
    let course = try Course.voted(under: .wenzhou())
    try course.route()
    try course.formed()
    try course.code()
    try course.bench.state(
      [
        FactStatement(.residentFundsPlanned, .money("1200000.00")),
        FactStatement(.residentFundsCleared, .money(cleared)),
        FactStatement(.fundsCompleteSince, complete.map { .date($0) } ?? .flag(false)),
      ] + (pledged ? [FactStatement(.remainderPledged, .flag(true))] : []), of: course.project, on: "2024-05-23")
    return course
  }

  private func stopping(_ course: Course) throws -> [RuleID]? {
    try course.bench.refusal(Course.opening("9000000.00", .allInOne), on: "2024-05-24")?.stopping.map(\.rule)
  }

  @Test("opens at 1,080,000.00 of 1,200,000.00 with a pledge for the rest")
  func passes() throws {
    let course = try ready(cleared: "1080000.00", pledged: true)
    #expect(try stopping(course) == nil)
    #expect(try course.holds(.initiationOpened))
  }

  @Test("is refused without the pledge, or with one fen less")
  func refused() throws {
    #expect(try stopping(ready(cleared: "1080000.00")) == ["funds.remainder-pledged"])
    #expect(try stopping(ready(cleared: "1079999.99", pledged: true)) == ["funds.in-place"])
    #expect(try stopping(ready(cleared: "1079999.99")) == ["funds.in-place", "funds.remainder-pledged"])
  }

  @Test("needs no pledge when everything is in")
  func complete() throws {
    #expect(try stopping(ready(cleared: "1200000.00", complete: "2024-05-20")) == nil)
  }

  @Test("does not wait for the annual plan, and says so")
  func unlisted() throws {
    let course = try ready(cleared: "1200000.00", complete: "2024-05-20")
    try course.bench.send(Course.opening("9000000.00", .allInOne), on: "2024-05-24")
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    let listed = receipts.last?.receipt.findings.first { $0.rule == "plan.annual-plan-listed" }
    #expect(listed?.force == .advises)
  }
}
