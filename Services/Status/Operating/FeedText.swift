import Contracts
import DomainModel
import Terminal

/// What one reader said about the feeds it reads.
typealias FeedAnswer = ServiceAnswer<FeedSaid>

enum FeedSaid: Sendable {
  case positions([Health.FeedPosition])
  case accepted(ServiceName, FeedPast.Point)
}

/// Tells how feeds are read, as a page or as a document, and how it ends.
struct FeedText: AnswersText {
  let language: Language
  private let width: Int

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
  }

  func isTrouble(_ said: FeedSaid) -> Bool {
    if case .positions(let positions) = said { positions.contains { $0.stopped != nil } } else { false }
  }

  func page(_ answers: [FeedAnswer]) -> String {
    var lines: [String] = []
    var table = Table([
      .init(say("读者", "reader")), .init(say("数据流", "feed")), .init(say("纪元", "epoch")),
      .init(say("读到", "read up to"), isNumeric: true), .init(say("末号", "head"), isNumeric: true),
      .init(say("停读", "stopped")),
    ])
    var hasRows = false
    for answer in answers {
      switch answer.said {
      case .success(.positions(let positions)):
        for position in positions {
          hasRows = true
          table.add(
            .init(answer.service.rawValue), .init(position.feed.rawValue), .init(position.epoch ?? "—"),
            .init("\(position.sequence)"), .init(position.head.map(String.init) ?? "—"),
            .init(position.stopped ?? "—", position.stopped == nil ? .quiet : .bad))
        }
      case .success(.accepted(let feed, let point)):
        lines.append(
          Style.good.paint("✓ ")
            + say(
              "\(answer.service) 从 \(feed) 第 \(point.after) 号之后按纪元 \(point.epoch) 读下去。",
              "\(answer.service) reads \(feed) on after #\(point.after), in epoch \(point.epoch)."))
      case .failure: lines += [answer.fault(language)].compactMap { $0 }
      }
    }
    if hasRows { lines = table.lines(width: width) + lines }
    return lines.isEmpty ? say("没有停读的数据流。", "No reader has stopped.") : lines.joined(separator: "\n")
  }

  func value(_ answers: [FeedAnswer]) -> JSONValue {
    [
      "format": "jiugai-status-feed/1",
      "exitCode": .integer(Int64(exitCode(answers))),
      "readers": .array(answers.map(value)),
    ]
  }

  private func value(_ answer: FeedAnswer) -> JSONValue {
    var feeds: [JSONValue] = []
    var accepted: JSONValue = .null
    switch answer.said {
    case .success(.positions(let positions)):
      feeds = positions.map { one in
        [
          "feed": .string(one.feed.rawValue), "epoch": one.epoch.map { .string($0) } ?? .null,
          "sequence": .integer(one.sequence), "head": one.head.map { .integer($0) } ?? .null,
          "stopped": one.stopped.map { .string($0) } ?? .null,
        ]
      }
    case .success(.accepted(let feed, let point)):
      accepted = [
        "feed": .string(feed.rawValue), "epoch": .string(point.epoch.rawValue), "after": .integer(point.after),
      ]
    case .failure: break
    }
    return [
      "service": .string(answer.service.rawValue), "feeds": .array(feeds), "accepted": accepted,
      "fault": answer.faultValue(language),
    ]
  }
}
