import DomainModel

/// A new epoch of a feed that was accepted here: what is known of the epoch before it stands only as far as `after`.
struct FeedEpoch: Entity {
  static let kind = "feed-epoch"
  let feed: ServiceName
  let epoch: Identifier<SlugKind>
  /// The epoch that was read before.
  let former: Identifier<SlugKind>
  /// The last of its events that stands.
  let after: Int64

  var key: String { "\(feed)/\(epoch)" }
}
