import CZeroMQ
import Foundation

/// Draws conclusions from the events of a client's socket monitor.
///
/// libzmq reports a wrong server key, a missing ZAP handler and an unknown client key by the same event, "handshake
/// failed". A server that cannot read the client's first message hangs up at once. One that answers 300 usually leaves the
/// connection open until the handshake's time is up, but hangs up at once too if its ZAP handler was quicker than its own
/// thread. So a handshake that ran out proves that the server's key is right; one that was broken off proves nothing.
struct ConnectionWatch {
  private(set) var state = ConnectionState.connecting
  /// How often a socket that had been connected was connected again.
  private(set) var reconnections = 0
  private let handshake: UInt64
  private var connectedAt: UInt64 = 0
  private var hasBeenConnected = false
  private var isServerKeyRight = false

  init(handshake: Duration) {
    self.handshake = handshake.nanoseconds
  }

  /// A new socket: what was concluded stands until it shows otherwise.
  mutating func reopened() {
    connectedAt = 0
    hasBeenConnected = false
    if state == .connected { state = .connecting }
  }

  /// Takes one event in; `now` in monotonic nanoseconds.
  mutating func note(_ event: SocketMonitor.Event, at now: UInt64) {
    switch Int32(event.type) {
    case ZMQ_EVENT_CONNECTED:
      connectedAt = now
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
      if hasBeenConnected { reconnections += 1 }
      hasBeenConnected = true
      isServerKeyRight = true
      state = .connected
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
      isServerKeyRight = true
      state = .keyRevoked
    case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
      // EAGAIN: it was not the server that hung up, our own time was over.
      if event.value == UInt32(EAGAIN) || now - connectedAt >= handshake / 2 { isServerKeyRight = true }
      state = isServerKeyRight ? .keyNotKnown : .serverKeyMismatch
    case ZMQ_EVENT_DISCONNECTED:
      if state == .connected { state = .unreachable }
    case ZMQ_EVENT_CONNECT_RETRIED:
      // Also reported after a failed handshake, which is the better thing to know.
      if connectedAt == 0 || state == .connecting { state = .unreachable }
    default:
      break
    }
  }
}
