import CZeroMQ
import Foundation
import Testing

@testable import Messaging

@Suite("What a client concludes about its connection")
struct ConnectionWatchTests {
  /// Events with the milliseconds at which they are read; the handshake may take a second.
  private func watch(_ events: [(ms: UInt64, type: Int32, value: Int32)]) -> ConnectionWatch {
    var watch = ConnectionWatch(handshake: .seconds(1))
    for event in events {
      watch.note(.init(type: UInt16(event.type), value: UInt32(event.value)), at: 1_000_000_000 + event.ms * 1_000_000)
    }
    return watch
  }

  private static let failed = ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL

  @Test("a handshake broken off at once speaks against the server's key, one that ran out for it")
  func handshakes() {
    #expect(watch([(0, ZMQ_EVENT_CONNECTED, 5), (1, Self.failed, EPIPE)]).state == .serverKeyMismatch)
    #expect(watch([(0, ZMQ_EVENT_CONNECTED, 5), (900, Self.failed, EPIPE)]).state == .keyNotKnown)
    #expect(watch([(0, ZMQ_EVENT_CONNECTED, 5), (0, Self.failed, EAGAIN)]).state == .keyNotKnown)
    let mixed = watch([
      (0, ZMQ_EVENT_CONNECTED, 5), (999, Self.failed, EAGAIN), (1_100, ZMQ_EVENT_CONNECTED, 5), (1_101, Self.failed, EPIPE),
    ])
    #expect(mixed.state == .keyNotKnown, "the server's key is known to be right by now")
    #expect(watch([(0, ZMQ_EVENT_CONNECTED, 5), (1, ZMQ_EVENT_HANDSHAKE_FAILED_AUTH, 400)]).state == .keyRevoked)
  }

  @Test("a connection that comes back is counted, the first one is not")
  func reconnections() {
    var watch = watch([(0, ZMQ_EVENT_CONNECTED, 5), (1, ZMQ_EVENT_HANDSHAKE_SUCCEEDED, 0)])
    #expect(watch.reconnections == 0)
    watch.note(.init(type: UInt16(ZMQ_EVENT_DISCONNECTED), value: 5), at: 2_000_000_000)
    #expect(watch.state == .unreachable)
    watch.note(.init(type: UInt16(ZMQ_EVENT_HANDSHAKE_SUCCEEDED), value: 0), at: 3_000_000_000)
    #expect(watch.reconnections == 1)
    watch.reopened()
    watch.note(.init(type: UInt16(ZMQ_EVENT_HANDSHAKE_SUCCEEDED), value: 0), at: 4_000_000_000)
    #expect(watch.reconnections == 1, "the owner sends again itself when it opens the socket anew")
  }
}
