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
  ///
  /// - Parameters:
  ///   - epoch: the one that the feed is in.
  ///   - origin: its first one, of which the chain begins, when the feed was restored since.
  public static func start(feed: String, epoch: String, origin: String? = nil) -> FeedCursor {
    FeedCursor(epoch: epoch, sequence: 0, hash: .start(feed: feed, epoch: origin ?? epoch))
  }
}
