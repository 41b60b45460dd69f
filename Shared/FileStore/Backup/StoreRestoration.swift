import Crypto
import Foundation
import GRDB

/// Puts a backup into the place of a store, verified before anything can serve it, and begins a new epoch.
///
/// Everything is copied into `restoring` inside the store's folder, checked there, and moved up as the last thing. While
/// that folder exists no service opens the store, so a restore that was broken off is never taken for an empty store.
public struct StoreRestoration {
  /// What came of it.
  public struct Report: Sendable, Equatable {
    /// What the backup said of itself.
    public let manifest: BackupManifest
    /// The epoch that begins after the last event restored.
    public let epoch: String
    /// The last event after the restore; later than the backup's when erasures were recorded again.
    public let head: Int64
    /// Documents whose bytes were read and found to be what their names say.
    public let documents: Int
  }

  /// The folder in which a restore is under way.
  static let staging = "restoring"
  private let backup: URL
  private let options: StoreOptions

  /// - Parameters:
  ///   - backup: the backup's folder.
  ///   - options: the store to make; its folder must be empty or not exist.
  public init(backup: URL, options: StoreOptions) {
    self.backup = backup
    self.options = options
  }

  /// Restores.
  ///
  /// - Parameter repair: is given the journal in its new epoch, before it is put in place, to do again what the backup
  ///   does not know of.
  /// - Throws: `StoreError.backupUnusable` for a backup that is not whole and sound, `.notEmpty` for a store that is in use;
  ///   the store's folder is empty again then.
  public func run(_ repair: (SQLiteJournal) throws -> Void = { _ in }) throws -> Report {
    let manifest = try BackupManifest.read(in: backup)
    guard manifest.feed == options.feed else { throw StoreError.otherFeed(expected: options.feed, found: manifest.feed) }
    guard manifest.vaultKeyFingerprint == options.vaultKey.fingerprint.hexadecimal else { throw StoreError.vaultKeyWrong }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: options.folder.path)) ?? []
    guard !names.contains(SQLiteOpening.fileName) else { throw StoreError.notEmpty(folder: options.folder.path) }
    try EmptyFolder.make(options.folder, ignoring: ["store.lock", Self.staging])
    let lock = try StoreLock(folder: options.folder)
    defer { lock.release() }
    let folder = options.folder.appendingPathComponent(Self.staging, isDirectory: true)
    try? FileManager.default.removeItem(at: folder)
    do {
      try EmptyFolder.make(folder)
      let documents = try copyVerified(manifest, to: folder)
      let (epoch, head) = try beginEpoch(in: folder, repair)
      try install(folder)
      return Report(manifest: manifest, epoch: epoch, head: head, documents: documents)
    } catch {
      for name in [Self.staging, "documents", SQLiteOpening.fileName, Anchor.fileName] {
        try? FileManager.default.removeItem(at: options.folder.appendingPathComponent(name))
      }
      throw error
    }
  }

  /// Copies journal and documents, and holds every byte against what the manifest and the chain say.
  private func copyVerified(_ manifest: BackupManifest, to folder: URL) throws -> Int {
    let journal = CopiedJournal(folder, vaultKey: options.vaultKey)
    let source = backup.appendingPathComponent(SQLiteOpening.fileName)
    guard let copied = try HashedCopy.copy(source, to: journal.file) else {
      throw StoreError.backupUnusable("\(source.path) is missing")
    }
    guard copied.hash.hexadecimal == manifest.journalSHA256, copied.length == manifest.journalBytes else {
      throw StoreError.backupUnusable("\(source.path) is not the file that was backed up: its SHA-256 is another")
    }
    let documents = folder.appendingPathComponent("documents", isDirectory: true)
    try EmptyFolder.make(documents)
    return try journal.reading { queue in
      guard let hash = Data(hexadecimal: manifest.headHash) else {
        throw StoreError.backupUnusable("the manifest's headHash is no hash")
      }
      let witness = ChainVerifier.Witness(name: "the manifest", sequence: manifest.head, hash: hash)
      let end = try journal.verify(queue, feed: options.feed, witnesses: [witness])
      guard end.head.sequence == manifest.head, end.epoch == manifest.epoch else {
        throw StoreError.backupUnusable(
          "the journal ends at event \(end.head.sequence) of epoch \(end.epoch), the manifest at \(manifest.head) of \(manifest.epoch)")
      }
      return try copyDocuments(journal.documents(queue), manifest, to: documents)
    }
  }

  private func copyDocuments(
    _ registered: [CopiedJournal.RegisteredDocument], _ manifest: BackupManifest, to folder: URL
  ) throws -> Int {
    let source = backup.appendingPathComponent("documents", isDirectory: true)
    let damaged = Set(manifest.damagedDocuments)
    var count = 0
    for document in registered {
      let name = document.storedHash.hexadecimal
      let copied = try HashedCopy.copy(source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
      // What the store had lost already cannot be asked of its backup; it was told when that was made.
      if damaged.contains(name) { continue }
      guard let copied else { throw StoreError.backupUnusable("the document \(name) is missing") }
      guard copied.hash == document.storedHash else {
        throw StoreError.backupUnusable("the document \(name) has other bytes than its name says")
      }
      count += 1
    }
    try DurableFile.syncFolder(folder)
    return count
  }

  private func beginEpoch(
    in folder: URL, _ repair: (SQLiteJournal) throws -> Void
  ) throws -> (epoch: String, head: Int64) {
    var options = options
    options.folder = folder
    options.beginsEpoch = true
    let journal = try SQLiteJournal(options)
    do { try repair(journal) } catch {
      try? journal.close()
      throw error
    }
    let end = (journal.epoch, journal.head.sequence)
    // Everything into the one file that is moved: closing leaves it in the log, since readers close last.
    do { try journal.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } } catch { throw StoreError(from: error) }
    try journal.close()
    let log = folder.appendingPathComponent(SQLiteOpening.fileName + "-wal")
    let left = (try? FileManager.default.attributesOfItem(atPath: log.path)[.size] as? NSNumber)?.intValue ?? 0
    guard left == 0 else { throw StoreError.fatal("the restored journal's log was not emptied") }
    return end
  }

  /// Moves everything up. The folder `restoring` goes last: until then nothing opens the store.
  private func install(_ folder: URL) throws {
    for name in ["documents", Anchor.fileName, SQLiteOpening.fileName] {
      let from = folder.appendingPathComponent(name)
      guard rename(from.path, options.folder.appendingPathComponent(name).path) == 0 else {
        throw DurableFile.failure("move", from)
      }
    }
    try DurableFile.syncFolder(options.folder)
    try FileManager.default.removeItem(at: folder)
    try DurableFile.syncFolder(options.folder)
  }
}
