import Foundation
import GRDB

/// What a store of before holdings were kept can still tell of them: whose data it has, and who was erased.
enum EarlierHoldings {
  /// Run once, by the migration that makes the tables.
  static func note(in db: Database) throws {
    // For what and where nobody wrote down: a holding of any matter, without an end.
    try db.execute(
      sql: """
        INSERT INTO vaultHolding (subject, scope, purpose, since, sequence)
        SELECT subject, '', '', '', (SELECT COALESCE(MAX(sequence), 0) FROM event) FROM vaultKey
        """)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, stream, bytes,
          (SELECT epoch FROM epoch WHERE after < event.sequence ORDER BY ordinal DESC LIMIT 1)
        FROM event WHERE type GLOB 'jiugai.*.person-erased.v1'
        """)
    var erased: [VaultErasure] = []
    while let row = try rows.next() {
      let bytes: Data = row[2]
      guard let person = (try? JSONDecoder().decode(Erased.self, from: bytes))?.data.person else { continue }
      erased.append(VaultErasure(epoch: row[3], sequence: row[0], subject: person, scope: row[1]))
    }
    for erasure in erased { try ErasureRows.insert(erasure, isOwed: false, in: db) }
  }

  private struct Erased: Decodable {
    struct Body: Decodable { let person: String }
    let data: Body
  }
}
