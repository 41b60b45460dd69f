import Contracts
import DomainModel
import Terminal

/// What one service said about what waits in it.
typealias ParkedAnswer = ServiceAnswer<ParkedSaid>

enum ParkedSaid: Sendable {
  case projects([Parked.Waiting])
  case events(ProjectID?, ParkedEvents)
}

/// Tells what waits, as a page or as a document, and how it ends.
struct ParkedText: AnswersText {
  let language: Language
  private let width: Int

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
  }

  func isTrouble(_ said: ParkedSaid) -> Bool {
    switch said {
    case .projects(let projects): !projects.isEmpty
    case .events(_, let events): events.count > 0
    }
  }

  // MARK: A page

  func page(_ answers: [ParkedAnswer]) -> String {
    var lines: [String] = []
    var projects = Table([
      .init(say("服务", "service")), .init(say("项目", "project")), .init(say("卡在", "stuck at")),
      .init(say("等待的事件", "events waiting"), isNumeric: true), .init(say("原因", "reason")),
    ])
    var hasProjects = false
    for answer in answers {
      switch answer.said {
      case .success(.projects(let waiting)):
        for one in waiting {
          hasProjects = true
          projects.add(
            .init(answer.service.rawValue), .init(one.name(language)), .init("\(one.feed)/\(one.sequence)"),
            .init("\(one.events)"), .init("\(one.word(language))\(say("：", ": "))\(one.detail)"))
        }
      case .success(.events(_, let events)): lines += self.lines(events, in: answer.service)
      case .failure: lines += [answer.fault(language)].compactMap { $0 }
      }
    }
    if hasProjects { lines = projects.lines(width: width) + lines }
    return lines.isEmpty ? say("没有滞留的事件。", "Nothing waits.") : lines.joined(separator: "\n")
  }

  private func lines(_ events: ParkedEvents, in service: ServiceName) -> [String] {
    guard events.count > 0 else { return [] }
    var table = Table([
      .init(say("事件", "event")), .init(say("种类", "type")), .init(say("自", "since")), .init(say("原因", "reason")),
    ])
    for event in events.events {
      let word = Parked.Waiting(
        project: "", feed: event.feed, sequence: event.sequence, events: 1, reason: event.reason, detail: event.detail
      ).word(language)
      table.add(
        .init("\(event.feed)/\(event.sequence)"), .init(event.type ?? "—"), .init(event.parkedAt),
        .init("\(word)\(say("：", ": "))\(event.detail)", event.reason == "behind" ? .quiet : .warning))
    }
    let heading = say("\(service)：\(events.count) 条在等", "\(service): \(events.count) waiting")
    return [Style.heading.paint(heading)] + table.lines(width: width)
  }

  // MARK: A document

  func value(_ answers: [ParkedAnswer]) -> JSONValue {
    [
      "format": "jiugai-status-parked/1",
      "exitCode": .integer(Int64(exitCode(answers))),
      "services": .array(answers.map(value)),
    ]
  }

  private func value(_ answer: ParkedAnswer) -> JSONValue {
    var projects: [JSONValue] = []
    var events: [JSONValue] = []
    switch answer.said {
    case .success(.projects(let waiting)):
      projects = waiting.map { one in
        [
          "project": .string(one.project), "feed": .string(one.feed.rawValue), "epoch": one.epoch.map { .string($0) } ?? .null,
          "sequence": .integer(one.sequence), "events": .integer(Int64(one.events)), "reason": .string(one.reason),
          "detail": .string(one.detail),
        ]
      }
    case .success(.events(_, let known)):
      events = known.events.map { one in
        [
          "feed": .string(one.feed.rawValue), "epoch": .string(one.epoch), "sequence": .integer(one.sequence),
          "type": one.type.map { .string($0) } ?? .null, "reason": .string(one.reason), "detail": .string(one.detail),
          "parkedAt": .string(one.parkedAt),
        ]
      }
    case .failure: break
    }
    return [
      "service": .string(answer.service.rawValue), "projects": .array(projects), "events": .array(events),
      "fault": answer.faultValue(language),
    ]
  }
}
