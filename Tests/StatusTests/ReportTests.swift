import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Status

@Suite("The report")
struct ReportTests {
  private static func data(title: Text<100> = "银河小区改造") throws -> ReportData {
    let line = ProjectList.Line(
      project: "330382-2024-0007", title: title, communityName: "银河小区", stage: Sample.agreed, isHalted: false,
      isWithdrawn: false, next: "intake.submit-declaration", waitingFor: [], awaits: [], takenBy: [.ownersBody],
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: .sample), subdistrict: "城东街道")
    var data = ReportData(
      at: Sample.now, asOf: DeadlineSample.asOf, rows: [ProjectRow(line, duties: [DeadlineSample.late])], gap: nil,
      deadlines: DeadlineSample.answers)
    data.courses[line.project] = [
      .init(stage: Sample.applied, order: 5, on: "2024-01-08"), .init(stage: Sample.agreed, order: 6, on: "2024-02-20"),
    ]
    data.sources = [.init(source: .fiscal, amount: "7995333.33"), .init(source: .personal, amount: "1384666.67")]
    data.residentsPlanned = "2000000.00"
    data.residentsCleared = "1384666.67"
    data.ballots = [
      .init(on: "2024-02-01", kind: .willingness, forms: 120), .init(on: "2024-02-02", kind: .plan, forms: 80),
    ]
    return data
  }

  private func page(_ data: ReportData, _ language: Language = .zh) -> String {
    ReportPage(language, articles: ArticleBook { nil }).html(data)
  }

  @Test("holds everything it shows: no script, nothing from elsewhere")
  func selfContained() throws {
    for language in [Language.zh, .en] {
      let page = page(try Self.data(), language)
      for word in ["<script", "http://", "https://", "<img", "url(", "@import", "<link"] {
        #expect(!page.contains(word))
      }
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("default-src 'none'"))
      #expect(page.contains("@media print") && page.contains("prefers-color-scheme:dark") && page.contains("size:A4"))
    }
  }

  @Test("shows funnel, course, money, ballots and what is overdue, in both languages")
  func sections() throws {
    let chinese = page(try Self.data())
    for part in [
      "各阶段的项目", "项目进程", "资金来源", "799.53\u{A0}万元", "每日表决票", "逾期事项（1）", "yueqing-fire", "69.23%", "在办项目在等什么（1）",
    ] { #expect(chinese.contains(part), "\(part)") }
    let english = page(try Self.data(), .en)
    for part in ["Projects by stage", "Money by source", "Forms by day", "Overdue (1)", "¥7,995,333"] {
      #expect(english.contains(part), "\(part)")
    }
    #expect(chinese.components(separatedBy: "<svg viewBox=\"0 0 920").count == 5)
  }

  @Test("writes no two months over each other, nor off the sheet, whenever the first bar begins and however long it lasts")
  func months() throws {
    for (start, days) in [("2024-01-31", 40), ("2024-02-28", 300), ("2024-12-31", 500), ("2023-11-30", 1100), ("2024-05-15", 4000)] {
      let first = try BusinessDate(start)
      let scale = GanttChart.Scale(first: first, last: first.adding(days: days), from: 230, to: 908)
      let labels = GanttChart.labels(scale)
      #expect(labels.contains { $0.label != nil })
      var end = 0
      for (tick, label) in labels {
        guard let label else { continue }
        let x = scale.x(tick) + 3
        #expect(x > end && x + label.count * 7 <= 920, "\(start) for \(days) days: \(label)")
        end = x + label.count * 7
      }
    }
  }

  @Test("lets nothing that others wrote become markup")
  func escaping() throws {
    let page = page(try Self.data(title: "<b onload=\"x\">&改造"))
    #expect(!page.contains("<b onload") && page.contains("&lt;b onload=&quot;x&quot;&gt;&amp;改造"))
  }

  @Test("counts whoever came as far and whoever stands there")
  func funnel() throws {
    let steps = try Self.data().funnel
    #expect(steps.map(\.stage.code) == ["S05", "S06"])
    #expect(steps.map(\.reached) == [1, 1] && steps.map(\.standing) == [0, 1])
  }

  @Test("names a stage as most projects do, whatever their order")
  func stageNames() throws {
    var data = try Self.data()
    let other = StageName(code: Sample.applied.code, zh: "另一个名称", en: "Another name")
    var rows = data.rows
    for number in 8...9 {
      let line = data.rows[0].line
      rows.append(
        ProjectRow(
          ProjectList.Line(
            project: ProjectID(stringLiteral: "330382-2024-000\(number)"), title: line.title,
            communityName: line.communityName, stage: line.stage, isHalted: false, isWithdrawn: false, next: line.next,
            waitingFor: [], awaits: [], takenBy: [], edition: line.edition, subdistrict: line.subdistrict), duties: []))
      data.courses[rows[rows.count - 1].line.project] = [.init(stage: other, order: 5, on: "2024-01-08")]
    }
    var many = ReportData(at: data.at, asOf: data.asOf, rows: rows, gap: nil, deadlines: data.deadlines)
    many.courses = data.courses
    #expect(many.funnel.map(\.stage.zh) == [other.zh, Sample.agreed.zh])
  }

  @Test("says before any figure what did not come")
  func gaps() throws {
    var data = try Self.data()
    data.incomplete = 2
    let page = page(data)
    let warning = try #require(page.range(of: "2 个项目的部分数据没有问到"))
    let tiles = try #require(page.range(of: "class=\"tiles\""))
    #expect(warning.lowerBound < tiles.lowerBound)
  }

  @Test("draws weeks where there are too many days")
  func weeks() {
    let chart = BallotChart(words: ReportWords(language: .zh))
    let days = (0..<70).map {
      ReportData.Ballots(on: ("2024-01-01" as BusinessDate).adding(days: $0), kind: .plan, forms: 1)
    }
    let (columns, areWeeks) = chart.columns(days)
    #expect(areWeeks && columns.count == 10 && columns.allSatisfy { $0.plan == 7 && $0.on.weekday == 1 })
    #expect(!chart.columns(Array(days.prefix(60))).areWeeks)
    #expect(chart.drawing([]) == nil)
  }

  @Test(
    "puts a stage into the part of the course that its code tells",
    arguments: [
      ("S00", CoursePhase.application), ("S06", .application), ("S09", .plan), ("S11b", .plan), ("S16", .plan),
      ("S17", .listing), ("S22b", .listing), ("S24a", .approval), ("S28", .works), ("S31", .works), ("S38", .after),
    ])
  func phases(_ code: String, _ phase: CoursePhase) {
    #expect(CoursePhase(code) == phase)
  }
}
