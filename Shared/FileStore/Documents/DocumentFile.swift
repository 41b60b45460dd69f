import Crypto
import Foundation

/// One document's bytes on disk: as they are, or in frames that are sealed one by one so that memory stays flat.
///
/// A frame is its sealed length (u32, big endian) and the sealed bytes, bound to the document, the frame's number and
/// its place, so that frames cannot be dropped, swapped or moved to another document.
struct DocumentFile {
  /// How far a file is filled: its own bytes, the bytes on disk, and the frames these make.
  struct Progress: Sendable {
    var plain: Int64 = 0
    var stored: Int64 = 0
    var frames: Int64 = 0
  }

  private static let sealOverhead: Int64 = 28
  private static let headerLength: Int64 = 4
  private static let readLength = 1 << 16
  /// No frame is longer: a length beyond it is not one that was written here.
  static let chunkLimit = 1 << 20

  private let url: URL
  private let name: String
  private let key: SymmetricKey?
  private let descriptor: Int32

  /// Calls `body` with the file at `url`, open; `key` is nil for a document in the clear.
  static func with<T>(
    _ url: URL, sha256: Data, key: SymmetricKey?, writing: Bool = false, _ body: (DocumentFile) throws -> T
  ) throws -> T {
    let descriptor = Glibc.open(url.path, (writing ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw StoreError.documentUnknown }
      throw DurableFile.failure("open", url)
    }
    defer { _ = Glibc.close(descriptor) }
    return try body(DocumentFile(url: url, name: sha256.hexadecimal, key: key, descriptor: descriptor))
  }

  /// How far the file is filled with whole frames.
  func progress() throws -> Progress {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DurableFile.failure("inspect", url) }
    let length = Int64(status.st_size)
    guard key != nil else { return Progress(plain: length, stored: length, frames: 0) }
    var progress = Progress()
    while let frame = try frameLength(at: progress.stored), progress.stored + frame + Self.headerLength <= length {
      progress.stored += Self.headerLength + frame
      progress.plain += frame - Self.sealOverhead
      progress.frames += 1
    }
    return progress
  }

  /// Writes a chunk behind what is there; if that fails, the file is as before.
  func append(_ bytes: Data, to progress: Progress) throws -> Progress {
    let stored = try key.map { try frame(bytes, at: progress, under: $0) } ?? bytes
    // A crash may have left part of a frame behind the last whole one.
    guard ftruncate(descriptor, Int(progress.stored)) == 0 else { throw DurableFile.failure("truncate", url) }
    do {
      try DurableFile.write(stored, to: descriptor, at: progress.stored, of: url)
    } catch {
      _ = ftruncate(descriptor, Int(progress.stored))
      throw error
    }
    return Progress(
      plain: progress.plain + Int64(bytes.count), stored: progress.stored + Int64(stored.count),
      frames: progress.frames + (key == nil ? 0 : 1))
  }

  /// Drops what a crash left behind the last whole frame, and makes the rest durable.
  func seal(at progress: Progress) throws {
    guard ftruncate(descriptor, Int(progress.stored)) == 0, fsync(descriptor) == 0 else {
      throw DurableFile.failure("sync", url)
    }
  }

  /// The hash of the document's own bytes, and of the bytes on disk.
  func hashes() throws -> (plain: Data, stored: Data) {
    var plain = SHA256()
    var stored = SHA256()
    try forEachPiece(from: 0) { piece in
      plain.update(data: piece.plain)
      stored.update(data: piece.stored)
      return true
    }
    return (Data(plain.finalize()), Data(stored.finalize()))
  }

  /// A stretch of the document's own bytes, shorter at its end.
  func read(offset: Int64, length: Int) throws -> Data {
    guard key != nil else { return try bytes(at: offset, count: length) }
    let end = offset + Int64(length)
    var found = Data()
    try forEachPiece(from: offset) { piece in
      let from = max(offset, piece.offset) - piece.offset
      let through = min(end, piece.offset + Int64(piece.plain.count)) - piece.offset
      if from < through {
        found.append(piece.plain.dropFirst(Int(from)).prefix(Int(through - from)))
      }
      return piece.offset + Int64(piece.plain.count) < end
    }
    return found
  }

  private struct Piece {
    let offset: Int64
    let plain: Data
    let stored: Data
  }

  /// Visits the document in order, from the frame that holds `start`, until `visit` says that it has enough.
  private func forEachPiece(from start: Int64, _ visit: (Piece) throws -> Bool) throws {
    var at = Progress()
    guard let key else {
      while true {
        let piece = try bytes(at: at.stored, count: Self.readLength)
        guard !piece.isEmpty, try visit(Piece(offset: at.stored, plain: piece, stored: piece)) else { return }
        at.stored += Int64(piece.count)
      }
    }
    while let length = try frameLength(at: at.stored) {
      let plainLength = length - Self.sealOverhead
      if at.plain + plainLength > start {
        let stored = try bytes(at: at.stored, count: Int(Self.headerLength + length))
        guard stored.count == Int(Self.headerLength + length) else { return }
        let sealed = stored.dropFirst(Int(Self.headerLength))
        let plain = try VaultCipher.open(Data(sealed), under: key, place: place(at))
        guard try visit(Piece(offset: at.plain, plain: plain, stored: stored)) else { return }
      }
      at = Progress(
        plain: at.plain + plainLength, stored: at.stored + Self.headerLength + length, frames: at.frames + 1)
    }
  }

  private func place(_ progress: Progress) -> [String] {
    ["document", name, String(progress.frames), String(progress.plain)]
  }

  private func frame(_ bytes: Data, at progress: Progress, under key: SymmetricKey) throws -> Data {
    let sealed = try VaultCipher.seal(bytes, under: key, place: place(progress))
    var frame = Data()
    withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { frame.append(contentsOf: $0) }
    frame.append(sealed)
    return frame
  }

  /// The sealed length of the frame at an offset; nil if none can begin there.
  private func frameLength(at offset: Int64) throws -> Int64? {
    let header = try bytes(at: offset, count: Int(Self.headerLength))
    guard header.count == Int(Self.headerLength) else { return nil }
    let length = header.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return length > Self.sealOverhead && length <= Int64(Self.chunkLimit) + Self.sealOverhead ? length : nil
  }

  private func bytes(at offset: Int64, count: Int) throws -> Data {
    var data = Data(count: count)
    var done = 0
    while done < count {
      let got = data.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: done), count - done, Int(offset) + done)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw DurableFile.failure("read", url) }
      if got == 0 { break }
      done += got
    }
    return data.prefix(done)
  }
}
