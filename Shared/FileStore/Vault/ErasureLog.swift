import Foundation

/// The erasures of a store, kept a second time in a file apart from it: a line for each, naming nobody but by opaque ids.
///
/// A backup taken before an erasure still holds what was erased, and its journal knows nothing of it. This file stays where
/// it is when a store is put back, so that the store that begins a new epoch erases again whom the lost part had erased.
public struct ErasureLog: Sendable, Equatable {
  /// The file. Its folder is made if it does not exist.
  public let file: URL

  /// The log in `file`, which need not exist yet.
  public init(file: URL) {
    self.file = file
  }

  /// Every erasure noted, in the order of noting.
  public func entries() throws -> [VaultErasure] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    guard let bytes = try? Data(contentsOf: file) else { throw StoreError.cannotOpen("\(file.path) cannot be read") }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last line feed is nothing, or a line that a crash cut off: it is noted again at the next start.
    lines.removeLast()
    let decoder = JSONDecoder()
    return try lines.enumerated().filter { !$1.isEmpty }.map { number, line in
      guard let entry = try? decoder.decode(VaultErasure.self, from: Data(line)) else {
        throw StoreError.cannotOpen("\(file.path), line \(number + 1), is not an erasure; put the file back from its copy")
      }
      return entry
    }
  }

  /// Adds erasures, synced before it returns.
  func append(_ erasures: [VaultErasure]) throws {
    guard !erasures.isEmpty else { return }
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let isNew = !FileManager.default.fileExists(atPath: file.path)
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DurableFile.failure("open", file) }
    defer { _ = Glibc.close(descriptor) }
    let end = Int64(lseek(descriptor, 0, SEEK_END))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Data()
    for erasure in erasures { bytes += try encoder.encode(erasure) + [UInt8(ascii: "\n")] }
    // A line that a crash cut off is cut away first.
    try DurableFile.write(bytes, to: descriptor, at: try whole(descriptor, end), of: file)
    guard fdatasync(descriptor) == 0 else { throw DurableFile.failure("sync", file) }
    if isNew { try DurableFile.syncFolder(folder) }
  }

  /// Where the last whole line ends; what stands behind it is removed.
  private func whole(_ descriptor: Int32, _ end: Int64) throws -> Int64 {
    var last = end
    var byte: UInt8 = 0
    while last > 0, pread(descriptor, &byte, 1, Int(last) - 1) == 1, byte != UInt8(ascii: "\n") { last -= 1 }
    if last < end, ftruncate(descriptor, Int(last)) != 0 { throw DurableFile.failure("truncate", file) }
    return last
  }
}
