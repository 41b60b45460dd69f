import Foundation

/// Writes files so that a power loss leaves the old or the new content, never half.
enum DurableFile {
  /// Replaces a file's content.
  static func replace(_ file: URL, with bytes: Data) throws {
    let draft = file.appendingPathExtension("new")
    let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("open", draft) }
    do {
      defer { _ = Glibc.close(descriptor) }
      try write(bytes, to: descriptor, at: 0, of: draft)
      guard fdatasync(descriptor) == 0 else { throw failure("sync", draft) }
    }
    guard rename(draft.path, file.path) == 0 else { throw failure("rename", draft) }
  }

  /// Writes all bytes at an offset.
  static func write(_ bytes: Data, to descriptor: Int32, at offset: Int64, of file: URL) throws {
    try bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int(offset) + done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw failure("write", file) }
        done += count
      }
    }
  }

  /// Makes a rename inside a folder durable.
  static func syncFolder(_ folder: URL) throws {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { _ = Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("sync", folder) }
  }

  /// What the last system call's error means for the store. Call it at once.
  static func failure(_ action: String, _ file: URL) -> StoreError {
    let reason = errno
    if reason == ENOSPC || reason == EDQUOT || reason == EFBIG { return .full }
    return .fatal("cannot \(action) \(file.lastPathComponent): \(String(cString: strerror(reason)))")
  }
}
