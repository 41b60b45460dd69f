import DomainModel

/// Read a feed on in its new epoch, after its service was restored: what was heard beyond the point at which the new
/// epoch began never happened there, and is taken back here.
public struct AcceptFeed<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).accept-feed") }
  public static var senders: Set<Role> { [.systemOperator] }
  public static var example: AcceptFeed {
    AcceptFeed(
      feed: .voting, epoch: "90ab12cd", after: 17, hash: ChainDigest.sample, reason: "表决服务从三月一日的备份恢复")
  }
  public typealias Reply = Accepted

  /// Whose feed.
  public let feed: ServiceName
  /// The epoch that the feed is in now.
  public let epoch: Identifier<SlugKind>
  /// The last event of the old epoch that the restored journal still has, 0 for none: as its service tells it.
  public let after: Int64
  /// The chain's hash there.
  public let hash: ChainDigest
  public let reason: Text<500>

  /// No place: a feed is of the whole service.
  public var subject: String { feed.rawValue }

  public init(
    feed: ServiceName, epoch: Identifier<SlugKind>, after: Int64, hash: ChainDigest,
    reason: Text<500>
  ) {
    self.feed = feed
    self.epoch = epoch
    self.after = after
    self.hash = hash
    self.reason = reason
  }
}

/// The hash of a feed's chain, 64 lower-case hexadecimal digits.
public typealias ChainDigest = Identifier<DocumentKind>

/// A feed is read on in its new epoch.
public struct FeedAccepted<Contract: ServiceContract>: Event {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).feed-accepted") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: FeedAccepted {
    FeedAccepted(
      feed: .voting, formerEpoch: "5f2a90c1", formerSequence: 20, epoch: "90ab12cd", after: 17,
      hash: ChainDigest.sample, reason: "表决服务从三月一日的备份恢复")
  }

  public let feed: ServiceName
  /// The epoch that was read until now, and how far.
  public let formerEpoch: Identifier<SlugKind>
  public let formerSequence: Int64
  public let epoch: Identifier<SlugKind>
  /// The last event of the former epoch that stands.
  public let after: Int64
  /// The chain's hash where reading goes on: at that event, or where this service stood if it had not come so far.
  public let hash: ChainDigest
  public let reason: Text<500>

  public var stream: String { "feed/\(feed.rawValue)" }

  public init(
    feed: ServiceName, formerEpoch: Identifier<SlugKind>, formerSequence: Int64, epoch: Identifier<SlugKind>,
    after: Int64, hash: ChainDigest, reason: Text<500>
  ) {
    self.feed = feed
    self.formerEpoch = formerEpoch
    self.formerSequence = formerSequence
    self.epoch = epoch
    self.after = after
    self.hash = hash
    self.reason = reason
  }
}

/// What this service had heard about a project in an epoch that was given up, beyond the point that stands, is taken
/// back: the project is as if it had not been heard.
public struct HearingWithdrawn<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).hearing-withdrawn") }
  public static var readers: Readers { .own }
  public static var example: HearingWithdrawn {
    HearingWithdrawn(project: "330382-2024-0007", feed: .voting, epoch: "5f2a90c1", after: 17)
  }

  public let project: ProjectID
  public let feed: ServiceName
  /// The epoch that was given up.
  public let epoch: Identifier<SlugKind>
  /// The last of its events that stands.
  public let after: Int64

  public init(project: ProjectID, feed: ServiceName, epoch: Identifier<SlugKind>, after: Int64) {
    self.project = project
    self.feed = feed
    self.epoch = epoch
    self.after = after
  }
}
