import CZeroMQ
import Foundation

/// Draws conclusions from the events of a client's socket monitor.
///
/// libzmq reports a wrong server key, a missing ZAP handler and an unknown client key by the same event, "handshake
/// failed". They differ in who ends it and when: a server that cannot read the client's first message hangs up at once, a
/// server that answers 300 leaves the connection open until the handshake's time is up, on one side or the other.
struct ConnectionWatch {
  private(set) var state = ConnectionState.connecting
  private(set) var disconnections = 0
  private let handshake: UInt64
  private var connectedAt: UInt64 = 0

  init(handshake: Duration) {
    self.handshake = handshake.nanoseconds
  }

  /// A new socket: what was concluded stands until it shows otherwise.
  mutating func reopened() {
    connectedAt = 0
    if state == .connected { state = .connecting }
  }

  mutating func note(_ event: SocketMonitor.Event, at now: UInt64) {
    switch Int32(event.type) {
    case ZMQ_EVENT_CONNECTED:
      connectedAt = now
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
      state = .connected
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
      state = .keyRevoked
    case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
      let didServerHangUp = event.value != UInt32(EAGAIN)
      state = didServerHangUp && now - connectedAt < handshake / 2 ? .serverKeyMismatch : .keyNotKnown
    case ZMQ_EVENT_DISCONNECTED:
      if state == .connected {
        state = .unreachable
        disconnections += 1
      }
    case ZMQ_EVENT_CONNECT_RETRIED:
      // Also reported after a failed handshake, which is the better thing to know.
      if connectedAt == 0 || state == .connecting { state = .unreachable }
    default:
      break
    }
  }
}
