import DomainModel
import FileStore
import Foundation
import Logging
import Messaging

/// Follows one other service's feed: one read under way at a time, the position kept in the own store together with what
/// was recorded. Lives on the loop's thread.
final class FeedFollower {
  let feed: ServiceName
  let socket: ClientSocket
  private let source: String
  private let consumer: String
  private let waitMilliseconds: Int
  let logger: Logger
  /// Where the source's public key stands; nil when the settings name the key itself.
  var keyFile: WatchedKeyFile?
  /// A new key of the source was taken up, and nothing was heard under it yet: the source may not have its new pair yet.
  var isProvingKey = false
  /// When to try again under it, in nanoseconds of the monotonic clock.
  var nextProof: UInt64 = 0
  private var cursor: FeedCursor?
  private var outstanding: (id: String, deadline: UInt64)?
  private var silent = 0
  private var seenReconnections = 0
  private var nextAttempt: UInt64 = 0
  private var count = 0
  /// The feed's last number, as it last said.
  private(set) var head: Int64?
  private(set) var heardAt: Instant?
  /// Set when the source shows another past than it did: reading stops until an operator has decided.
  private(set) var stopped: WireCode?

  var pollable: any Pollable { socket }
  var sequence: Int64 { Int64(cursor?.sequence ?? 0) }
  var epoch: String? { cursor?.epoch }
  /// The chain's hash where reading stands, hexadecimal.
  var hash: String? { cursor?.hash.hex }
  /// The key that the feed's service is expected to have.
  var key: KeyFingerprint?

  init(
    feed: ServiceName, reader: ServiceName, socket: ClientSocket, key: KeyFingerprint?, cursor: CursorRecord?,
    waitMilliseconds: Int, logger: Logger
  ) throws {
    self.feed = feed
    self.socket = socket
    self.key = key
    self.waitMilliseconds = waitMilliseconds
    self.logger = logger
    source = "urn:jiugai:\(reader.rawValue)"
    consumer = reader.rawValue
    if let cursor, let hash = Messaging.ChainHash(bytes: cursor.hash) {
      self.cursor = FeedCursor(epoch: cursor.epoch, sequence: Int(cursor.sequence), hash: hash)
    }
  }

  /// What a received page holds for the engine.
  struct Page {
    let epoch: String
    let events: [(sequence: Int, bytes: Data)]
    let end: FeedCursor
  }

  /// Sends the next read when none is under way.
  func ask(now: UInt64) {
    guard stopped == nil else { return }
    if socket.reconnections != seenReconnections {
      // The source came back: its answer to the read under way would have gone to the connection that is lost.
      seenReconnections = socket.reconnections
      outstanding = nil
      nextAttempt = now
    }
    if let waiting = outstanding {
      guard now > waiting.deadline else { return }
      outstanding = nil
      silent += 1
      nextAttempt = now + FeedFollower.pause(silent)
      // After three silent reads the socket is made anew: libzmq does not recover from a final refusal by itself.
      if silent % 3 == 0 {
        logger.info("feed is silent", metadata: ["feed": "\(feed.rawValue)", "reads": "\(silent)"])
        try? socket.reopen()
      }
    }
    guard now >= nextAttempt else { return }
    count += 1
    let id = "\(consumer)-\(feed.rawValue)-\(count)"
    // The first read does not wait: it tells at once how far behind this service is.
    let wait = heardAt == nil || isProvingKey ? 0 : waitMilliseconds
    let request = FeedRequest(feed: feed.rawValue, consumer: consumer, cursor: cursor, waitms: wait)
    let header = RequestHeader(id: id, source: source, type: "jiugai.feed.read.v1", rid: id)
    guard let body = try? request.body(),
      (try? socket.send(kind: .feedRead, header: header.wire(), body: body)) == true
    else {
      nextAttempt = now + 200_000_000
      return
    }
    outstanding = (id, now + UInt64(waitMilliseconds + 2000) * 1_000_000)
  }

  /// When the loop should look again, in nanoseconds of the monotonic clock.
  func wakesAt() -> UInt64 {
    guard stopped == nil else { return .max }
    return outstanding?.deadline ?? nextAttempt
  }

  /// Takes what has arrived.
  func receive(now: UInt64) throws -> [Page] {
    var pages: [Page] = []
    while let reply = try socket.receive() {
      guard let header = try? reply.replyHeader(), header.inreplyto == outstanding?.id else { continue }
      outstanding = nil
      silent = 0
      heardAt = Instant.now()
      isProvingKey = false
      if let head = header.head { self.head = Int64(head) }
      guard header.status == .ok else {
        refuse(header, now: now)
        continue
      }
      guard let epoch = header.epoch else { continue }
      do {
        let page = try FeedPage(body: reply.body)
        let start = cursor ?? FeedCursor.start(feed: feed.rawValue, epoch: epoch, origin: header.origin)
        let end = try page.verified(from: start, head: header.head, headhash: header.headhash)
        nextAttempt = now
        if end.sequence > start.sequence { pages.append(Page(epoch: epoch, events: page.events, end: end)) }
      } catch {
        stopped = .feedDiverged
        logger.error("feed is not what it was", metadata: ["feed": "\(feed.rawValue)", "fault": "\(error)"])
      }
    }
    return pages
  }

  /// The page's events are recorded: reading goes on behind them.
  func advance(to end: FeedCursor) { cursor = end }

  /// The commit failed: what was read is asked for again, after a second, since the disk may stay full for long.
  func rewind(to record: CursorRecord?, now: UInt64) {
    nextAttempt = now + 1_000_000_000
    cursor = nil
    if let record, let hash = Messaging.ChainHash(bytes: record.hash) {
      cursor = FeedCursor(epoch: record.epoch, sequence: Int(record.sequence), hash: hash)
    }
    outstanding = nil
  }

  /// An operator has accepted what the source is now: reading goes on at the position recorded then.
  func resume(from record: CursorRecord?, now: UInt64) {
    rewind(to: record, now: now)
    stopped = nil
    silent = 0
    nextAttempt = now
  }

  /// The socket was made anew: what was asked through the old one is asked again at once.
  func askAgain(now: UInt64) {
    outstanding = nil
    silent = 0
    nextAttempt = now
  }

  func close() { socket.close() }

  private func refuse(_ header: ReplyHeader, now: UInt64) {
    switch header.wireCode {
    case .cursorAhead, .feedDiverged, .epochChanged:
      stopped = header.wireCode
      logger.error("feed stopped", metadata: ["feed": "\(feed.rawValue)", "code": "\(header.code ?? "")"])
    default:
      nextAttempt = now + UInt64(max(200, header.retryafterms ?? 1000)) * 1_000_000
    }
  }

  /// Doubles from half a second to ten, so that a peer that is away for a week costs nothing and is found soon.
  private static func pause(_ silent: Int) -> UInt64 {
    UInt64(min(10_000, 500 << min(silent, 5))) * 1_000_000
  }
}
