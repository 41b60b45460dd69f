import Dispatch
import Synchronization

/// A batch that is being written on the database's own thread: where that thread leaves the outcome, and the journal's waits
/// for it.
final class BegunCommit: Sendable {
  /// The journal's head once it is written.
  let head: JournalHead
  private let isDone = DispatchSemaphore(value: 0)
  private let fault = Mutex<StoreError?>(nil)

  init(head: JournalHead) {
    self.head = head
  }

  /// Told once, by the thread that writes.
  func finish(_ outcome: Result<Void, any Error>) {
    if case .failure(let error) = outcome { fault.withLock { $0 = StoreError(from: error) } }
    isDone.signal()
  }

  /// Waits for the outcome; asked once.
  func wait() throws(StoreError) {
    isDone.wait()
    if let fault = fault.withLock({ $0 }) { throw fault }
  }
}
