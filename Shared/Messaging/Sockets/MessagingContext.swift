import CZeroMQ
import Foundation
import Synchronization

/// The one ZeroMQ context of a process.
///
/// Everything that shares it shares its ZAP handler, so a test that needs another set of keys makes another context.
/// The context itself may be used from any thread; the sockets made from it may not.
public final class MessagingContext: Sendable {
  /// libzmq's context may be shared between threads, a Swift pointer may not: so its address is kept as a number.
  private let address: UInt
  private let openSockets = Atomic<Int>(0)
  private let names = Atomic<Int>(0)
  private let terminated = Atomic<Bool>(false)
  /// Throw-away keys of self-probes under way: the ZAP handler gives them a final 400, so that a probe has a clear end.
  private let probeKeys = Mutex<Set<String>>([])

  /// Makes the context; throws only when the process is out of memory or descriptors.
  public init() throws {
    guard let pointer = zmq_ctx_new() else { throw MessagingError.last("zmq_ctx_new") }
    address = UInt(bitPattern: pointer)
    // The default of 1,023 sockets in a process is ours to keep; the default of blocking at exit is not.
    zmq_ctx_set(pointer, ZMQ_BLOCKY, 0)
  }

  private var pointer: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: address) }

  /// Shuts the context down and frees it once its sockets are closed.
  ///
  /// Owners close their sockets first. A socket that is still open is interrupted (its calls throw `.terminated`) and
  /// waited for, for at most `patience`; if it stays open the context is left to the end of the process, because
  /// libzmq would wait for it without end. Returns whether the context is gone. Calling it again changes nothing.
  @discardableResult
  public func terminate(patience: Duration = .seconds(2)) -> Bool {
    guard terminated.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
      return openSockets.load(ordering: .acquiring) == 0
    }
    zmq_ctx_shutdown(pointer)
    let end = Monotonic.now() + patience.nanoseconds
    while openSockets.load(ordering: .acquiring) > 0 {
      if Monotonic.now() >= end { return false }
      usleep(2_000)
    }
    while zmq_ctx_term(pointer) != 0, zmq_errno() == EINTR {}
    return true
  }

  func makeSocket(_ type: Int32) throws -> UnsafeMutableRawPointer {
    guard !terminated.load(ordering: .acquiring) else { throw MessagingError.terminated }
    openSockets.add(1, ordering: .acquiringAndReleasing)
    guard let socket = zmq_socket(pointer, type) else {
      let error = MessagingError.last("zmq_socket")
      openSockets.subtract(1, ordering: .acquiringAndReleasing)
      throw error
    }
    return socket
  }

  func close(_ socket: UnsafeMutableRawPointer) {
    zmq_close(socket)
    openSockets.subtract(1, ordering: .acquiringAndReleasing)
  }

  /// An inproc address that nothing else in this context uses.
  func freshInprocEndpoint(_ purpose: String) -> String {
    "inproc://\(purpose)-\(names.add(1, ordering: .relaxed).newValue)"
  }

  func addProbeKey(_ key: String) {
    probeKeys.withLock { _ = $0.insert(key) }
  }

  func removeProbeKey(_ key: String) {
    probeKeys.withLock { _ = $0.remove(key) }
  }

  func isProbeKey(_ key: String) -> Bool {
    probeKeys.withLock { $0.contains(key) }
  }
}
