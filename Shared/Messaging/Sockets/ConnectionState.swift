/// How a client's connection stands, as far as the client can tell. Servers say nothing to strangers, so all but the
/// first three are conclusions, worth telling an operator, not worth deciding on.
public enum ConnectionState: String, Sendable, CaseIterable {
  /// Nothing is known yet.
  case connecting
  /// The handshake was completed.
  case connected
  /// Nobody accepts connections there, or the connection was lost.
  case unreachable
  /// The server broke the handshake off at once, every time so far: most likely its public key is not the one expected.
  /// (A server without a ZAP handler does the same, and one that does not know the client's key does it now and then.)
  case serverKeyMismatch
  /// The server let the handshake run out: this client's key is not known there yet. It joins by itself once it is.
  case keyNotKnown
  /// The server said that this client's key is revoked.
  case keyRevoked

  /// What to tell an operator, in one sentence.
  public var explanation: String {
    switch self {
    case .connecting: "No connection has come about yet."
    case .connected: "The server is connected but did not answer in time."
    case .unreachable: "Nobody accepts connections at the server's address. Check that the service runs, and the address."
    case .serverKeyMismatch: "The server breaks off the handshake. Most likely its public key is not the one configured here: compare it with the server's .key file. If they are the same, ask its operator whether this client's key is known."
    case .keyNotKnown: "The server does not know this client's key yet. Ask its operator to add it."
    case .keyRevoked: "The server has revoked this client's key. Ask its operator for a new one."
    }
  }
}
