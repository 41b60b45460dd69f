import DomainModel

/// The state of a service. What was added since the first version is optional: services that do not tell yet leave it out.
public struct Health: Codable, Hashable, Sendable {
  public let service: ServiceName
  public let version: String
  public let epoch: String
  /// The number of the last event.
  public let head: Int64
  public let startedAt: Instant
  public let feeds: [FeedPosition]
  public let parkedProjects: Int
  /// Bytes free on the disk of the store.
  public let diskFree: Int64
  /// Bytes that the disk holds in all; nil where the service cannot tell, and from services that do not tell yet.
  public let diskSize: Int64?
  /// Bytes that the store takes.
  public let storeSize: Int64
  public let acceptingCommands: Bool
  /// Every epoch of the journal, oldest first; nil from services that do not tell yet.
  public let epochs: [Epoch]?
  /// The service's own clock when it answered.
  public var now: Instant?
  /// The time zone of its machine, `Asia/Shanghai`; the rules do not depend on it, people who read logs do.
  public var timeZone: String?
  /// The key by which the service is known.
  public var key: KeyFingerprint?
  /// Every edition of the rules that is installed there.
  public var packs: [PackEdition]?
  /// Who may connect. Told to operators, auditors and services only, as are the attempts.
  public var principals: Principals?
  /// Who tried what they may not.
  public var attempts: Attempts?

  /// A span of the journal between two restores.
  public struct Epoch: Codable, Hashable, Sendable {
    public let epoch: String
    /// The last event before it, as the restored journal knew it; 0 for the first.
    public let after: Int64
    /// The chain's hash there, hexadecimal.
    public let hash: String
    /// When it began, RFC 3339.
    public let startedAt: String

    public init(epoch: String, after: Int64, hash: String, startedAt: String) {
      self.epoch = epoch
      self.after = after
      self.hash = hash
      self.startedAt = startedAt
    }
  }

  /// How far the service has read a feed.
  public struct FeedPosition: Codable, Hashable, Sendable {
    public let feed: ServiceName
    /// The epoch that is read; nil before the first page, and from services that do not tell yet.
    public let epoch: String?
    public let sequence: Int64
    /// The feed's head as last heard; nil when it never answered.
    public let head: Int64?
    /// When it last answered; nil when it never did.
    public let heardAt: Instant?
    /// Why reading stopped, a wire code such as EPOCH_CHANGED; nil while it goes on.
    public let stopped: String?
    /// The chain's hash at `sequence` as it was heard, hexadecimal.
    public var hash: String?
    /// The key that the reader expects of the feed's service.
    public var key: KeyFingerprint?

    public init(
      feed: ServiceName, epoch: String? = nil, sequence: Int64, head: Int64?, heardAt: Instant?, stopped: String?,
      hash: String? = nil, key: KeyFingerprint? = nil
    ) {
      self.feed = feed
      self.epoch = epoch
      self.sequence = sequence
      self.head = head
      self.heardAt = heardAt
      self.stopped = stopped
      self.hash = hash
      self.key = key
    }
  }

  public init(
    service: ServiceName, version: String, epoch: String, head: Int64, startedAt: Instant, feeds: [FeedPosition],
    parkedProjects: Int, diskFree: Int64, diskSize: Int64? = nil, storeSize: Int64, acceptingCommands: Bool,
    epochs: [Epoch]? = nil
  ) {
    self.epochs = epochs
    self.service = service
    self.version = version
    self.epoch = epoch
    self.head = head
    self.startedAt = startedAt
    self.feeds = feeds
    self.parkedProjects = parkedProjects
    self.diskFree = diskFree
    self.diskSize = diskSize
    self.storeSize = storeSize
    self.acceptingCommands = acceptingCommands
  }
}
