/// How far a reader has come in a feed. The hash makes every reader a witness: a source that shows another past is found.
public struct FeedCursor: Sendable, Hashable {
  /// The epoch of the source; a restore begins a new one.
  public var epoch: String
  /// The sequence of the last event read or skipped, 0 before the first.
  public var sequence: Int
  /// The chain's hash there.
  public var hash: ChainHash

  public init(epoch: String, sequence: Int, hash: ChainHash) {
    self.epoch = epoch
    self.sequence = sequence
    self.hash = hash
  }

  /// Before the first event.
  public static func start(feed: String, epoch: String) -> FeedCursor {
    FeedCursor(epoch: epoch, sequence: 0, hash: .start(feed: feed, epoch: epoch))
  }
}
