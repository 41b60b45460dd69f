import Foundation
import GRDB

/// Copies a store while its service runs, or not: the journal as of one moment, then the documents that it names.
///
/// It runs in a process of its own and takes no lock that a service would wait for. The journal is copied in one read
/// transaction (`VACUUM INTO`), so the copy holds whole batches only, and nothing of what was deleted before. Keys are
/// never copied: whoever has only the backup cannot read a person's data in it, and whoever has lost the keys cannot either.
public struct StoreBackup {
  private let store: URL
  private let feed: String
  private let vaultKey: VaultKey
  private let program: String
  private let now: @Sendable () -> String

  /// - Parameters:
  ///   - store: the store's folder.
  ///   - feed: whose store it must be.
  ///   - vaultKey: the store's key, to be sure that the one at hand opens what is copied. It is not written anywhere.
  ///   - program: the version that the manifest names.
  ///   - now: the present instant, RFC 3339.
  public init(store: URL, feed: String, vaultKey: VaultKey, program: String, now: @escaping @Sendable () -> String) {
    self.store = store
    self.feed = feed
    self.vaultKey = vaultKey
    self.program = program
    self.now = now
  }

  /// Makes the backup and verifies it as a restore would.
  ///
  /// - Parameter folder: an empty folder, or none yet.
  /// - Throws: `StoreError`; nothing is left in the folder then.
  public func write(to folder: URL) throws -> BackupManifest {
    try EmptyFolder.make(folder)
    do {
      return try copy(to: folder)
    } catch {
      for name in [SQLiteOpening.fileName, "documents", BackupManifest.fileName] {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
      throw error
    }
  }

  private func copy(to folder: URL) throws -> BackupManifest {
    // Read before the journal: what the anchor has seen must be in the copy.
    let witness = try Anchor.read(in: store).flatMap { ChainVerifier.Witness($0) }
    let journal = CopiedJournal(folder, vaultKey: vaultKey)
    try snapshot(to: journal.file)
    let registered = try journal.reading { queue in
      let identity = try journal.identity(queue)
      guard identity.feed == feed else { throw StoreError.otherFeed(expected: feed, found: identity.feed) }
      guard identity.fingerprint == vaultKey.fingerprint else { throw StoreError.vaultKeyWrong }
      return try journal.documents(queue)
    }
    let documents = try copy(registered, to: folder.appendingPathComponent("documents", isDirectory: true))
    try journal.forget(documents.gone)
    let end = try journal.reading { queue in
      let end = try journal.verify(queue, feed: feed, witnesses: witness.map { [$0] } ?? [])
      return (head: end.head, epoch: end.epoch, counts: try journal.counts(queue, documentBytes: documents.bytes))
    }
    let digest = try HashedCopy.digest(of: journal.file)
    let manifest = BackupManifest(
      format: BackupManifest.currentFormat, feed: feed, program: program, madeAt: now(), epoch: end.epoch,
      head: end.head.sequence, headHash: end.head.hash.hexadecimal, journalSHA256: digest.hash.hexadecimal,
      journalBytes: digest.length, counts: end.counts, vaultKeyFingerprint: vaultKey.fingerprint.hexadecimal,
      damagedDocuments: documents.damaged.map(\.hexadecimal))
    try manifest.write(in: folder)
    return manifest
  }

  /// The whole database as of one moment, in a new file that only its owner may read.
  private func snapshot(to file: URL) throws {
    let path = store.appendingPathComponent(SQLiteOpening.fileName).path
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.cannotOpen("\(store.path) holds no journal") }
    guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw StoreError.cannotOpen("\(file.path) cannot be made")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(30)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [file.path]) }
      try queue.close()
    } catch let error as DatabaseError {
      throw StoreError(from: error)
    }
  }

  /// Copies what the journal names. A document that was swept or erased since is left out, and forgotten by the copy; one
  /// that the store itself has lost, or that has other bytes than its name says, is told.
  private func copy(
    _ documents: [CopiedJournal.RegisteredDocument], to folder: URL
  ) throws -> (bytes: Int64, gone: [Data], damaged: [Data]) {
    try EmptyFolder.make(folder)
    let source = store.appendingPathComponent("documents", isDirectory: true)
    var bytes: Int64 = 0
    var gone: [Data] = []
    var damaged: [Data] = []
    for document in documents {
      let name = document.storedHash.hexadecimal
      let target = folder.appendingPathComponent(name)
      guard let copied = try HashedCopy.copy(source.appendingPathComponent(name), to: target) else {
        if try isRegistered(document) { damaged.append(document.storedHash) } else { gone.append(document.sha256) }
        continue
      }
      bytes += copied.length
      if copied.hash != document.storedHash { damaged.append(document.storedHash) }
    }
    try DurableFile.syncFolder(folder)
    return (bytes, gone, damaged)
  }

  /// Whether the store has the document still, as it is now.
  private func isRegistered(_ document: CopiedJournal.RegisteredDocument) throws -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(30)
    do {
      let queue = try DatabaseQueue(
        path: store.appendingPathComponent(SQLiteOpening.fileName).path, configuration: configuration)
      let found = try queue.read {
        try Int.fetchOne(
          $0, sql: "SELECT 1 FROM document WHERE sha256 = ? AND storedHash = ?",
          arguments: [document.sha256, document.storedHash])
      }
      try queue.close()
      return found != nil
    } catch let error as DatabaseError { throw StoreError(from: error) }
  }
}
