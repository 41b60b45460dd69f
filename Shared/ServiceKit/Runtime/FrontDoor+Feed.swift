import DomainModel
import FileStore
import Foundation
import Logging
import Messaging

/// The own feed: reads are answered from snapshots on other threads; those that ask for news wait here.
extension FrontDoor {
  func feedRead(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    let request: FeedRequest
    do { request = try FeedRequest(body: frames.body) } catch {
      return reject(.schemaInvalid, "\(error)", header, frames)
    }
    guard request.feed == equipment.feed else {
      return reject(.schemaInvalid, "this service serves the feed \(equipment.feed)", pointers: ["/feed"], header, frames)
    }
    let head = head(atLeast: Int64(request.after))
    if request.epoch == equipment.epoch, Int64(request.after) > head, principal.roles.contains(.service) {
      needsRepair = true
      equipment.logger.critical("a peer has seen a later end of this journal", metadata: ["peer": "\(request.consumer.prefix(40))"])
    }
    let key = "\(frames.clientKey) \(request.consumer)"
    if let index = waitingReads.firstIndex(where: { $0.key == key }) {
      let old = waitingReads.remove(at: index)
      send(replies.error(.replaced, "a newer read of the same consumer", id: old.header.id, rid: old.header.rid, to: old.routingID))
    }
    let read = WaitingRead(
      header: header, request: request, principal: principal, key: key, routingID: frames.routingID,
      deadline: LoopShared.now() + UInt64(request.waitms) * 1_000_000)
    if Int64(request.after) != head || request.waitms == 0 || request.epoch.map({ $0 != equipment.epoch }) ?? false
    {
      return serve(read)
    }
    let ofKey = waitingReads.filter { $0.key.hasPrefix(frames.clientKey) }.count
    guard waitingReads.count < 1024, ofKey < 64 else {
      return reject(.busy, "too many reads are waiting", header, frames)
    }
    waitingReads.append(read)
  }

  /// The last number committed. A peer may have been shown an event whose commit the loop has not told of yet; who is
  /// ahead of what was told is held against the store itself.
  private func head(atLeast sequence: Int64) -> Int64 {
    let told = shared.head
    guard sequence > told else { return told }
    return (try? equipment.reader.read { try $0.head.sequence }) ?? told
  }

  func serveWaitingReads() {
    guard !waitingReads.isEmpty else { return }
    let now = LoopShared.now()
    let due = waitingReads.filter { Int64($0.request.after) < shared.head || $0.deadline <= now }
    guard !due.isEmpty else { return }
    waitingReads.removeAll { Int64($0.request.after) < shared.head || $0.deadline <= now }
    for read in due { serve(read) }
  }

  private func serve(_ read: WaitingRead) {
    let (replies, server, shared) = (replies, feedServer, shared)
    let accepted = shared.work {
      shared.outbox(replies.page(try? server.page(read.request, for: read.principal), read.header, to: read.routingID))
    }
    if !accepted {
      send(replies.error(.busy, "too many reads at once", id: read.header.id, rid: read.header.rid, to: read.routingID, retryAfter: 200))
    }
  }
}
