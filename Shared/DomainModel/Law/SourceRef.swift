/// The event that a value rests on: whose feed, which epoch of it, which number.
public struct SourceRef: Codable, Hashable, Sendable {
  public let feed: ServiceName
  /// The epoch of the feed, eight hexadecimal digits, so that a restored feed's numbers are not confused.
  public let epoch: Identifier<SlugKind>
  public let sequence: Int64

  public init(feed: ServiceName, epoch: Identifier<SlugKind>, sequence: Int64) {
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
  }
}
