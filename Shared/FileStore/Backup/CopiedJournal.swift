import Foundation
import GRDB

/// The journal file of a backup: one database file without a log, that nobody else writes.
struct CopiedJournal {
  let file: URL
  private let cipher: VaultCipher

  init(_ folder: URL, vaultKey: VaultKey) {
    file = folder.appendingPathComponent(SQLiteOpening.fileName)
    cipher = VaultCipher(key: vaultKey)
  }

  /// A document as the copy has it registered.
  struct RegisteredDocument {
    let sha256: Data
    let storedHash: Data
  }

  /// Calls `body` with what the file holds, without writing to it.
  func reading<T>(_ body: (DatabaseQueue) throws -> T) throws -> T {
    var configuration = Configuration()
    configuration.readonly = true
    return try opened(configuration, body)
  }

  /// Removes documents' records, and their keys with them; uploads that were under way go too, since their parts are not
  /// copied. Leaves one file, without a log beside it.
  func forget(_ documents: [Data]) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    try opened(configuration) { queue in
      try queue.inDatabase { db in
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        try db.execute(sql: "DELETE FROM document WHERE storedHash IS NULL")
        for sha256 in documents { try db.execute(sql: "DELETE FROM document WHERE sha256 = ?", arguments: [sha256]) }
      }
    }
  }

  /// Every complete document.
  func documents(_ queue: DatabaseQueue) throws -> [RegisteredDocument] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT sha256, storedHash FROM document WHERE storedHash IS NOT NULL ORDER BY storedHash")
        .map { RegisteredDocument(sha256: $0[0], storedHash: $0[1]) }
    }
  }

  /// Whose journal it is, and the fingerprint of the vault key that it was made with.
  func identity(_ queue: DatabaseQueue) throws -> (feed: String, fingerprint: Data) {
    try queue.read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT feed, vaultKey FROM store") else {
        throw StoreError.backupUnusable("\(file.path) names no feed")
      }
      return (row[0], row[1])
    }
  }

  func counts(_ queue: DatabaseQueue, documentBytes: Int64) throws -> BackupManifest.Counts {
    try queue.read { db in
      func count(_ table: String) throws -> Int64 { try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0 }
      return BackupManifest.Counts(
        events: try count("event"), entities: try count("entity"), persons: try count("vaultKey"),
        documents: try count("document WHERE storedHash IS NOT NULL"), documentBytes: documentBytes)
    }
  }

  /// Walks the chain and asks SQLite for the file's structure.
  ///
  /// - Returns: the head and the epoch.
  /// - Throws: `StoreError.backupUnusable` with the first things that are wrong.
  func verify(
    _ queue: DatabaseQueue, feed: String, witnesses: [ChainVerifier.Witness]
  ) throws -> (head: JournalHead, epoch: String) {
    let structure = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
    let reader = CopyReader(queue: queue, cipher: cipher)
    let report = try ChainVerifier(witnesses: witnesses).verify(reader, feed: feed)
    let faults = structure + report.findings.map { "\($0.kind.rawValue) at event \($0.sequence): \($0.detail)" }
    guard faults.isEmpty else {
      throw StoreError.backupUnusable("\(file.path): \(faults.prefix(5).joined(separator: "; "))")
    }
    guard let epoch = try reader.read({ try $0.epochs() }).last?.epoch else {
      throw StoreError.backupUnusable("\(file.path) has no epoch")
    }
    return (report.head, epoch)
  }

  private func opened<T>(_ configuration: Configuration, _ body: (DatabaseQueue) throws -> T) throws -> T {
    do {
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      let result = try body(queue)
      try queue.close()
      return result
    } catch let error as DatabaseError {
      if [.SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode) { throw StoreError(from: error) }
      throw StoreError.backupUnusable(
        "\(file.path): SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")")
    }
  }
}

/// Gives the verifier the copy's one connection.
private struct CopyReader: JournalReader {
  let queue: DatabaseQueue
  let cipher: VaultCipher

  func read<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T {
    do { return try queue.read { try body(SQLiteSnapshot(db: $0, cipher: cipher)) } } catch let error as DatabaseError {
      throw StoreError(from: error)
    }
  }
}
