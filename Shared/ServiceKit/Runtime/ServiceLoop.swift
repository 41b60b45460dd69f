import Contracts
import DomainModel
import FileStore
import Foundation
import Logging
import Messaging
import Policy

/// The heart of a service: one thread that decides what has arrived as one batch, writes it in one transaction and answers.
/// It has the journal and the engine, and follows the other services' feeds; the socket is the front door's.
final class ServiceLoop {
  let engine: Engine
  let followers: [FeedFollower]
  let shared: LoopShared
  let replies: Replies
  let journal: any Journal
  let crash: CrashGuard
  let logger: Logger
  private let documents: DocumentDesk
  private let batchLimit: Int
  /// Commands of more bytes than this are not decided in one batch: while one is being written the next is decided, and that
  /// takes two.
  private static let batchBytes = 256 << 10
  /// Batches decided in one turn at most, so that feeds are heard however many commands arrive.
  private static let batchesInTurn = 16
  /// The commands whose batch is being written, and what they will be told.
  var writing: (commands: [WaitingCommand], answers: [CommandAnswer])?
  private let poller = Poller()
  /// Answers of the turn, sent together.
  private var answers: [OutgoingReply] = []
  var cursorsMoved = false
  private var nextSettle: UInt64 = 0
  private var nextReport: UInt64 = 0
  private var nextSweep: UInt64 = 0

  init(
    engine: Engine, journal: any Journal, followers: [FeedFollower], shared: LoopShared, documents: DocumentDesk,
    crash: CrashGuard, batchLimit: Int, logger: Logger
  ) {
    self.engine = engine
    self.journal = journal
    self.followers = followers
    self.shared = shared
    self.documents = documents
    self.crash = crash
    self.batchLimit = batchLimit
    self.logger = logger
    replies = Replies(feed: journal.feed, epoch: journal.epoch)
  }

  // MARK: Running

  /// Takes up what waited for a newer program or for an edition, and what a restored store owes: all come with a start.
  func begin() throws {
    try engine.recordOwedErasures()
    try engine.retryParked()
    try engine.commit()
    _ = poller.add(shared.wakeUp)
    for follower in followers { _ = poller.add(follower.pollable) }
    tell()
  }

  /// Runs until the front door has closed, and leaves nothing unanswered that it took.
  ///
  /// - Throws: what no batch can answer: the store cannot be written any more.
  func run() throws {
    var isLastTurn = false
    while !isLastTurn {
      isLastTurn = shared.doorHasClosed
      if !isLastTurn {
        for follower in followers { follower.ask(now: LoopShared.now()) }
        _ = try poller.wait(milliseconds: patience())
      }
      shared.wakeUp.drain()
      try turn()
    }
    try engine.commit()
    try journal.settle()
    for follower in followers { follower.close() }
    try shared.requireDoor()
  }

  private func turn() throws {
    var arrivals = shared.takeArrivals()[...]
    var batches = 1
    while !arrivals.isEmpty {
      let batch = takeBatch(from: &arrivals)
      if arrivals.isEmpty, batches < ServiceLoop.batchesInTurn {
        arrivals = shared.takeArrivals()[...]
        batches += 1
      }
      try decide(batch, isLast: arrivals.isEmpty)
      shared.answered(batch.count)
      tell()
    }
    try hear()
    try settle()
    tell()
  }

  private func takeBatch(from arrivals: inout ArraySlice<WaitingCommand>) -> [WaitingCommand] {
    var bytes = 0
    let batch = arrivals.prefix(batchLimit).prefix { command in
      defer { bytes += command.request.body.count }
      return bytes < ServiceLoop.batchBytes
    }
    arrivals = arrivals.dropFirst(batch.count)
    return Array(batch)
  }

  /// Tells the front door how far the journal is and what is to be sent. Only what is committed is told.
  func tell() {
    shared.tell(head: engine.committedHead)
    if !answers.isEmpty {
      _ = shared.outbox.put(answers)
      answers.removeAll(keepingCapacity: true)
    }
    guard !followers.isEmpty else { return }
    shared.positions.value = followers.map {
      Health.FeedPosition(
        feed: $0.feed, epoch: $0.epoch, sequence: $0.sequence, head: $0.head, heardAt: $0.heardAt, stopped: $0.stopped?.rawValue,
        hash: $0.hash, key: $0.key)
    }
  }

  private func patience() -> Int {
    let now = LoopShared.now()
    var until = now + 1_000_000_000
    for follower in followers { until = min(until, follower.wakesAt()) }
    return until <= now ? 0 : Int((until - now) / 1_000_000) + 1
  }

  /// Puts an answer beside those that go when the batch is done.
  func send(_ reply: OutgoingReply) { answers.append(reply) }

  /// Positions that moved without news are written at leisure: reading such a run of events again changes nothing.
  private func settle() throws {
    let now = LoopShared.now()
    guard now >= nextSettle else { return }
    nextSettle = now + 1_000_000_000
    if cursorsMoved {
      cursorsMoved = false
      do { try engine.commit() } catch let fault as StoreError where fault == .full || fault == .busy { engine.abandon() }
    }
    // An idle store's anchor must not stay behind, and an erasure that a reader held up must not wait for the next command.
    try journal.settle()
    shared.access.reload(logger)
    for follower in followers { follower.takeUpKey(now: now) }
    crash.settle()
    if now >= nextReport {
      nextReport = now + 10_000_000_000
      shared.access.logAttempts(logger)
      let faults = shared.takeFaults()
      if !faults.isEmpty {
        logger.notice(
          "messages were not taken",
          metadata: Dictionary(uniqueKeysWithValues: faults.map { ($0.key.rawValue, "\($0.value)") }))
      }
    }
    if now >= nextSweep {
      nextSweep = now + 3_600_000_000_000
      let (store, logger) = (documents.store, logger)
      _ = shared.work {
        // Uploads that no command named within a week go; a failure is tried again in an hour.
        if let swept = try? store.sweepUnnamed(), swept > 0 {
          logger.info("unnamed documents removed", metadata: ["count": "\(swept)"])
        }
      }
    }
  }
}
