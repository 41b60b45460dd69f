import Contracts
import DomainModel
import Foundation
import Messaging
import Policy
import Terminal
import Testing

@testable import Status

@Suite("Deadlines with their arithmetic")
struct DeadlineTests {
  private static let none = ArticleBook { nil }

  @Test("name the working days counted, the days skipped and why, and the day worked to make up")
  func arithmetic() {
    #expect(
      DeadlineWords(language: .zh).arithmetic(DeadlineSample.notice)
        == "自 2024-04-25 的次日起数 7 个工作日：04-26、04-28（调休上班）、04-29、04-30、05-06、05-07、05-08；"
        + "不计 04-27 周末、05-01 至 05-05 劳动节")
    #expect(
      DeadlineWords(language: .en).arithmetic(DeadlineSample.notice)
        == "7 working days from the day after 2024-04-25: 04-26, 04-28 (worked to make up), 04-29, 04-30, 05-06, 05-07, "
        + "05-08; not counted: 04-27 weekend, 05-01 to 05-05 Labour Day")
    #expect(DeadlineSample.notice.counted.last == DeadlineSample.notice.deadline.day)
  }

  @Test("say that a year is not published rather than guess")
  func unknown() {
    let line = DeadlineSample.line(.siteFeedback, "330382-2024-0007/V1", nil, unknownYear: 2027)
    #expect(line.counted.isEmpty && line.daysLeft == nil)
    #expect(DeadlineWords(language: .zh).arithmetic(line).contains("2027 年的工作日历尚未安装"))
    #expect(DeadlineWords(language: .zh).left(line) == "未知")
  }

  @Test("come in the order of their days; a period that ended makes nobody late")
  func order() {
    let answers = DeadlineSample.answers
    #expect(answers.lines.map(\.deadline.kind) == [.roundCloses, .consultationOpinion, .noticePeriod, .plannedFinish])
    #expect(answers.overdue.map(\.deadline.kind) == [.consultationOpinion])
    #expect(answers.within(7).map(\.deadline.kind) == [.consultationOpinion, .noticePeriod])
    #expect(answers.within(0).map(\.deadline.kind) == [.consultationOpinion])
  }

  @Test(
    "tell how many days are left",
    arguments: [
      (0, "今天", "today"), (1, "还有 1 天", "1 day left"), (9, "还有 9 天", "9 days left"), (-2, "逾期 2 天", "2 d overdue"),
    ])
  func left(_ days: Int, _ chinese: String, _ english: String) {
    let line = DeadlineSample.line(.milestone, "屋面", DeadlineSample.asOf.adding(days: days))
    #expect(DeadlineWords(language: .zh).left(line) == chinese)
    #expect(DeadlineWords(language: .en).left(line) == english)
  }

  @Test("read as a page, a sheet and a document")
  func forms() {
    let answers = DeadlineSample.answers
    let text = DeadlinesText(.zh, width: 160, articles: Self.none)
    let page = text.page(answers, answers.lines).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(page.hasPrefix("期限　截至 2024-05-07（4 项，逾期 1 项）"))
    #expect(page.contains("yueqing-fire（消防救援大队）") && page.contains("依据：plan 3.3"))
    let sheet = text.sheet(answers.lines)
    #expect(sheet.hasPrefix("\u{FEFF}截止,") && sheet.components(separatedBy: "\r\n").count == 6)
    let value = text.value(answers, answers.lines)
    #expect(value["overdue"] == .integer(1))
    guard case .array(let lines)? = value["deadlines"] else {
      Issue.record("no list of deadlines")
      return
    }
    #expect(lines[2]["counted"] == .array(DeadlineSample.notice.counted.map { .string($0.description) }))
  }

  @Test("say which service did not tell")
  func gap() {
    let answers = DeadlineAnswers(
      asOf: DeadlineSample.asOf, gaps: [.init(service: .funding, silence: .noAnswer(.unreachable))])
    #expect(DeadlinesText(.en, articles: Self.none).page(answers, []).contains("funding does not answer"))
  }

  @Test("every kind has a name in both languages, of its own")
  func names() {
    for language in [Language.zh, .en] {
      let words = DeadlineWords(language: language)
      #expect(Set(DeadlineKind.allCases.map(words.kind)).count == DeadlineKind.allCases.count)
    }
  }
}
