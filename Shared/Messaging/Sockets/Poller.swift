import CZeroMQ
import Foundation

/// Waits on the sockets of one thread and on its wake-ups together.
///
/// `zmq_poll` is level-triggered: what was not received now is reported again. (`ZMQ_FD` is not, and loses wake-ups.)
public final class Poller {
  /// Names one source of this poller.
  public struct Token: Hashable, Sendable {
    let number: Int
  }

  private var sources: [(token: Token, source: any Pollable)] = []
  private var items: [zmq_pollitem_t] = []
  /// Whose item it is, as an index into `sources`.
  private var owners: [Int] = []
  private var next = 0

  public init() {}

  /// Adds a source; what `wait` returns for it is the token.
  public func add(_ source: any Pollable) -> Token {
    next += 1
    let token = Token(number: next)
    sources.append((token, source))
    return token
  }

  /// Takes a source out; do so before it is closed.
  public func remove(_ token: Token) {
    sources.removeAll { $0.token == token }
  }

  /// Waits until a source is ready or the time is up, and returns those that are ready; none after the timeout.
  ///
  /// - Parameter milliseconds: 0 looks and returns, a negative value waits without end.
  /// - Throws: `MessagingError.terminated` when the context was shut down.
  public func wait(milliseconds: Int) throws -> Set<Token> {
    items.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    for (index, entry) in sources.enumerated() {
      append(entry.source.pollHandle, of: index)
      if let watch = entry.source.watchHandle { append(watch, of: index) }
    }
    let end = milliseconds < 0 ? UInt64.max : Monotonic.now() + UInt64(milliseconds) * 1_000_000
    var left = milliseconds
    while zmq_poll(&items, Int32(items.count), left) < 0 {
      guard zmq_errno() == EINTR else { throw MessagingError.last("zmq_poll") }
      if milliseconds > 0 {
        let now = Monotonic.now()
        left = end > now ? Int((end - now) / 1_000_000) : 0
      }
    }
    var ready = Set<Token>()
    for (index, item) in items.enumerated() where item.revents != 0 { ready.insert(sources[owners[index]].token) }
    return ready
  }

  private func append(_ handle: PollHandle, of index: Int) {
    items.append(zmq_pollitem_t(socket: handle.socket, fd: handle.descriptor, events: handle.events, revents: 0))
    owners.append(index)
  }
}

extension WakeUp: Pollable {
  public var pollHandle: PollHandle {
    PollHandle(socket: nil, descriptor: descriptor, events: Int16(ZMQ_POLLIN))
  }
}
