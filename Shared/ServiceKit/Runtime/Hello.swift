import Contracts
import DomainModel
import FileStore
import Foundation

/// What a service answers to whoever says hello: what it is, and of which past.
struct Hello: Encodable {
  let service: String
  let version: String
  let epoch: String
  let head: Int64
  let epochs: [Health.Epoch]

  init(feed: String, epoch: String, epochs: [Health.Epoch], head: Int64) {
    service = feed
    version = Version.current
    self.epoch = epoch
    self.head = head
    self.epochs = epochs
  }

  var body: Data { (try? JSONEncoder().encode(self)) ?? Data("{}".utf8) }

  /// Every epoch of a journal: what a reader of a restored feed, or its operator, goes by.
  static func epochs(of journal: any Journal) -> [Health.Epoch] {
    ((try? journal.epochs()) ?? []).map {
      Health.Epoch(epoch: $0.epoch, after: $0.after, hash: $0.hash.hexDigits, startedAt: $0.startedAt)
    }
  }
}
