import Synchronization

/// Who may connect; replaced as a whole while the service runs.
public final class KeyTable: Sendable {
  private struct Keys: Sendable {
    var known: Set<String> = []
    var revoked: Set<String> = []
  }

  /// Held for a look-up or an assignment only, so that handshakes never wait for a reload.
  private let keys = Mutex(Keys())

  /// Nobody is known.
  public init() {}

  /// Puts a new table in the place of the old one. A key in both sets is revoked.
  ///
  /// Only handshakes ask the table: who is connected already stays so. A service therefore looks a revoked key up for
  /// every message too.
  public func replace(known: Set<String>, revoked: Set<String>) {
    let new = Keys(known: known, revoked: revoked)
    // The old sets are freed outside the lock.
    let old = keys.withLock { current in
      let old = current
      current = new
      return old
    }
    _ = old
  }

  /// What to say to a client with this public key (Z85).
  public func verdict(for key: String) -> KeyVerdict {
    keys.withLock { $0.revoked.contains(key) ? .revoked : $0.known.contains(key) ? .known : .unknown }
  }
}
