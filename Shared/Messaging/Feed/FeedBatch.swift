/// A verified page, and where the reader stands after it.
public struct FeedBatch: Sendable {
  public let page: FeedPage
  /// Store it in the same transaction as what was made of the page; reading goes on from it.
  public let cursor: FeedCursor
  /// The last sequence of the feed when the page was made.
  public let head: Int?
}
