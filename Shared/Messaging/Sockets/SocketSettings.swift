/// The socket options that a deployment or a test may change; all others are fixed.
public struct SocketSettings: Sendable {
  /// How many messages wait per peer and direction before a send fails: 64, or 1,000 where the load asks for it.
  public var highWater: Int
  /// How long a handshake may take. With libzmq's 30 s, a hundred idle connections shut a legitimate peer out.
  public var handshake: Duration
  /// The first wait before a client connects again; it doubles up to `reconnectMaximum`.
  public var reconnect: Duration
  /// The longest wait before a client connects again.
  public var reconnectMaximum: Duration

  public init(
    highWater: Int = 64, handshake: Duration = .seconds(5), reconnect: Duration = .milliseconds(200),
    reconnectMaximum: Duration = .seconds(10)
  ) {
    self.highWater = highWater
    self.handshake = handshake
    self.reconnect = reconnect
    self.reconnectMaximum = reconnectMaximum
  }
}
