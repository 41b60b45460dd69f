import Contracts
import DomainModel

/// One thing for the operator to see to.
public enum Trouble: Hashable, Sendable {
  case down(ServiceName, Silence)
  case notAccepting(ServiceName)
  /// Bytes free; the size where the service tells it.
  case diskLow(ServiceName, free: Int64, size: Int64?)
  /// `code` is a wire code such as `EPOCH_CHANGED`.
  case feedStopped(ServiceName, feed: ServiceName, code: String)
  case parked(ServiceName, projects: Int, first: Parked.Waiting?)
  /// The feed's service is up but was not heard for so many seconds; nil for never.
  case feedSilent(ServiceName, feed: ServiceName, seconds: Int64?)
  case behind(ServiceName, feed: ServiceName, events: Int64)

  /// Stable, for programs.
  public var code: String {
    switch self {
    case .down: "down"
    case .notAccepting: "not-accepting"
    case .diskLow: "disk-low"
    case .feedStopped: "feed-stopped"
    case .parked: "parked"
    case .feedSilent: "feed-silent"
    case .behind: "behind"
    }
  }

  public var service: ServiceName {
    switch self {
    case .down(let service, _), .notAccepting(let service), .diskLow(let service, _, _),
      .feedStopped(let service, _, _), .parked(let service, _, _), .feedSilent(let service, _, _),
      .behind(let service, _, _):
      service
    }
  }

  public var feed: ServiceName? {
    switch self {
    case .feedStopped(_, let feed, _), .feedSilent(_, let feed, _), .behind(_, let feed, _): feed
    case .parked(_, _, let first): first?.feed
    case .down, .notAccepting, .diskLow: nil
    }
  }

  /// What is seen to first has the lowest: what stops offices from working, then what soon will, then what only waits.
  var rank: Int {
    switch self {
    case .down: 0
    case .notAccepting: 1
    case .diskLow: 2
    case .feedStopped: 3
    case .parked: 4
    case .feedSilent: 5
    case .behind: 6
    }
  }
}
