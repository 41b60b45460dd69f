import Foundation
import GRDB

/// Erases a subject inside a transaction that is under way.
enum ErasureRows {
  /// Destroys the keys of the subject and of what belongs to it, and their rows; documents that are nobody else's lose their
  /// keys, and their files are noted to be removed once this is committed.
  static func erase(_ erasure: VaultErasure, isOwed: Bool, in db: Database) throws {
    let belonging = try String.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT subject FROM vaultHolding WHERE belongsTo = ?"), arguments: [erasure.subject])
    for subject in [erasure.subject] + belonging {
      try eraseDocuments(of: subject, in: db)
      for table in ["vaultKey", "vaultField", "vaultHolding", "vaultDocument"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE subject = ?").execute(arguments: [subject])
      }
    }
    if erasure.sequence > 0 { try insert(erasure, isOwed: isOwed, in: db) }
    guard !isOwed else { return }
    try db.cachedStatement(sql: "UPDATE erasure SET isOwed = 0 WHERE subject = ? AND isOwed = 1")
      .execute(arguments: [erasure.subject])
  }

  static func insert(_ erasure: VaultErasure, isOwed: Bool, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO erasure VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [erasure.epoch, erasure.sequence, erasure.subject, erasure.scope, isOwed])
  }

  private static func eraseDocuments(of subject: String, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT own.sha256, document.storedHash FROM vaultDocument AS own JOIN document ON document.sha256 = own.sha256
        WHERE own.subject = ?1 AND NOT EXISTS (
          SELECT 1 FROM vaultDocument AS other WHERE other.sha256 = own.sha256 AND other.subject <> ?1)
        """)
    for row in try Row.fetchAll(statement, arguments: [subject]) {
      let sha256: Data = row[0]
      if let stored = row[1] as Data? {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO erasedFile VALUES (?)").execute(arguments: [stored.hexadecimal])
      }
      try db.cachedStatement(sql: "DELETE FROM document WHERE sha256 = ?").execute(arguments: [sha256])
    }
  }
}
