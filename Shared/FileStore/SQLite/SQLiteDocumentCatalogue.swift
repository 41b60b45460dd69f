import DomainModel
import Foundation
import GRDB

/// Registers documents in the journal's database.
struct SQLiteDocumentCatalogue: DocumentCatalogue {
  let pool: DatabasePool

  func find(_ sha256: Data) throws -> DocumentRecord? {
    try read { db in
      let statement = try db.cachedStatement(sql: "\(Self.select) WHERE sha256 = ?")
      return try Row.fetchOne(statement, arguments: [sha256]).map(Self.record)
    }
  }

  func put(_ record: DocumentRecord) throws {
    try write { db in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          record.sha256, record.storedHash, record.classification.rawValue, record.size, record.mediaType,
          record.isNamed, record.since, record.wrappedKey,
        ])
    }
  }

  func markNamed(_ sha256: Data) throws {
    try write { try Self.markNamed(sha256, in: $0) }
  }

  /// The same inside a transaction that is under way.
  static func markNamed(_ sha256: Data, in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE document SET isNamed = 1 WHERE sha256 = ? AND isNamed = 0")
      .execute(arguments: [sha256])
  }

  func touch(_ sha256: Data, since: Int64) throws {
    try write { db in
      try db.cachedStatement(sql: "UPDATE document SET since = ? WHERE sha256 = ? AND isNamed = 0")
        .execute(arguments: [since, sha256])
    }
  }

  func remove(_ sha256: Data, onlyUnnamed: Bool) throws -> Bool {
    try write { db in
      try db.cachedStatement(sql: "DELETE FROM document WHERE sha256 = ? AND (isNamed = 0 OR NOT ?)")
        .execute(arguments: [sha256, onlyUnnamed])
      return db.changesCount > 0
    }
  }

  func unnamed(before since: Int64) throws -> [DocumentRecord] {
    try read { db in
      let statement = try db.cachedStatement(sql: "\(Self.select) WHERE isNamed = 0 AND since < ? ORDER BY since")
      return try Row.fetchAll(statement, arguments: [since]).map(Self.record)
    }
  }

  func isStored(_ storedHash: Data) throws -> Bool {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM document WHERE storedHash = ?")
      return try Int.fetchOne(statement, arguments: [storedHash]) != nil
    }
  }

  /// Documents in the order of their hashes, beyond `after`.
  static func page(after: Data, limit: Int, in db: Database) throws -> [DocumentRecord] {
    try Row.fetchAll(
      db, sql: "\(select) WHERE sha256 > ? ORDER BY sha256 LIMIT ?", arguments: [after, limit]).map(record)
  }

  private static let select =
    "SELECT sha256, storedHash, classification, size, mediaType, isNamed, since, wrappedKey FROM document"

  private static func record(_ row: Row) -> DocumentRecord {
    let classification: String = row[2]
    return DocumentRecord(
      sha256: row[0], storedHash: row[1], classification: DataClassification(rawValue: classification) ?? .p3,
      size: row[3], mediaType: row[4], isNamed: row[5], since: row[6], wrappedKey: row[7])
  }

  private func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try pool.read(body) } catch { throw StoreError(from: error) }
  }

  private func write<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try pool.write(body) } catch { throw StoreError(from: error) }
  }
}
