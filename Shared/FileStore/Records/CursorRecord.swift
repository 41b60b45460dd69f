import Foundation

/// How far this service has listened to another's feed. The hash makes it a witness of that feed's past.
public struct CursorRecord: Sendable, Equatable {
  /// The feed listened to.
  public let feed: String
  /// The epoch of that feed.
  public let epoch: String
  /// The last event heard.
  public let sequence: Int64
  /// The feed's chain hash at that event.
  public let hash: Data

  /// A position in `feed`.
  public init(feed: String, epoch: String, sequence: Int64, hash: Data) {
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
    self.hash = hash
  }
}

/// A foreign event and the reaction that recorded it. Unique, so that each is recorded once.
public struct ReactionKey: Hashable, Sendable {
  /// The feed the event came from.
  public let feed: String
  /// The epoch of that feed.
  public let epoch: String
  /// The event's number there.
  public let sequence: Int64
  /// The reaction's name.
  public let reaction: String

  /// The key of one reaction to one event.
  public init(feed: String, epoch: String, sequence: Int64, reaction: String) {
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
    self.reaction = reaction
  }
}
