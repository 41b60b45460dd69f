import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@Suite("What departments owe by which day")
struct DeadlineTests {
  @Test("comments on a site survey are owed until the fifth working day, by name, and overdue from the day after")
  func siteFeedback() throws {
    let course = try Course(under: .wenzhou())
    try course.bench.state([FactStatement(.schemeCommissioned, .flag(true))], of: course.project, on: "2024-02-20")
    let named: [Role] = [.enforcement, .naturalResources, .housing, .police, .fireBrigade]
    let survey = OpenSiteSurvey(
      project: Course.project,
      invitations: try Listing(
        named.map { Invitation(organisation: Course.org($0), role: $0, deadline: "2024-03-11") }
          + UtilityKind.allCases.map {
            Invitation(organisation: Course.org(.utility), role: .utility, utility: $0, deadline: "2024-03-11")
          }), record: .sample)
    let opened = try course.bench.send(survey, on: "2024-03-04")
    func owing(asOf day: BusinessDate) throws -> [Deadline] {
      try course.bench.ask(DeadlinesQuery<ApprovalsContract>(project: Course.project, asOf: day)).deadlines
    }
    let due = try owing(asOf: "2024-03-11")
    #expect(due.count == named.count + UtilityKind.allCases.count)
    #expect(due.allSatisfy { $0.kind == .siteFeedback && $0.workingDays == 5 && $0.day == "2024-03-11" && !$0.overdue })
    #expect(due.first?.cites?.map(\.description) == ["guide 3.3"])
    #expect(due.first?.skipped?.map(\.on) == ["2024-03-09", "2024-03-10"])
    try course.bench.send(
      GiveSiteFeedback(project: Course.project, survey: opened.survey, text: "消防通道宽度须复核"), on: "2024-03-12",
      as: .fireBrigade, organisation: Course.org(.fireBrigade))
    let late = try owing(asOf: "2024-03-12")
    #expect(late.count == due.count - 1 && late.allSatisfy(\.overdue))
    #expect(!late.contains { $0.organisation == Course.org(.fireBrigade) })
    #expect(try owing(asOf: "2024-03-11").count == due.count, "who answered later still owed it on that day")
  }
}
