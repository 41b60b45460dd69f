import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// What the loop knows of itself.
extension ServiceLoop {
  func health() -> Data {
    let parked = (try? journal.parked(subject: nil, limit: 10_000)) ?? []
    let health = Health(
      service: engine.definition.service, version: Version.current, epoch: journal.epoch, head: engine.headSequence,
      startedAt: shared.startedAt,
      feeds: followers.map {
        Health.FeedPosition(
          feed: $0.feed, sequence: $0.sequence, head: $0.head, heardAt: $0.heardAt, stopped: $0.stopped?.rawValue)
      },
      parkedProjects: Set(parked.map(\.subject)).count, diskFree: shared.diskFree(), diskSize: shared.diskSize(),
      storeSize: shared.storeSize(), acceptingCommands: !needsRepair && !shared.isStopping)
    return (try? JSONEncoder().encode(health)) ?? Data("{}".utf8)
  }
}
