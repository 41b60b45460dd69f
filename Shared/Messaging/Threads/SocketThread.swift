import Dispatch
import Foundation
import Synchronization

/// A thread of its own for sockets: libzmq's sockets belong to the thread that made them, and a blocking call in a
/// Swift task would take a thread from the pool.
final class SocketThread: Sendable {
  private let finished = DispatchSemaphore(value: 0)
  private let joined = Atomic<Bool>(false)

  /// Starts the thread; `body` runs once on it.
  init(name: String, _ body: @escaping @Sendable () -> Void) {
    let finished = finished
    let thread = Thread {
      // A signal handled here would interrupt a poll at best; the process takes its signals elsewhere.
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      body()
      finished.signal()
    }
    thread.name = name
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Waits until `body` has returned. Only the first call waits.
  func join() {
    guard joined.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else { return }
    finished.wait()
  }
}
