import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// What the service tells of itself.
extension FrontDoor {
  func health(_ header: RequestHeader, _ frames: InboundFrames) {
    let (replies, shared, equipment) = (replies, shared, equipment)
    let acceptsCommands = !needsRepair && !shared.isStopping
    let accepted = shared.work {
      let parked = (try? equipment.reader.read { try $0.parked(subject: nil, limit: 10_000) }) ?? []
      let health = Health(
        service: equipment.service, version: Version.current, epoch: equipment.epoch, head: shared.head,
        startedAt: shared.startedAt, feeds: shared.positions.value, parkedProjects: Set(parked.map(\.subject)).count,
        diskFree: shared.diskFree(), diskSize: shared.diskSize(), storeSize: shared.storeSize(),
        acceptingCommands: acceptsCommands)
      let body = (try? JSONEncoder().encode(health)) ?? Data("{}".utf8)
      shared.outbox(replies.ok(header, to: frames.routingID, body: body))
    }
    if !accepted { reject(.busy, "too many queries are being answered", header, frames) }
  }
}
