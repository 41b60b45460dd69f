import Crypto
import DomainModel
import Foundation
import Synchronization

/// Documents of a service, uploaded in chunks and kept under the SHA-256 of their stored bytes.
///
/// An upload may stop anywhere and go on later, after a crash too. A document counts once it is complete, checked and
/// synced; classes P2 and P3 are sealed from the first byte on. What no recorded command names goes after some days.
public final class DocumentStore: Sendable {
  /// How far an upload has come.
  public struct UploadState: Sendable, Equatable {
    /// Where the next chunk begins.
    public let offset: Int64
    /// Whether the document is here already: nothing needs to be sent.
    public let isComplete: Bool
  }

  /// The time an unnamed document is kept, in seconds: seven days.
  public static let unnamedLifetime: Int64 = 7 * 86_400

  private let folder: URL
  private let uploads: URL
  private let catalogue: any DocumentCatalogue
  private let cipher: VaultCipher
  private let limit: Int64
  private let now: @Sendable () -> Int64
  /// How far the uploads of this process have come, so that frames are not counted again for each chunk. Its lock also
  /// keeps two changes of one file apart.
  private let progress = Mutex<[Data: DocumentFile.Progress]>([:])

  /// The documents in `storeFolder`, none larger than `limit` bytes; `now` gives seconds since 1970.
  public init(
    storeFolder: URL, catalogue: any DocumentCatalogue, vaultKey: VaultKey, limit: Int64,
    now: @escaping @Sendable () -> Int64
  ) throws {
    folder = storeFolder.appendingPathComponent("documents", isDirectory: true)
    uploads = folder.appendingPathComponent("uploads", isDirectory: true)
    self.catalogue = catalogue
    self.limit = limit
    self.now = now
    cipher = VaultCipher(key: vaultKey)
    do {
      try FileManager.default.createDirectory(
        at: uploads, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.cannotOpen("the folder \(uploads.path) cannot be made")
    }
  }

  /// Announces a document; says where to go on if part of it is here. Announced otherwise than before, it starts anew.
  public func begin(
    sha256: Data, size: Int64, classification: DataClassification, mediaType: String
  ) throws -> UploadState {
    guard sha256.count == 32 else { throw StoreError.invalid("a document's hash has 32 bytes") }
    guard size > 0 else { throw StoreError.invalid("a document has at least one byte") }
    guard size <= limit else { throw StoreError.documentTooLarge(limit: limit) }
    return try progress.withLock { progress in
      if let record = try catalogue.find(sha256) {
        if record.isComplete {
          try catalogue.touch(sha256, since: now())
          return UploadState(offset: record.size, isComplete: true)
        }
        if record.size == size && record.classification == classification && record.mediaType == mediaType {
          let reached = try reached(record, &progress)
          return UploadState(offset: reached.plain, isComplete: false)
        }
      }
      progress[sha256] = nil
      try remove(part(sha256))
      let wrapped = try classification.isSealed ? cipher.wrap(cipher.makeDataKey(), for: owner(sha256)) : nil
      try catalogue.put(
        DocumentRecord(
          sha256: sha256, storedHash: nil, classification: classification, size: size, mediaType: mediaType,
          isNamed: false, since: now(), wrappedKey: wrapped))
      return UploadState(offset: 0, isComplete: false)
    }
  }

  /// Adds a chunk at `offset`. A chunk that is wholly here is accepted again without being written. Returns where the
  /// next one begins.
  public func append(sha256: Data, offset: Int64, bytes: Data) throws -> Int64 {
    guard !bytes.isEmpty, bytes.count <= DocumentFile.chunkLimit, offset >= 0 else {
      throw StoreError.invalid("a chunk has 1 to \(DocumentFile.chunkLimit) bytes")
    }
    return try progress.withLock { progress in
      guard let record = try catalogue.find(sha256) else { throw StoreError.documentUnknown }
      if record.isComplete { return record.size }
      let reached = try reached(record, &progress)
      let (end, overflows) = offset.addingReportingOverflow(Int64(bytes.count))
      guard !overflows, end <= record.size else { throw StoreError.documentTooLarge(limit: record.size) }
      if end <= reached.plain { return reached.plain }
      guard offset == reached.plain else { throw StoreError.documentOffset(expected: reached.plain) }
      let after = try file(part(sha256), of: record, writing: true) { try $0.append(bytes, to: reached) }
      progress[sha256] = after
      return after.plain
    }
  }

  /// Checks the whole document against its hash, and keeps it durably. May be repeated.
  @discardableResult
  public func finish(sha256: Data) throws -> DocumentRecord {
    try progress.withLock { progress in
      guard let record = try catalogue.find(sha256) else { throw StoreError.documentUnknown }
      if record.isComplete { return record }
      let reached = try reached(record, &progress)
      guard reached.plain == record.size else { throw StoreError.documentOffset(expected: reached.plain) }
      let draft = part(sha256)
      let storedHash = try file(draft, of: record, writing: true) { file in
        try file.seal(at: reached)
        let hashes: (plain: Data, stored: Data)?
        do { hashes = try file.hashes() } catch StoreError.vaultDamaged { hashes = nil }
        guard let hashes, hashes.plain == sha256 else {
          progress[sha256] = nil
          _ = try catalogue.remove(sha256, onlyUnnamed: false)
          try remove(draft)
          throw StoreError.documentMismatch("its SHA-256 is another")
        }
        return hashes.stored
      }
      let complete = DocumentRecord(record, storedHash: storedHash, since: now())
      let place = folder.appendingPathComponent(storedHash.hexadecimal)
      guard rename(draft.path, place.path) == 0 else { throw DurableFile.failure("rename", draft) }
      do {
        try DurableFile.syncFolder(folder)
        try catalogue.put(complete)
      } catch {
        // It is registered as an upload still, so it must be found as one.
        _ = rename(place.path, draft.path)
        throw error
      }
      progress[sha256] = nil
      return complete
    }
  }

  /// What is known of a document, complete or not.
  public func record(_ sha256: Data) throws -> DocumentRecord? { try catalogue.find(sha256) }

  /// Whether the whole document is here.
  public func isPresent(_ sha256: Data) throws -> Bool { try catalogue.find(sha256)?.isComplete ?? false }

  /// A stretch of a complete document; shorter, or empty, at its end.
  public func read(_ sha256: Data, offset: Int64, length: Int) throws -> Data {
    guard let record = try catalogue.find(sha256), let storedHash = record.storedHash else {
      throw StoreError.documentUnknown
    }
    let length = min(Int64(max(length, 0)), record.size - max(offset, 0))
    guard offset >= 0, length > 0 else { return Data() }
    let place = folder.appendingPathComponent(storedHash.hexadecimal)
    let bytes = try file(place, of: record) { try $0.read(offset: offset, length: Int(length)) }
    guard bytes.count == Int(length) else { throw StoreError.documentMismatch("its file is too short") }
    return bytes
  }

  /// Keeps a document for good. A batch does the same, with its events, through `StoreBatch.namedDocuments`.
  public func markNamed(_ sha256: Data) throws { try catalogue.markNamed(sha256) }

  /// Destroys a document's key and file.
  public func erase(_ sha256: Data) throws {
    try progress.withLock { progress in
      guard let record = try catalogue.find(sha256) else { return }
      progress[sha256] = nil
      _ = try catalogue.remove(sha256, onlyUnnamed: false)
      try remove(place(of: record))
    }
  }

  /// Removes documents, uploads and stray files that no command names and that are older than `lifetime` seconds.
  /// Returns how many documents went.
  @discardableResult
  public func sweepUnnamed(olderThan lifetime: Int64 = DocumentStore.unnamedLifetime) throws -> Int {
    try progress.withLock { progress in
      let bound = now() - lifetime
      var count = 0
      for record in try catalogue.unnamed(before: bound) {
        // A command may have named it since.
        guard try catalogue.remove(record.sha256, onlyUnnamed: true) else { continue }
        progress[record.sha256] = nil
        try remove(place(of: record))
        count += 1
      }
      try sweepStrays(before: bound)
      return count
    }
  }

  /// A crash between two steps may leave a file that nothing refers to.
  private func sweepStrays(before bound: Int64) throws {
    let manager = FileManager.default
    for directory in [folder, uploads] {
      for url in try manager.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil) {
        guard let hash = Data(hexadecimal: url.deletingPathExtension().lastPathComponent),
          let modified = try manager.attributesOfItem(atPath: url.path)[.modificationDate] as? Date,
          Int64(modified.timeIntervalSince1970) < bound
        else { continue }
        let isKnown = try url.pathExtension.isEmpty ? catalogue.isStored(hash) : catalogue.find(hash) != nil
        if !isKnown { try remove(url) }
      }
    }
  }

  private func reached(
    _ record: DocumentRecord, _ progress: inout [Data: DocumentFile.Progress]
  ) throws -> DocumentFile.Progress {
    if let known = progress[record.sha256] { return known }
    let found = try file(part(record.sha256), of: record, writing: true) { try $0.progress() }
    progress[record.sha256] = found
    return found
  }

  private func file<T>(
    _ url: URL, of record: DocumentRecord, writing: Bool = false, _ body: (DocumentFile) throws -> T
  ) throws -> T {
    let key = try record.wrappedKey.map { try cipher.unwrap($0, for: owner(record.sha256)) }
    return try DocumentFile.with(url, sha256: record.sha256, key: key, writing: writing, body)
  }

  private func place(of record: DocumentRecord) -> URL {
    record.storedHash.map { folder.appendingPathComponent($0.hexadecimal) } ?? part(record.sha256)
  }

  private func part(_ sha256: Data) -> URL {
    uploads.appendingPathComponent(sha256.hexadecimal + ".part")
  }

  private func owner(_ sha256: Data) -> String { "document/\(sha256.hexadecimal)" }

  private func remove(_ file: URL) throws {
    guard unlink(file.path) == 0 || errno == ENOENT else { throw DurableFile.failure("remove", file) }
  }
}
