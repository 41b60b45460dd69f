import CZeroMQ
import Foundation

/// The events of one socket's connections, read on the thread that owns the socket.
final class SocketMonitor {
  struct Event {
    let type: UInt16
    /// An `errno`, a protocol error or a ZAP status, depending on the type.
    let value: UInt32
  }

  private let pair: SocketHandle

  init(of socket: SocketHandle, in context: MessagingContext) throws {
    let endpoint = context.freshInprocEndpoint("monitor")
    try socket.monitor(endpoint, events: ZMQ_EVENT_ALL)
    pair = try SocketHandle(context, type: ZMQ_PAIR)
    do {
      // Without a limit: libzmq's I/O thread would block, and every socket with it, on a monitor that nobody reads.
      try pair.set(ZMQ_RCVHWM, Int32(0))
      try pair.set(ZMQ_LINGER, Int32(0))
      try pair.connect(endpoint)
    } catch {
      pair.close()
      throw error
    }
  }

  /// The raw socket to wait on.
  var pollHandle: PollHandle { PollHandle(socket: pair.pointer, descriptor: 0, events: Int16(ZMQ_POLLIN)) }

  /// The next event, without waiting.
  func next() throws -> Event? {
    guard try pair.receive() else { return nil }
    let frame = pair.frame
    guard frame.count >= 6 else {
      try pair.skipRest()
      return nil
    }
    let event = Event(
      type: frame.loadUnaligned(as: UInt16.self), value: frame.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
    try pair.skipRest()
    return event
  }

  /// Stops watching; before the socket itself is closed.
  func close(of socket: SocketHandle) {
    // A closed or terminated socket has stopped its monitor itself.
    try? socket.monitor(nil, events: 0)
    pair.close()
  }
}
