import Contracts
import DomainModel
import Messaging
import Terminal
import Testing

@testable import Status

@Suite("The list of projects")
struct ProjectListTests {
  private static func row(
    _ number: Int, city: Identifier<SlugKind> = "yueqing", stage: String = "S05", subdistrict: Text<50> = "城东街道",
    takenBy: [Role] = [.subdistrict], awaits: [ServiceName] = [], waitingFor: [RuleID] = [], isWithdrawn: Bool = false,
    duties: [DeadlineLine] = []
  ) throws -> ProjectRow {
    ProjectRow(
      ProjectList.Line(
        project: try ProjectID("330382-2024-000\(number)"), title: "银河小区改造", communityName: "银河小区",
        stage: StageName(code: stage, zh: "申请改造", en: "Applied"), isHalted: false, isWithdrawn: isWithdrawn,
        next: "intake.review-application", waitingFor: waitingFor, awaits: awaits, takenBy: takenBy,
        edition: PackEdition(pack: city, edition: "2024-1", sha256: .sample), subdistrict: subdistrict,
        openedOn: "2024-01-08"),
      duties: duties)
  }

  private let rows: [ProjectRow]

  init() throws {
    rows = [
      try Self.row(1, duties: [DeadlineSample.late]),
      try Self.row(2, city: "wenzhou", stage: "S16", subdistrict: "南汇街道", takenBy: [.housing]),
      try Self.row(3, awaits: [.voting], waitingFor: ["voting.willingness-carried"]),
      try Self.row(4, isWithdrawn: true), try Self.row(5, duties: [DeadlineSample.finish]),
    ]
  }

  private func numbers(_ filter: ProjectFilter) -> [String] {
    rows.filter(filter.takes).map { String($0.line.project.rawValue.suffix(1)) }
  }

  @Test("is narrowed by city, stage, subdistrict, whom it waits for, and what is overdue")
  func filters() {
    #expect(numbers(ProjectFilter()) == ["1", "2", "3", "5"])
    #expect(numbers(ProjectFilter(cities: ["wenzhou"])) == ["2"])
    #expect(numbers(ProjectFilter(stages: ["S05", "S16"])) == ["1", "2", "3", "5"])
    #expect(numbers(ProjectFilter(stages: ["S16"])) == ["2"])
    #expect(numbers(ProjectFilter(subdistrict: "南汇")) == ["2"])
    #expect(numbers(ProjectFilter(waitsFor: "housing")) == ["2"])
    #expect(numbers(ProjectFilter(waitsFor: "住建局")) == ["2"])
    #expect(numbers(ProjectFilter(waitsFor: "voting")) == ["3"])
    #expect(numbers(ProjectFilter(waitsFor: "yueqing-fire")) == ["1"])
    #expect(numbers(ProjectFilter(isOverdueOnly: true)) == ["1"])
    #expect(numbers(ProjectFilter(withWithdrawn: true)) == ["1", "2", "3", "4", "5"])
    #expect(numbers(ProjectFilter(cities: ["wenzhou"], stages: ["S05"])) == [])
  }

  @Test(
    "is sorted as asked",
    arguments: [
      (ProjectOrder.number, "12345"), (.stage, "13452"), (.subdistrict, "21345"), (.due, "15234"),
    ])
  func order(_ order: ProjectOrder, _ expected: String) {
    #expect(order.sorted(rows).map { String($0.line.project.rawValue.suffix(1)) }.joined() == expected)
  }

  @Test("reads as a page and as a sheet that a spreadsheet program opens")
  func forms() {
    let text = ProjectsText(.zh, width: 180)
    let page = text.page(rows, of: 5, gap: nil).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(page.hasPrefix("项目（列出 5 个，共 5 个）"))
    #expect(page.contains("逾期 2 天") && page.contains("南汇街道"))
    let sheet = text.sheet(rows)
    #expect(sheet.hasPrefix("\u{FEFF}项目编号,项目名称,") && sheet.contains("yueqing/2024-1"))
    #expect(text.page([], of: 0, gap: .silent(.noAnswer(.unreachable))).contains("intake 没有答复"))
  }
}
