import Contracts
import DomainModel

/// One thing for the operator to see to.
public enum Trouble: Hashable, Sendable {
  case down(ServiceName, Silence)
  /// Verification found the store to be other than it was.
  case storeFaulty(ServiceName, findings: Int)
  case notAccepting(ServiceName)
  /// Bytes free; the size where the service tells it.
  case diskLow(ServiceName, free: Int64, size: Int64?)
  /// The file of principals as it now stands was not taken up; why, with its place.
  case principalsFaulty(ServiceName, String)
  /// `code` is a wire code such as `EPOCH_CHANGED`.
  case feedStopped(ServiceName, feed: ServiceName, code: String)
  /// The reader expects another key of the feed's service than that has.
  case peerKey(ServiceName, feed: ServiceName)
  /// The installed editions are not those of the other services; the first that differs.
  case packsDiffer(ServiceName, edition: String)
  case parked(ServiceName, projects: Int, first: Parked.Waiting?)
  case keyExpired(ServiceName, [Health.ExpiringKey])
  /// One key tried again and again what it may not do.
  case unauthorised(ServiceName, Health.Knocking, minutes: Int)
  /// The service's clock is so many seconds ahead of this machine's; negative when it is behind.
  case clockOff(ServiceName, seconds: Int64)
  /// More than one version behind the newest of the others.
  case versionsApart(ServiceName, version: String, newest: String)
  /// The feed's service is up but was not heard for so many seconds; nil for never.
  case feedSilent(ServiceName, feed: ServiceName, seconds: Int64?)
  case behind(ServiceName, feed: ServiceName, events: Int64)
  case keyExpiring(ServiceName, [Health.ExpiringKey])

  /// Every kind of trouble, stable, for programs; each has a page in `Shared/Documentation/Runbooks`. What is seen to first
  /// stands first: what stops offices from working, then what soon will, then what only waits.
  public enum Code: String, CaseIterable, Sendable {
    case down
    case storeFaulty = "store-faulty"
    case notAccepting = "not-accepting"
    case diskLow = "disk-low"
    case principalsFaulty = "principals-faulty"
    case feedStopped = "feed-stopped"
    case peerKey = "peer-key"
    case packsDiffer = "packs-differ"
    case parked
    case keyExpired = "key-expired"
    case unauthorised
    case clockOff = "clock-off"
    case versionsApart = "versions-apart"
    case feedSilent = "feed-silent"
    case behind
    case keyExpiring = "key-expiring"

    /// The page that tells what to do.
    public var runbook: String { "Runbooks/\(rawValue).md" }
  }

  public var kind: Code {
    switch self {
    case .down: .down
    case .storeFaulty: .storeFaulty
    case .notAccepting: .notAccepting
    case .diskLow: .diskLow
    case .principalsFaulty: .principalsFaulty
    case .feedStopped: .feedStopped
    case .peerKey: .peerKey
    case .packsDiffer: .packsDiffer
    case .parked: .parked
    case .keyExpired: .keyExpired
    case .unauthorised: .unauthorised
    case .clockOff: .clockOff
    case .versionsApart: .versionsApart
    case .feedSilent: .feedSilent
    case .behind: .behind
    case .keyExpiring: .keyExpiring
    }
  }

  /// Stable, for programs.
  public var code: String { kind.rawValue }

  public var service: ServiceName {
    switch self {
    case .down(let service, _), .storeFaulty(let service, _), .notAccepting(let service), .diskLow(let service, _, _),
      .principalsFaulty(let service, _), .feedStopped(let service, _, _), .peerKey(let service, _),
      .packsDiffer(let service, _), .parked(let service, _, _), .keyExpired(let service, _),
      .unauthorised(let service, _, _), .clockOff(let service, _), .versionsApart(let service, _, _),
      .feedSilent(let service, _, _), .behind(let service, _, _), .keyExpiring(let service, _):
      service
    }
  }

  public var feed: ServiceName? {
    switch self {
    case .feedStopped(_, let feed, _), .peerKey(_, let feed), .feedSilent(_, let feed, _), .behind(_, let feed, _): feed
    case .parked(_, _, let first): first?.feed
    default: nil
    }
  }

  /// What is seen to first has the lowest.
  var rank: Int { Code.allCases.firstIndex(of: kind) ?? Code.allCases.count }
}
