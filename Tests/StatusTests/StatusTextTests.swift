import Contracts
import DomainModel
import Foundation
import Messaging
import Terminal
import Testing

@testable import Status

@Suite("The page that operators read")
struct StatusTextTests {
  @Test("says all in Chinese")
  func chinese() {
    #expect(page(Sample.mixed, .zh) == StatusTextTests.golden.zh)
  }

  @Test("says all in English")
  func english() {
    #expect(page(Sample.mixed, .en) == StatusTextTests.golden.en)
  }

  @Test("ends with one line that says there is nothing to do")
  func healthy() {
    #expect(page(Sample.healthy, .zh).hasSuffix("\n\n结论：正常。五个服务都在运行，没有要处理的事。"))
    #expect(
      page(Sample.healthy, .en).hasSuffix("\n\nVerdict: healthy. All five services are up; there is nothing to do."))
  }

  @Test("lines the columns of services up")
  func alignment() {
    let rows = page(Sample.healthy, .zh).split(separator: "\n").dropFirst().prefix(7)
    #expect(Set(rows.map { TextWidth.of(String($0)) }).count == 1)
  }

  @Test("says why there are no projects")
  func gaps() {
    var answers = Sample.healthy
    #expect(page(answers, .zh).contains("（还没有项目）"))
    answers.projects = ProjectAnswers(gap: .noDivision)
    #expect(page(answers, .zh).contains("请用 --division 给出"))
    answers.projects = ProjectAnswers(divisions: ["330382"], gap: .silent(.noAnswer(.connected)))
    #expect(page(answers, .en).contains("The list of projects did not come (intake: no answer)."))
  }

  @Test("marks projects that are suspended, withdrawn or late, and those that only wait for an office")
  func projects() {
    var answers = Sample.healthy
    answers.projects.known = [
      .init(line: Sample.line(isHalted: true), outlook: Sample.outlook([], takenBy: [.subdistrict, .housing])),
      .init(line: Sample.line(isWithdrawn: true)), .init(line: Sample.line(next: nil)),
    ]
    let page = page(answers, .zh)
    #expect(page.contains("已暂停"))
    #expect(page.contains("等乡镇（街道）、住建局办理"))
    #expect(page.contains("已撤回"))
    #expect(page.contains("全部办完"))
  }

  @Test("lets nothing that others wrote steer the terminal")
  func safety() {
    var answers = Sample.with(Sample.health(.voting, parked: 1))
    answers.parked[.voting] = [
      Parked.Waiting(
        project: "330382-2024-0007", feed: .intake, sequence: 1, events: 1, reason: "undecodable",
        detail: "\u{1B}[2Jgone")
    ]
    #expect(!StatusText(.zh, width: 100).text(Assessment(answers)).contains("\u{1B}[2J"))
  }

  /// Without colour, which a developer's terminal may have.
  private func page(_ answers: Answers, _ language: Language) -> String {
    StatusText(language, width: 100).text(Assessment(answers)).replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  private static let golden = (zh: "", en: "")
}
