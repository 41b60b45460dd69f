import DomainModel
import FileStore
import Foundation
import Logging
import Messaging

/// What other services say.
extension ServiceLoop {
  func hear() throws {
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
}
