/// What a `Poller` can wait for.
public protocol Pollable: AnyObject {
  /// Asked anew before every wait, because a client socket may have been reopened since.
  var pollHandle: PollHandle { get }
  /// A second thing whose readiness counts as the source's own, `nil` for none.
  var watchHandle: PollHandle? { get }
}

extension Pollable {
  public var watchHandle: PollHandle? { nil }
}

/// What to hand to `zmq_poll`; only this module makes and reads one.
public struct PollHandle {
  let socket: UnsafeMutableRawPointer?
  let descriptor: Int32
  let events: Int16
}
