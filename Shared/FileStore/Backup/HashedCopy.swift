import Crypto
import Foundation

/// Copies files and says what their bytes were, in pieces, so that memory stays flat however long they are.
enum HashedCopy {
  private static let pieceLength = 1 << 20

  /// Copies a file to a place where none is yet, mode 0600, synced.
  ///
  /// - Returns: the SHA-256 and the length of what was copied; nil when there is no such file.
  static func copy(_ source: URL, to target: URL) throws -> (hash: Data, length: Int64)? {
    let from = open(source.path, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else {
      if errno == ENOENT { return nil }
      throw DurableFile.failure("open", source)
    }
    defer { close(from) }
    let to = open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard to >= 0 else { throw DurableFile.failure("make", target) }
    defer { close(to) }
    let read = try digest(from, source) { try DurableFile.write($0, to: to, at: $1, of: target) }
    guard fsync(to) == 0 else { throw DurableFile.failure("sync", target) }
    return read
  }

  /// The SHA-256 and the length of a file, which is synced first.
  static func digest(of file: URL) throws -> (hash: Data, length: Int64) {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DurableFile.failure("open", file) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DurableFile.failure("sync", file) }
    return try digest(descriptor, file) { _, _ in }
  }

  private static func digest(
    _ descriptor: Int32, _ file: URL, _ take: (Data, Int64) throws -> Void
  ) throws -> (hash: Data, length: Int64) {
    var hash = SHA256()
    var length: Int64 = 0
    var piece = Data(count: pieceLength)
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, pieceLength) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DurableFile.failure("read", file) }
      if count == 0 { break }
      let bytes = piece.prefix(count)
      hash.update(data: bytes)
      try take(bytes, length)
      length += Int64(count)
    }
    return (Data(hash.finalize()), length)
  }
}
