import Contracts
import DomainModel
import FileStore
import Foundation
import Logging
import Messaging
import Policy

/// The thread that has the service's socket: it receives, checks and decodes, hands commands to the loop, reads of the own
/// feed, queries and documents to workers, and sends what all of them answer. So a second core works on the next batch
/// while the loop decides and writes this one.
final class FrontDoor {
  /// What it works with, all of it safe to share.
  struct Equipment: Sendable {
    let context: MessagingContext
    let endpoint: String
    let keys: CurveKeyPair
    let service: ServiceName
    let feed: String
    let epoch: String
    let epochs: [Health.Epoch]
    let registry: MessageRegistry
    let healthType: String
    let shapes: MessageShapes
    let reader: any JournalReader
    let vaultKey: VaultKey
    let documents: DocumentDesk
    let laws: any LawBook
    let batchLimit: Int
    let logger: Logger
    let shared: LoopShared
  }

  /// A feed read that waits for news.
  struct WaitingRead {
    let header: RequestHeader
    let request: FeedRequest
    let principal: Principal
    let key: String
    let routingID: Data
    let deadline: UInt64
  }

  let equipment: Equipment
  let shared: LoopShared
  let replies: Replies
  let feedServer: FeedServer
  let decoder = CompactDecoder()
  /// Where the socket is bound, with the port that the system chose.
  let endpoint: String
  private let socket: ServerSocket
  var waitingReads: [WaitingRead] = []
  var needsRepair = false
  private let poller = Poller()
  /// Waits for answers alone, while the loop has as much before it as may wait.
  private let answersPoller = Poller()

  init(_ equipment: Equipment) throws {
    self.equipment = equipment
    shared = equipment.shared
    replies = Replies(feed: equipment.feed, epoch: equipment.epoch)
    feedServer = FeedServer(feed: equipment.service, reader: equipment.reader)
    socket = try ServerSocket(
      context: equipment.context, endpoint: equipment.endpoint, keys: equipment.keys, zapDomain: "jiugai")
    endpoint = socket.lastEndpoint
    _ = poller.add(socket)
    _ = poller.add(shared.doorWakeUp)
    _ = answersPoller.add(shared.doorWakeUp)
  }

  /// Runs until the service is asked to stop; what was taken until then is answered before it returns.
  func run() throws {
    defer { socket.close() }
    while !shared.isStopping {
      _ = try (hasRoom ? poller : answersPoller).wait(milliseconds: patience())
      shared.doorWakeUp.drain()
      try turn()
    }
    try turn()
    shared.closeDoor()
    while !shared.loopHasEnded {
      _ = try answersPoller.wait(milliseconds: 1000)
      shared.doorWakeUp.drain()
      sendAnswers()
    }
    sendAnswers()
    try hearOut()
  }

  /// Takes what still comes, leaves it unanswered, and returns once nobody sends, after half a second at the latest.
  ///
  /// A connection that is closed while something unread lies on it throws away what was written to it and not yet fetched:
  /// the last answers. Whoever sent what is dropped here asks again, with the same id.
  private func hearOut() throws {
    let quiet = 30
    let end = LoopShared.now() + 500_000_000
    while LoopShared.now() < end, !(try poller.wait(milliseconds: quiet)).isEmpty {
      shared.doorWakeUp.drain()
      while LoopShared.now() < end, try socket.receive() != nil {}
    }
  }

  /// Whether the loop may be given more: two batches, one to work on and one that waits.
  private var hasRoom: Bool { shared.waitingCommands < 2 * equipment.batchLimit }

  private func turn() throws {
    sendAnswers()
    var commands: [WaitingCommand] = []
    var room = hasRoom ? equipment.batchLimit : 0
    while room > 0, let message = try socket.receive() {
      if let command = take(message) { commands.append(command) }
      room -= 1
    }
    shared.handOver(commands)
    serveWaitingReads()
  }

  private func sendAnswers() {
    for answers in shared.outbox.takeAll() {
      for reply in answers { send(reply) }
    }
  }

  private func patience() -> Int {
    let now = LoopShared.now()
    var until = now + 1_000_000_000
    for read in waitingReads { until = min(until, read.deadline) }
    return until <= now ? 0 : Int((until - now) / 1_000_000) + 1
  }

  func send(_ reply: OutgoingReply) {
    // What cannot be sent is dropped: the sender asks again and gets the stored answer.
    _ = socket.send(to: reply.routingID, kind: reply.kind, header: reply.header, body: reply.body)
  }
}
