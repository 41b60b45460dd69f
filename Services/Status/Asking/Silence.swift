import Messaging

/// Why nothing is known of a service.
public enum Silence: Hashable, Sendable {
  /// No answer came in time; how the connection stood then.
  case noAnswer(ConnectionState)
  /// It answered, but not with what was asked: its code, such as `NOT_AUTHORISED`.
  case answered(String)
  /// The connection file does not name it.
  case notConfigured
  /// What the connection file says of it cannot be used; why, in one sentence.
  case unusable(String)

  /// Stable, for programs: `unreachable`, `key-not-known`, `connected` (it is there but did not answer in time) …
  public var code: String {
    switch self {
    case .noAnswer(.connecting): "connecting"
    case .noAnswer(.connected): "connected"
    case .noAnswer(.unreachable): "unreachable"
    case .noAnswer(.serverKeyMismatch): "server-key-mismatch"
    case .noAnswer(.keyNotKnown): "key-not-known"
    case .noAnswer(.keyRevoked): "key-revoked"
    case .answered(let code): code
    case .notConfigured: "not-configured"
    case .unusable: "unusable"
    }
  }
}
