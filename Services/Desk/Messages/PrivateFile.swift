import Foundation

/// Files that only their owner may read.
enum PrivateFile {
  /// Replaces the file whole or not at all; synced to disk when it returns.
  static func replace(_ file: URL, with data: Data) throws {
    let draft = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).\(getpid())")
    try write(draft, data, flags: O_WRONLY | O_CREAT | O_TRUNC)
    guard rename(draft.path, file.path) == 0 else { throw fault(file) }
    // Without this a power cut could bring the old name back.
    let folder = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      _ = fsync(folder)
      close(folder)
    }
  }

  /// Makes a file that must not be there yet.
  static func create(_ file: URL, with data: Data) throws {
    try write(file, data, flags: O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Does something while no other process does the same for this file.
  static func locked<Result>(beside file: URL, _ work: () throws -> Result) throws -> Result {
    let lock = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).lock")
    let descriptor = open(lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(lock) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw fault(lock) }
    }
    return try work()
  }

  private static func write(_ file: URL, _ data: Data, flags: Int32) throws {
    let descriptor = open(file.path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(file) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: data)
    try handle.synchronize()
    try handle.close()
  }

  private static func fault(_ file: URL) -> DeskFault {
    let why = String(cString: strerror(errno))
    return .rejected(
      "file-unwritable", zh: "写不了文件 \(file.path)：\(why)。", en: "The file \(file.path) cannot be written: \(why).")
  }
}
