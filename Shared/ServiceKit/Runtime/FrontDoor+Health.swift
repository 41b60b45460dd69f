import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// What the service tells of itself.
extension FrontDoor {
  /// - Parameter principal: operators, auditors and services are also told who may connect and who tried without leave.
  func health(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    let (replies, shared, equipment) = (replies, shared, equipment)
    let acceptsCommands = !needsRepair && !shared.isStopping
    let isInsider = !principal.roles.isDisjoint(with: [.systemOperator, .audit, .service])
    let accepted = shared.work {
      let parked = (try? equipment.reader.read { try $0.parked(subject: nil, limit: 10_000) }) ?? []
      var health = Health(
        service: equipment.service, version: Version.current, epoch: equipment.epoch, head: shared.head,
        startedAt: shared.startedAt, feeds: shared.positions.value, parkedProjects: Set(parked.map(\.subject)).count,
        diskFree: shared.diskFree(), diskSize: shared.diskSize(), storeSize: shared.storeSize(),
        acceptingCommands: acceptsCommands, epochs: equipment.epochs)
      let now = Instant.now()
      health.now = now
      health.timeZone = TimeZone.current.identifier
      health.key = PrincipalBook.fingerprint(of: equipment.keys.publicKey)
      health.packs = equipment.laws.editions
      if isInsider {
        health.principals = shared.access.principals(on: now.businessDate)
        health.attempts = shared.access.attempts()
      }
      let body = (try? JSONEncoder().encode(health)) ?? Data("{}".utf8)
      shared.outbox(replies.ok(header, to: frames.routingID, body: body))
    }
    if !accepted { reject(.busy, "too many queries are being answered", header, frames) }
  }
}
