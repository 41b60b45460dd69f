import Contracts
import DomainModel
import FileStore
import Foundation

/// Holds each event against the columns beside it and against what led to it: the stored answer of a command, or the note
/// that a heard event was recorded.
struct EventWalk {
  /// What is wrong, and where.
  struct Fault {
    let code: String
    let place: String
    let zh: String
    let en: String
  }

  private struct Head: Decodable {
    let type: String
    let subject: String
    let time: String
    let effectiveon: String
    let sequence: Int64
    let causationid: String
  }

  private(set) var faults: [Fault] = []
  private(set) var repeats: Int64 = 0
  private(set) var visited: Int64 = 0
  /// The events of each accepted command, in their order.
  private var ranges: [(first: Int64, last: Int64)] = []
  private var place = 0
  private let decoder = CompactDecoder()

  /// Reads the whole table of answers.
  init(store: InspectedStore, head: Int64) throws {
    var ranges: [(first: Int64, last: Int64)] = []
    var faults: [Fault] = []
    var count: Int64 = 0
    let problems = JSONDecoder()
    try store.eachRepeat { record in
      count += 1
      guard faults.count < 1_000 else { return }
      let name = "\(record.source) \(record.id)"
      if record.status == RepeatRecord.refused {
        if (try? problems.decode(Problem.self, from: record.reply))?.code != record.code {
          faults.append(
            Fault(
              code: "answer-altered", place: name, zh: "存下的不予办理答复读不懂或与其代码不符",
              en: "the stored refusal cannot be read or is not of its code"))
        }
        return
      }
      guard let first = record.firstSequence, let last = record.lastSequence, first <= last else { return }
      guard first > 0, last <= head else {
        faults.append(
          Fault(
            code: "answer-beyond-head", place: name, zh: "已答复的事件 \(first)–\(last) 不在日志里",
            en: "it was answered with events \(first)–\(last), which the journal does not have"))
        return
      }
      ranges.append((first, last))
    }
    ranges.sort { $0.first < $1.first }
    for (one, next) in zip(ranges, ranges.dropFirst()) where next.first <= one.last && faults.count < 1_000 {
      faults.append(
        Fault(
          code: "answers-overlap", place: "\(next.first)", zh: "两条命令的答复都说记录了这个事件",
          en: "the answers of two commands claim this event"))
    }
    self.ranges = ranges
    self.faults = faults
    repeats = count
  }

  /// What is wrong with an event; events are shown in their order.
  mutating func look(at event: StoredEvent, in snapshot: any JournalSnapshot, as service: ServiceName) throws -> [Fault] {
    visited += 1
    let number = "\(event.sequence)"
    guard let head = try? decoder.decode(Head.self, from: event.bytes) else {
      return [Fault(code: "event-unreadable", place: number, zh: "第 \(number) 号事件的正文读不懂", en: "event \(number) cannot be read")]
    }
    var faults: [Fault] = []
    let columns: [(String, String, String)] = [
      ("stream", event.stream, head.subject), ("type", event.type, head.type), ("recordedAt", event.recordedAt, head.time),
      ("effectiveOn", event.effectiveOn, head.effectiveon), ("sequence", number, "\(head.sequence)"),
    ]
    for (name, stored, told) in columns where stored != told {
      faults.append(
        Fault(
          code: "column-altered", place: number, zh: "第 \(number) 号事件的 \(name) 列与正文不符",
          en: "the column \(name) of event \(number) says something else than the event"))
    }
    if try !isAccounted(event, cause: head.causationid, in: snapshot, as: service) {
      faults.append(
        Fault(
          code: "cause-missing", place: number, zh: "第 \(number) 号事件既没有命令的答复、也没有听取记录与它对应",
          en: "neither a command's answer nor a note of what was heard accounts for event \(number)"))
    }
    return faults
  }

  private mutating func isAccounted(
    _ event: StoredEvent, cause: String, in snapshot: any JournalSnapshot, as service: ServiceName
  ) throws -> Bool {
    while place < ranges.count, ranges[place].last < event.sequence { place += 1 }
    if place < ranges.count, ranges[place].first <= event.sequence { return true }
    guard let heard = HeardCause(cause) else { return false }
    return try snapshot.hasReaction(
      ReactionKey(feed: heard.feed, epoch: heard.epoch, sequence: heard.sequence, reaction: service.rawValue))
  }

  /// What kind of fault it was that folding met. Never what the event said.
  static func word(_ error: any Error) -> String {
    switch error {
    case FoldFault.missingEntity(let kind, _): "missing \(kind)"
    case FoldFault.unknownEvent(let type, let sequence): "unknown \(type) at \(sequence)"
    case FoldFault.undecodable(let type, let sequence): "undecodable \(type) at \(sequence)"
    default: "\(type(of: error))"
    }
  }
}
