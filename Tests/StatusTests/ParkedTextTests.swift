import ClientKit
import Contracts
import DomainModel
import Messaging
import Terminal
import Testing

@testable import Status

@Suite("What is told of parked projects")
struct ParkedTextTests {
  private let waiting = Parked.Waiting(
    project: "330382-2024-0007", feed: .voting, sequence: 17, epoch: "5f2a90c1", events: 3, reason: "unknown-critical",
    detail: "upgrade to a version that knows jiugai.voting.new.v1")
  private let silence = ClientFault.noAnswer(.funding, "no answer within 2 s")

  @Test("nothing waits: one sentence and exit code 0", arguments: [Language.zh, .en])
  func nothing(_ language: Language) {
    let text = ParkedText(language, width: 100)
    let answers = ServiceName.allCases.map { ParkedAnswer($0, .success(.projects([]))) }
    #expect(text.page(answers) == (language == .zh ? "没有滞留的事件。" : "Nothing waits."))
    #expect(text.exitCode(answers) == 0)
  }

  @Test("a project: which event, how many behind it, and why; exit code 1", arguments: [Language.zh, .en])
  func project(_ language: Language) {
    let text = ParkedText(language, width: 140)
    let answers = [ParkedAnswer(.funding, .success(.projects([waiting])))]
    let page = text.page(answers)
    #expect(page.contains("330382-2024-0007") && page.contains("voting/17") && page.contains("3"))
    #expect(page.contains(language == .zh ? "还不认识的重要事件" : "important event"))
    #expect(text.exitCode(answers) == 1)
  }

  @Test("a silent service is told and decides the exit code", arguments: [Language.zh, .en])
  func silent(_ language: Language) {
    let text = ParkedText(language, width: 100)
    let answers = [
      ParkedAnswer(.voting, .success(.projects([waiting]))), ParkedAnswer(.funding, .failure(silence)),
    ]
    #expect(text.page(answers).contains(language == .zh ? "funding 没有答复" : "funding does not answer"))
    #expect(text.exitCode(answers) == 2)
    #expect(text.value(answers)["services"]?.line.contains("no-answer") == true)
  }

  @Test("the events of a project, one by one, with type and reason")
  func events() {
    let events = ParkedEvents(
      count: 2,
      events: [
        ParkedEvents.Waiting(
          feed: .voting, epoch: "5f2a90c1", sequence: 17, type: "jiugai.voting.new.v1", reason: "unknown-critical",
          detail: "upgrade", parkedAt: "2024-03-01T08:00:00.000Z"),
        ParkedEvents.Waiting(
          feed: .voting, epoch: "5f2a90c1", sequence: 18, type: nil, reason: "behind", detail: "waits",
          parkedAt: "2024-03-01T08:00:00.000Z"),
      ])
    let answers = [ParkedAnswer(.funding, .success(.events("330382-2024-0007", events)))]
    let page = ParkedText(.en, width: 140).page(answers)
    #expect(page.contains("voting/17") && page.contains("jiugai.voting.new.v1") && page.contains("behind an earlier event"))
    let value = ParkedText(.en).value(answers)
    #expect(value["format"] == "jiugai-status-parked/1")
    #expect(value.line.contains(#""type":null"#) && value.line.contains(#""exitCode":1"#))
  }

  @Test("names of events are feed and number", arguments: ["voting/17"])
  func names(_ text: String) {
    #expect(ParkedEventName(argument: text)?.text == text)
    for wrong in ["voting", "voting/", "17", "elsewhere/17", "voting/x", "voting/1/2"] {
      #expect(ParkedEventName(argument: wrong) == nil)
    }
    #expect(ParkedSubject(argument: "-")?.id == nil)
    #expect(ParkedSubject(argument: "330382-2024-0007")?.id == "330382-2024-0007")
    #expect(ParkedSubject(argument: "somewhere") == nil)
  }
}
