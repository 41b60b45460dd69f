import Contracts
import DomainModel
import FileStore
import Foundation
import Logging
import Messaging
import Policy

/// The heart of a service: one thread that takes what has arrived, decides it as one batch, writes it in one transaction
/// and answers. Queries, feed pages and documents are worked on beside it and only sent from here.
final class ServiceLoop {
  let engine: Engine
  let socket: ServerSocket
  let followers: [FeedFollower]
  let shared: LoopShared
  let shapes: MessageShapes
  let replies: Replies
  let feedServer: FeedServer
  let documents: DocumentDesk
  let journal: any Journal
  let crash: CrashGuard
  private let batchLimit: Int
  let logger: Logger
  let laws: any LawBook
  private let poller = Poller()
  var waitingReads: [WaitingRead] = []
  var needsRepair = false
  var cursorsMoved = false
  private var nextSettle: UInt64 = 0
  private var nextReport: UInt64 = 0
  private var nextSweep: UInt64 = 0

  /// A feed read that waits for news.
  struct WaitingRead {
    let header: RequestHeader
    let request: FeedRequest
    let principal: Principal
    let key: String
    let routingID: Data
    let deadline: UInt64
  }

  /// A command that waits for its batch. A class, since it is handed from step to step: copying a value of so many parts
  /// would touch each of them at every hand.
  final class WaitingCommand {
    let header: RequestHeader
    let request: CommandRequest
    let routingID: Data

    init(header: RequestHeader, request: CommandRequest, routingID: Data) {
      self.header = header
      self.request = request
      self.routingID = routingID
    }
  }

  init(
    engine: Engine, journal: any Journal, socket: ServerSocket, followers: [FeedFollower], shared: LoopShared,
    documents: DocumentDesk, crash: CrashGuard, laws: any LawBook, batchLimit: Int, logger: Logger
  ) {
    self.engine = engine
    self.journal = journal
    self.socket = socket
    self.followers = followers
    self.shared = shared
    self.documents = documents
    self.crash = crash
    self.laws = laws
    self.batchLimit = batchLimit
    self.logger = logger
    shapes = MessageShapes(engine.definition.contract)
    replies = Replies(feed: journal.feed, epoch: journal.epoch)
    feedServer = FeedServer(feed: engine.definition.service, reader: journal.reader())
  }

  // MARK: Running

  /// Runs until it is asked to stop, and leaves nothing unanswered that it took.
  ///
  /// - Throws: what no batch can answer: the store cannot be written any more.
  func run() throws {
    // What waited for a newer program or for an edition may be readable by now: both come with a start.
    try engine.retryParked()
    try engine.commit()
    _ = poller.add(socket)
    _ = poller.add(shared.wakeUp)
    for follower in followers { _ = poller.add(follower.pollable) }
    try retryParked()
    while !shared.isStopping {
      for follower in followers { follower.ask(now: LoopShared.now()) }
      _ = try poller.wait(milliseconds: patience())
      shared.wakeUp.drain()
      try turn()
    }
    try turn()
    try engine.commit()
    try journal.settle()
    for follower in followers { follower.close() }
    for reply in shared.outbox.takeAll() { send(reply) }
    socket.close()
  }

  private func turn() throws {
    for reply in shared.outbox.takeAll() { send(reply) }
    var commands: [WaitingCommand] = []
    while commands.count < batchLimit, let message = try socket.receive() {
      if let command = try take(message) { commands.append(command) }
    }
    try decide(commands)
    try hear()
    serveWaitingReads()
    try settle()
  }

  /// What was parked for want of a pack or of a newer version may be heard now: this start may have brought it.
  private func retryParked() throws {
    let subjects = Set(try journal.parked(subject: nil, limit: 100_000).map(\.subject))
    for subject in subjects.sorted() where !subject.isEmpty {
      try engine.retryParked(subject)
      try engine.commit()
    }
  }

  private func patience() -> Int {
    let now = LoopShared.now()
    var until = now + 1_000_000_000
    for follower in followers { until = min(until, follower.wakesAt()) }
    for read in waitingReads { until = min(until, read.deadline) }
    return until <= now ? 0 : Int((until - now) / 1_000_000) + 1
  }

  func send(_ reply: OutgoingReply) {
    // What cannot be sent is dropped: the sender asks again and gets the stored answer.
    _ = socket.send(to: reply.routingID, kind: reply.kind, header: reply.header, body: reply.body)
  }

  /// Positions that moved without news are written at leisure: reading such a run of events again changes nothing.
  private func settle() throws {
    let now = LoopShared.now()
    guard now >= nextSettle else { return }
    nextSettle = now + 1_000_000_000
    if cursorsMoved {
      cursorsMoved = false
      do { try engine.commit() } catch let fault as StoreError where fault == .full || fault == .busy { engine.abandon() }
    }
    shared.reloadPrincipals(logger)
    crash.settle()
    if now >= nextReport {
      nextReport = now + 10_000_000_000
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
