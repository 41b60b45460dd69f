import CZeroMQ
import Foundation

/// Wakes a `Poller` from any thread, by an eventfd: the loop thread waits on it beside its sockets.
public final class WakeUp: Sendable {
  /// The eventfd, for whoever waits with something else than a `Poller`.
  public let descriptor: Int32

  /// Throws only when the process is out of descriptors.
  public init() throws {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard descriptor >= 0 else {
      let code = errno
      throw MessagingError.failed(call: "eventfd", code: code, reason: String(cString: strerror(code)))
    }
  }

  deinit { close(descriptor) }

  /// Makes the next or the present wait return. Signals add up: many of them are one wake-up.
  public func signal() {
    while eventfd_write(descriptor, 1) != 0, errno == EINTR {}
  }

  /// Takes the signal back. Call it on the loop thread, and *before* looking into the mailboxes, so that what is put
  /// in while they are emptied wakes the loop again.
  public func drain() {
    var value: eventfd_t = 0
    while eventfd_read(descriptor, &value) != 0, errno == EINTR {}
  }
}
