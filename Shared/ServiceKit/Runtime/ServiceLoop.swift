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
  private let engine: Engine
  private let socket: ServerSocket
  private let followers: [FeedFollower]
  private let shared: LoopShared
  private let shapes: MessageShapes
  private let replies: Replies
  private let feedServer: FeedServer
  private let documents: DocumentDesk
  private let journal: any Journal
  private let crash: CrashGuard
  private let batchLimit: Int
  private let logger: Logger
  private let laws: any LawBook
  private let poller = Poller()
  private var waitingReads: [WaitingRead] = []
  private var needsRepair = false
  private var cursorsMoved = false
  private var nextSettle: UInt64 = 0
  private var nextReport: UInt64 = 0
  private var nextSweep: UInt64 = 0

  /// A feed read that waits for news.
  private struct WaitingRead {
    let header: RequestHeader
    let request: FeedRequest
    let principal: Principal
    let key: String
    let routingID: Data
    let deadline: UInt64
  }

  /// A command that waits for its batch.
  private struct WaitingCommand {
    let header: RequestHeader
    let request: CommandRequest
    let routingID: Data

    /// What names the command for good.
    var name: String { "\(request.source) \(request.id)" }
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

  private func send(_ reply: OutgoingReply) {
    // What cannot be sent is dropped: the sender asks again and gets the stored answer.
    _ = socket.send(to: reply.routingID, kind: reply.kind, header: reply.header, body: reply.body)
  }

  // MARK: Taking

  /// Answers what can be answered at once, hands out what others work on, and gives back a command.
  private func take(_ message: InboundMessage) throws -> WaitingCommand? {
    switch message {
    case .fault(let routingID, _, let fault, let header):
      let known = try? RequestHeader(wire: header)
      shared.count(fault.code)
      send(replies.error(fault.code, fault.description, id: known?.id, rid: known?.rid, to: routingID))
      return nil
    case .frames(let frames): return try take(frames)
    }
  }

  private func take(_ frames: InboundFrames) throws -> WaitingCommand? {
    let header: RequestHeader
    do { header = try RequestHeader(wire: frames.header) } catch {
      reject(.malformed, "\(error)", nil, frames)
      return nil
    }
    guard let entry = shared.principals.value.entries[frames.clientKey] else {
      reject(.notAuthorised, "the key is not registered any more", header, frames)
      return nil
    }
    guard header.specversion == "1.0", LoopShared.isPlain(header.id, 1...64) else {
      reject(.malformed, "the header needs specversion 1.0 and an id of 1 to 64 letters, digits and -_.:", header, frames)
      return nil
    }
    if frames.kind == .ping {
      send(replies.ok(header, to: frames.routingID, body: Data("{}".utf8)))
      return nil
    }
    guard header.source == entry.source else {
      reject(.sourceMismatch, "this key is registered for another source", header, frames)
      return nil
    }
    switch frames.kind {
    case .command: return command(header, frames, entry.principal)
    case .query: query(header, frames, entry.principal)
    case .feedRead: feedRead(header, frames, entry.principal)
    case .documentChunk: document(header, frames)
    case .hello: hello(header, frames)
    case .ping, .reply, .error: reject(.unsupportedProtocol, "not a request", header, frames)
    }
    return nil
  }

  private func reject(_ code: WireCode, _ detail: String, pointers: [String] = [], _ header: RequestHeader?, _ frames: InboundFrames) {
    shared.count(code)
    send(
      replies.error(
        code, detail, pointers: pointers, id: header?.id, rid: header?.rid, to: frames.routingID,
        language: Language(header), retryAfter: code == .busy ? 200 : nil))
  }

  private func hello(_ header: RequestHeader, _ frames: InboundFrames) {
    send(replies.ok(header, to: frames.routingID, body: Hello(journal, head: engine.headSequence).body))
  }

  private func command(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) -> WaitingCommand? {
    guard !needsRepair else {
      reject(.needsRepair, "another service has seen a later end of this journal", header, frames)
      return nil
    }
    guard engine.registry.commands[header.type] != nil, let shape = shapes.tree(of: header.type) else {
      reject(.unknownType, "no such command or version here", header, frames)
      return nil
    }
    do throws(StrictJSONError) { try StrictJSON.check(frames.body, keys: shape) } catch {
      let code: WireCode = if case .unknownKey = error.reason { .schemaInvalid } else { .malformed }
      reject(code, "\(error)", pointers: [error.pointer], header, frames)
      return nil
    }
    guard let day = header.effectiveon.flatMap({ try? BusinessDate($0) }) else {
      reject(.schemaInvalid, "the header needs effectiveon, a day such as 2024-03-01", pointers: ["/effectiveon"], header, frames)
      return nil
    }
    return WaitingCommand(
      header: header,
      request: CommandRequest(
        type: header.type, id: header.id, source: header.source, subject: header.subject ?? "", effectiveOn: day,
        expectedVersion: header.expectedversion.map(Int64.init), body: frames.body, principal: principal,
        language: Language(header)),
      routingID: frames.routingID)
  }

  private func query(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    guard let known = engine.registry.queries[header.type], let shape = shapes.tree(of: header.type) else {
      if header.type == engine.healthType {
        return send(replies.ok(header, to: frames.routingID, body: health()))
      }
      return reject(.unknownType, "no such query or version here", header, frames)
    }
    guard !known.handler.query.askers.isDisjoint(with: principal.roles) else {
      return reject(.notAuthorised, "this query is not for the key's roles", header, frames)
    }
    do throws(StrictJSONError) { try StrictJSON.check(frames.body, keys: shape) } catch {
      return reject(.malformed, "\(error)", pointers: [error.pointer], header, frames)
    }
    let (replies, reader, laws, shared) = (replies, journal.reader(), laws, shared)
    let accepted = shared.work {
      shared.outbox(
        QueryDesk.answer(
          header, frames, known.decode, known.handler, reader, principal, laws, replies))
    }
    if !accepted { reject(.busy, "too many queries are being answered", header, frames) }
  }

  private func document(_ header: RequestHeader, _ frames: InboundFrames) {
    let (replies, documents, shared) = (replies, documents, shared)
    let accepted = shared.work {
      switch documents.answer(header, frames.body) {
      case .progress(let body): shared.outbox(replies.ok(header, to: frames.routingID, body: body))
      case .rejected(let code, let detail):
        shared.outbox(
          replies.error(code, detail, id: header.id, rid: header.rid, to: frames.routingID, language: Language(header)))
      }
    }
    if !accepted { reject(.busy, "too many documents are being taken", header, frames) }
  }

  // MARK: Deciding

  private func decide(_ commands: [WaitingCommand]) throws {
    let trusted = try commands.filter { command in
      guard crash.isPoison(command.name), try !isAnswered(command) else { return true }
      send(
        replies.error(
          .internal, "this command ended the service twice and is not tried again", id: command.header.id,
          rid: command.header.rid, to: command.routingID))
      return false
    }
    guard !trusted.isEmpty else { return }
    guard !crash.isCautious else {
      for command in trusted { try decideAlone(command) }
      return
    }
    try decideBatch(trusted)
  }

  private func decideBatch(_ commands: [WaitingCommand]) throws {
    let answers: [CommandAnswer]
    do {
      answers = try journal.holdingReads { try commands.map(judged) }
      try engine.commit()
    } catch let fault as StoreError {
      return try failed(commands, fault)
    }
    for feed in engine.takeAcceptedFeeds() {
      let position = try journal.cursor(feed: feed.rawValue)
      followers.first { $0.feed == feed }?.resume(from: position, now: LoopShared.now())
    }
    for (command, answer) in zip(commands, answers) { reply(to: command, answer) }
  }

  /// - Throws: `StoreError`, which is about the batch; any other fault is this command's alone.
  private func judged(_ command: WaitingCommand) throws -> CommandAnswer {
    do { return try engine.decide(command.request) } catch let fault as StoreError { throw fault } catch {
      logger.error("a command failed inside", metadata: ["type": "\(command.header.type)", "fault": "\(type(of: error))"])
      return .rejected(.internal, detail: "the command could not be decided", pointers: [])
    }
  }

  private func isAnswered(_ command: WaitingCommand) throws -> Bool {
    try journal.repeatRecord(source: command.request.source, id: command.request.id) != nil
  }

  /// After an unclean end: what is decided is noted first, so that a command that ends the process is known next time.
  private func decideAlone(_ command: WaitingCommand) throws {
    // What was decided before is only looked up; it may well have been noted when the service was killed from outside.
    guard try !isAnswered(command) else { return try decideBatch([command]) }
    crash.note(command.name)
    try decideBatch([command])
    crash.survived(command.name)
  }

  private func reply(to command: WaitingCommand, _ answer: CommandAnswer) {
    switch answer {
    case .accepted(let reply, let first, let last, let isRepeat):
      let shown = (try? engine.disclosed(command.request)) ?? nil
      send(
        replies.ok(
          command.header, to: command.routingID, body: shown ?? reply, first: first, last: last,
          isRepeat: isRepeat ? true : nil))
    case .refused(let problem, let isRepeat):
      send(replies.refused(command.header, to: command.routingID, problem: problem, isRepeat: isRepeat))
    case .rejected(let code, let detail, let pointers):
      shared.count(code)
      send(
        replies.error(
          code, detail, pointers: pointers, id: command.header.id, rid: command.header.rid, to: command.routingID,
          language: command.request.language))
    }
  }

  /// A full disk is answered and outlived; any other failure of the store ends the process without an answer.
  private func failed(_ commands: [WaitingCommand], _ fault: StoreError) throws {
    guard fault == .full || fault == .busy else { throw fault }
    logger.error("the store took nothing", metadata: ["code": "\(fault.code)"])
    engine.abandon()
    let code: WireCode = fault == .full ? .storeFull : .busy
    for command in commands {
      send(
        replies.error(
          code, fault.description, id: command.header.id, rid: command.header.rid, to: command.routingID,
          language: command.request.language, retryAfter: 1000))
    }
  }

  // MARK: Hearing

  private func hear() throws {
    for follower in followers {
      for page in try follower.receive(now: LoopShared.now()) {
        do {
          for event in page.events {
            try engine.hear(
              HeardEvent(feed: follower.feed, epoch: page.epoch, sequence: Int64(event.sequence), bytes: event.bytes))
          }
          let isNews = engine.hasPending
          engine.moveCursor(
            feed: follower.feed, epoch: page.epoch, sequence: Int64(page.end.sequence), hash: Data(page.end.hash.bytes))
          follower.advance(to: page.end)
          if isNews { try engine.commit() } else { cursorsMoved = true }
        } catch let fault as StoreError where fault == .full || fault == .busy {
          logger.error("the store took nothing", metadata: ["code": "\(fault.code)"])
          engine.abandon()
          for follower in followers {
            follower.rewind(to: try journal.cursor(feed: follower.feed.rawValue), now: LoopShared.now())
          }
        }
      }
    }
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

  // MARK: The own feed

  private func feedRead(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    let request: FeedRequest
    do { request = try FeedRequest(body: frames.body) } catch {
      return reject(.schemaInvalid, "\(error)", header, frames)
    }
    guard request.feed == journal.feed else {
      return reject(.schemaInvalid, "this service serves the feed \(journal.feed)", pointers: ["/feed"], header, frames)
    }
    if request.epoch == journal.epoch, Int64(request.after) > engine.headSequence, principal.roles.contains(.service) {
      needsRepair = true
      logger.critical("a peer has seen a later end of this journal", metadata: ["peer": "\(request.consumer.prefix(40))"])
    }
    let key = "\(frames.clientKey) \(request.consumer)"
    if let index = waitingReads.firstIndex(where: { $0.key == key }) {
      let old = waitingReads.remove(at: index)
      send(replies.error(.replaced, "a newer read of the same consumer", id: old.header.id, rid: old.header.rid, to: old.routingID))
    }
    let read = WaitingRead(
      header: header, request: request, principal: principal, key: key, routingID: frames.routingID,
      deadline: LoopShared.now() + UInt64(request.waitms) * 1_000_000)
    if Int64(request.after) < engine.headSequence || request.waitms == 0 || request.epoch.map({ $0 != journal.epoch }) ?? false
      || Int64(request.after) > engine.headSequence
    {
      return serve(read)
    }
    let ofKey = waitingReads.filter { $0.key.hasPrefix(frames.clientKey) }.count
    guard waitingReads.count < 1024, ofKey < 64 else {
      return reject(.busy, "too many reads are waiting", header, frames)
    }
    waitingReads.append(read)
  }

  private func serveWaitingReads() {
    guard !waitingReads.isEmpty else { return }
    let now = LoopShared.now()
    let due = waitingReads.filter { Int64($0.request.after) < engine.headSequence || $0.deadline <= now }
    guard !due.isEmpty else { return }
    waitingReads.removeAll { Int64($0.request.after) < engine.headSequence || $0.deadline <= now }
    for read in due { serve(read) }
  }

  private func serve(_ read: WaitingRead) {
    let (replies, server, shared, feed) = (replies, feedServer, shared, journal.feed)
    let accepted = shared.work {
      guard let page = try? server.page(read.request, for: read.principal) else {
        return shared.outbox(
          replies.error(.internal, "the page could not be read", id: read.header.id, rid: read.header.rid, to: read.routingID))
      }
      switch page {
      case .refused(let code):
        shared.outbox(
          replies.error(code, "the cursor does not fit this feed", id: read.header.id, rid: read.header.rid, to: read.routingID))
      case .lines(let body, let epoch, let origin, let first, let last, let head):
        let header = ReplyHeader(
          inreplyto: read.header.id, rid: read.header.rid, status: .ok, feed: feed, epoch: epoch,
          firstseq: last >= first ? Int(first) : nil, lastseq: last >= first ? Int(last) : nil, head: Int(head.sequence),
          headhash: head.hash.hexDigits, origin: origin)
        shared.outbox(OutgoingReply(routingID: read.routingID, kind: .reply, header: header.wire(), body: body))
      }
    }
    if !accepted {
      send(replies.error(.busy, "too many reads at once", id: read.header.id, rid: read.header.rid, to: read.routingID, retryAfter: 200))
    }
  }

  // MARK: Health

  private func health() -> Data {
    let parked = (try? journal.parked(subject: nil, limit: 10_000)) ?? []
    let health = Health(
      service: engine.definition.service, version: Version.current, epoch: journal.epoch, head: engine.headSequence,
      startedAt: shared.startedAt,
      feeds: followers.map {
        Health.FeedPosition(
          feed: $0.feed, epoch: $0.epoch, sequence: $0.sequence, head: $0.head, heardAt: $0.heardAt,
          stopped: $0.stopped?.rawValue)
      },
      parkedProjects: Set(parked.map(\.subject)).count, diskFree: shared.diskFree(), diskSize: shared.diskSize(),
      storeSize: shared.storeSize(), acceptingCommands: !needsRepair && !shared.isStopping,
      epochs: Hello.epochs(of: journal))
    return (try? JSONEncoder().encode(health)) ?? Data("{}".utf8)
  }

}
