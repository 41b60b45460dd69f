import CZeroMQ

/// Lets a `Poller` wait on a bare socket inside this module.
final class PolledHandle: Pollable {
  private let handle: SocketHandle

  init(_ handle: SocketHandle) {
    self.handle = handle
  }

  var pollHandle: PollHandle { PollHandle(socket: handle.pointer, descriptor: 0, events: Int16(ZMQ_POLLIN)) }
}
