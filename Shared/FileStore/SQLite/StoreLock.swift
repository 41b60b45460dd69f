import Foundation
import Synchronization

/// Keeps a second process, or a second journal of this one, out of a store's folder.
///
/// The lock is on a file of its own: opening and closing the database file itself would drop SQLite's locks on it.
final class StoreLock: Sendable {
  /// Nil once released.
  private let descriptor: Mutex<Int32?>

  init(folder: URL) throws {
    let path = folder.appendingPathComponent("store.lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      _ = Glibc.close(descriptor)
      if reason == EWOULDBLOCK { throw StoreError.inUse(folder: folder.path) }
      throw StoreError.cannotOpen("\(path) cannot be locked: \(String(cString: strerror(reason)))")
    }
    self.descriptor = Mutex(descriptor)
  }

  /// Lets the next one in. Unlocked before it is closed, since a child process that is just being started may hold a
  /// copy of the descriptor for a moment.
  func release() {
    descriptor.withLock { descriptor in
      guard let open = descriptor else { return }
      _ = flock(open, LOCK_UN)
      _ = Glibc.close(open)
      descriptor = nil
    }
  }

  deinit {
    release()
  }
}
