import Crypto
import Foundation
import GRDB

/// Writes one batch inside the transaction that its caller has begun.
struct SQLiteBatchWriter {
  let db: Database
  let cipher: VaultCipher

  /// Writes everything; `hashes` belong to `batch.events` one by one.
  func write(_ batch: StoreBatch, hashes: [Data]) throws {
    try write(events: batch.events, hashes: hashes)
    try write(entities: batch.entities)
    try write(repeats: batch.repeats)
    try write(cursors: batch.cursors)
    try write(reactions: batch.reactions)
    try write(parked: batch.parked)
    try write(vault: batch.vault)
    for sha256 in batch.namedDocuments { try SQLiteDocumentCatalogue.markNamed(sha256, in: db) }
  }

  private func write(events: [NewEvent], hashes: [Data]) throws {
    guard !events.isEmpty else { return }
    let insert = try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (event, hash) in zip(events, hashes) {
      try insert.execute(arguments: [
        event.sequence, event.stream, event.type, event.version, event.effectiveOn, event.recordedAt, event.readers,
        event.bytes, hash,
      ])
    }
  }

  private func write(entities: [EntityChange]) throws {
    guard !entities.isEmpty else { return }
    let find = try db.cachedStatement(sql: "SELECT indexes FROM entity WHERE kind = ? AND key = ?")
    // With the same index entries as before, or with none and new: one statement and done.
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO entity (kind, key, stream, body, indexes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
        SET stream = excluded.stream, body = excluded.body, indexes = excluded.indexes
        """)
    let putPlain = try db.cachedStatement(
      sql: """
        INSERT INTO entity (kind, key, stream, body, indexes) VALUES (?, ?, ?, ?, x'') ON CONFLICT DO UPDATE
        SET stream = excluded.stream, body = excluded.body WHERE indexes = x''
        """)
    let remove = try db.cachedStatement(sql: "DELETE FROM entity WHERE kind = ? AND key = ?")
    for change in entities {
      switch change {
      case .put(let entity, let indexes):
        let address = entity.address
        if indexes.isEmpty {
          try putPlain.execute(arguments: [address.kind, address.key, entity.stream, entity.body])
          if db.changesCount == 1 { continue }
        }
        let old = try Data.fetchOne(find, arguments: [address.kind, address.key])
        let new = PackedIndexes.data(indexes)
        try put.execute(arguments: [address.kind, address.key, entity.stream, entity.body, new])
        try replaceIndexes(of: address, old: old ?? Data(), new: new)
      case .remove(let address):
        guard let old = try Data.fetchOne(find, arguments: [address.kind, address.key]) else { continue }
        try remove.execute(arguments: [address.kind, address.key])
        try replaceIndexes(of: address, old: old, new: Data())
      }
    }
  }

  private func replaceIndexes(of address: EntityAddress, old: Data, new: Data) throws {
    guard old != new else { return }
    let before = Set(PackedIndexes.entries(in: old))
    let after = Set(PackedIndexes.entries(in: new))
    let delete = try db.cachedStatement(
      sql: "DELETE FROM entityIndex WHERE kind = ? AND name = ? AND value = ? AND key = ?")
    for entry in before.subtracting(after) {
      try delete.execute(arguments: [address.kind, entry.name, entry.value, address.key])
    }
    let insert = try db.cachedStatement(sql: "INSERT INTO entityIndex (kind, name, value, key) VALUES (?, ?, ?, ?)")
    for entry in after.subtracting(before) {
      try insert.execute(arguments: [address.kind, entry.name, entry.value, address.key])
    }
  }

  private func write(repeats: [RepeatRecord]) throws {
    guard !repeats.isEmpty else { return }
    let insert = try db.cachedStatement(sql: "INSERT INTO repeat VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for record in repeats {
      try unique("a command's id") {
        try insert.execute(arguments: [
          record.source, record.id, record.contentMAC, record.status, record.code, record.firstSequence,
          record.lastSequence, record.reply, record.subject, record.recordedAt, record.principal,
        ])
      }
    }
  }

  private func write(cursors: [CursorRecord]) throws {
    guard !cursors.isEmpty else { return }
    let put = try db.cachedStatement(sql: "INSERT OR REPLACE INTO cursor VALUES (?, ?, ?, ?)")
    for cursor in cursors { try put.execute(arguments: [cursor.feed, cursor.epoch, cursor.sequence, cursor.hash]) }
  }

  private func write(reactions: [ReactionKey]) throws {
    guard !reactions.isEmpty else { return }
    let insert = try db.cachedStatement(sql: "INSERT INTO reaction VALUES (?, ?, ?, ?)")
    for key in reactions {
      try unique("a reaction to a foreign event") {
        try insert.execute(arguments: [key.feed, key.epoch, key.sequence, key.reaction])
      }
    }
  }

  private func write(parked: [ParkedChange]) throws {
    for change in parked {
      switch change {
      case .park(let record):
        let insert = try db.cachedStatement(sql: "INSERT INTO parked VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        try unique("a parked event") {
          try insert.execute(arguments: [
            record.event.feed, record.event.epoch, record.event.sequence, record.subject, record.reason, record.detail,
            record.parkedAt, record.bytes,
          ])
        }
      case .release(let event):
        try db.cachedStatement(sql: "DELETE FROM parked WHERE feed = ? AND epoch = ? AND sequence = ?")
          .execute(arguments: [event.feed, event.epoch, event.sequence])
      }
    }
  }

  private func write(vault: [VaultChange]) throws {
    for change in vault {
      switch change {
      case .put(let record): try put(record)
      case .erase(let subject):
        try db.cachedStatement(sql: "DELETE FROM vaultKey WHERE subject = ?").execute(arguments: [subject])
        try db.cachedStatement(sql: "DELETE FROM vaultField WHERE subject = ?").execute(arguments: [subject])
      }
    }
  }

  private func put(_ record: VaultRecord) throws {
    let key = try dataKey(of: record.subject)
    let put = try db.cachedStatement(sql: "INSERT OR REPLACE INTO vaultField VALUES (?, ?, ?, ?, ?)")
    for (field, value) in record.fields {
      let place = [record.subject, record.classification.rawValue, field]
      let sealed = try VaultCipher.seal(Data(value.utf8), under: key, place: place)
      try put.execute(arguments: [
        record.subject, record.classification.rawValue, field, sealed, record.retainUntil,
      ])
    }
  }

  private func dataKey(of subject: String) throws -> SymmetricKey {
    let find = try db.cachedStatement(sql: "SELECT wrapped FROM vaultKey WHERE subject = ?")
    if let wrapped = try Data.fetchOne(find, arguments: [subject]) { return try cipher.unwrap(wrapped, for: subject) }
    let key = cipher.makeDataKey()
    let wrapped = try cipher.wrap(key, for: subject)
    try db.cachedStatement(sql: "INSERT INTO vaultKey VALUES (?, ?)").execute(arguments: [subject, wrapped])
    return key
  }

  private func unique(_ what: String, _ insert: () throws -> Void) throws {
    do {
      try insert()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreError.duplicate(what)
    }
  }
}
