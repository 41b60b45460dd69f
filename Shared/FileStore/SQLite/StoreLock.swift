import Foundation

/// Keeps a second process, or a second journal of this one, out of a store's folder.
///
/// The lock is on a file of its own: opening and closing the database file itself would drop SQLite's locks on it.
final class StoreLock: Sendable {
  private let descriptor: Int32

  init(folder: URL) throws {
    let path = folder.appendingPathComponent("store.lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      _ = Glibc.close(descriptor)
      if reason == EWOULDBLOCK { throw StoreError.inUse(folder: folder.path) }
      throw StoreError.cannotOpen("\(path) cannot be locked: \(String(cString: strerror(reason)))")
    }
  }

  deinit {
    _ = Glibc.close(descriptor)
  }
}
