import DomainModel
import Foundation
import Messaging

/// A consumer of a feed beside a client that sends commands, both on the calling thread, so that one clock sees both.
final class FeedWatcher {
  private let line: Pipeline
  private let feed: ServiceName
  private var cursor: FeedCursor?
  private var reads = 0

  init(of feed: ServiceName, through line: Pipeline) {
    self.feed = feed
    self.line = line
  }

  private func read(waiting milliseconds: Int) throws -> Prepared {
    reads += 1
    let request = FeedRequest(feed: feed.rawValue, consumer: "bench", cursor: cursor, waitms: milliseconds)
    let header = RequestHeader(id: "read-\(reads)", source: Rig.source, type: "jiugai.feed.read.v1")
    return Prepared(kind: .feedRead, header: header.wire(), body: try request.body())
  }

  /// Takes a page: its events, and the chain followed over them as every consumer must.
  @discardableResult
  private func take(_ reply: ReplyFrames) throws -> (events: Int, isMore: Bool) {
    let header = try reply.replyHeader()
    guard let epoch = header.epoch else { throw BenchFault("a page without an epoch") }
    let page = try FeedPage(body: reply.body)
    let end = try page.verified(
      from: cursor ?? FeedCursor.start(feed: feed.rawValue, epoch: epoch), head: header.head, headhash: header.headhash)
    cursor = end
    return (page.events.count, end.sequence < header.head ?? 0)
  }

  /// Reads from the cursor to the head; how many events it was shown.
  @discardableResult
  func catchUp() throws -> Int {
    var count = 0
    while true {
      let (events, isMore) = try take(try line.ask(try read(waiting: 0)))
      count += events
      if !isMore { return count }
    }
  }

  /// Waits on the feed, sends a command, and gives the microseconds from its answer to the page that shows its event.
  func sees(_ command: Prepared, through sender: Pipeline) throws -> Int {
    try catchUp()
    try line.post(try read(waiting: 5000))
    // The read must be waiting when the event comes.
    usleep(3000)
    try sender.post(command)
    let (answered, seen) = try Pipeline.firstAnswers(of: sender, line) { try self.take($0) }
    return seen > answered ? Int(seen - answered) / 1000 : 0
  }
}
