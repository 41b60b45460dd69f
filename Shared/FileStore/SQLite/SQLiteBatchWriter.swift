import Crypto
import DomainModel
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

  /// What is the same in the event before is not bound again: of a batch of ballots only number, bytes and hash differ.
  private func write(events: [NewEvent], hashes: [Data]) throws {
    guard !events.isEmpty else { return }
    let insert = try BoundStatement(db, sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var before: NewEvent?
    for (event, hash) in zip(events, hashes) {
      insert.bind(1, event.sequence)
      insert.bind(2, event.stream, unless: before?.stream)
      insert.bind(3, event.type, unless: before?.type)
      insert.bind(4, Int64(event.version))
      insert.bind(5, event.effectiveOn, unless: before?.effectiveOn)
      insert.bind(6, event.recordedAt, unless: before?.recordedAt)
      insert.bind(7, event.readers, unless: before?.readers)
      insert.bind(8, event.bytes)
      insert.bind(9, hash)
      try insert.run()
      before = event
    }
  }

  private func write(entities: [EntityChange]) throws {
    guard !entities.isEmpty else { return }
    let find = try BoundStatement(db, sql: "SELECT indexes FROM entity WHERE kind = ? AND key = ?")
    // With the same index entries as before, or with none and new: one statement and done.
    let put = try BoundStatement(
      db,
      sql: """
        INSERT INTO entity (kind, key, stream, body, indexes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
        SET stream = excluded.stream, body = excluded.body, indexes = excluded.indexes
        """)
    let putPlain = try BoundStatement(
      db,
      sql: """
        INSERT INTO entity (kind, key, stream, body, indexes) VALUES (?, ?, ?, ?, x'') ON CONFLICT DO UPDATE
        SET stream = excluded.stream, body = excluded.body WHERE indexes = x''
        """)
    let remove = try BoundStatement(db, sql: "DELETE FROM entity WHERE kind = ? AND key = ?")

    func indexes(of address: EntityAddress) throws -> Data? {
      find.bind(1, address.kind)
      find.bind(2, address.key)
      return try find.first { $0.data(0) }
    }
    func run(_ statement: BoundStatement, _ entity: StoredEntity, after before: StoredEntity?) throws {
      statement.bind(1, entity.address.kind, unless: before?.address.kind)
      statement.bind(3, entity.stream, unless: before?.stream)
      try statement.binding(2, entity.address.key) { try statement.binding(4, entity.body) { try statement.run() } }
    }
    // What each of the two statements has bound.
    var before: StoredEntity?
    var beforePlain: StoredEntity?
    for change in entities {
      switch change {
      case .put(let entity, let entries):
        if entries.isEmpty {
          try run(putPlain, entity, after: beforePlain)
          beforePlain = entity
          if db.changesCount == 1 { continue }
        }
        let old = try indexes(of: entity.address)
        let new = PackedIndexes.data(entries)
        put.bind(5, new)
        try run(put, entity, after: before)
        before = entity
        try replaceIndexes(of: entity.address, old: old ?? Data(), new: new)
      case .remove(let address):
        guard let old = try indexes(of: address) else { continue }
        remove.bind(1, address.kind)
        remove.bind(2, address.key)
        try remove.run()
        try replaceIndexes(of: address, old: old, new: Data())
      }
    }
  }

  private func replaceIndexes(of address: EntityAddress, old: Data, new: Data) throws {
    guard old != new else { return }
    let before = Set(PackedIndexes.entries(in: old))
    let after = Set(PackedIndexes.entries(in: new))
    let delete = try BoundStatement(
      db, sql: "DELETE FROM entityIndex WHERE kind = ? AND name = ? AND value = ? AND key = ?")
    let insert = try BoundStatement(db, sql: "INSERT INTO entityIndex (kind, name, value, key) VALUES (?, ?, ?, ?)")
    func run(_ statement: BoundStatement, _ entry: IndexEntry) throws {
      statement.bind(1, address.kind)
      statement.bind(2, entry.name)
      statement.bind(3, entry.value)
      statement.bind(4, address.key)
      try statement.run()
    }
    for entry in before.subtracting(after) { try run(delete, entry) }
    for entry in after.subtracting(before) { try run(insert, entry) }
  }

  private func write(repeats: [RepeatRecord]) throws {
    guard !repeats.isEmpty else { return }
    let insert = try BoundStatement(db, sql: "INSERT INTO repeat VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var before: RepeatRecord?
    for record in repeats {
      insert.bind(1, record.source, unless: before?.source)
      insert.bind(2, record.id)
      insert.bind(3, record.contentMAC)
      insert.bind(4, record.status, unless: before?.status)
      insert.bind(5, record.code)
      insert.bind(6, record.firstSequence)
      insert.bind(7, record.lastSequence)
      insert.bind(8, record.reply)
      insert.bind(9, record.subject, unless: before?.subject)
      insert.bind(10, record.recordedAt, unless: before?.recordedAt)
      insert.bind(11, record.principal, unless: before?.principal)
      insert.bind(12, record.key)
      try unique("a command's id") { try insert.run() }
      before = record
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
      case .hold(let holding): try hold(holding)
      case .own(let document, let subject):
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO vaultDocument VALUES (?, ?)")
          .execute(arguments: [subject, document])
      case .erase(let erasure): try ErasureRows.erase(erasure, isOwed: false, in: db)
      }
    }
  }

  /// A record dated back does not shorten the keeping.
  private func hold(_ holding: VaultHolding) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO vaultHolding (subject, scope, purpose, since, sequence, belongsTo) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET since = max(since, excluded.since), sequence = max(sequence, excluded.sequence),
          belongsTo = COALESCE(excluded.belongsTo, belongsTo)
        """)
    try put.execute(arguments: [
      holding.subject, holding.scope, holding.purpose, holding.since, holding.sequence, holding.belongsTo,
    ])
  }

  private func put(_ record: VaultRecord) throws {
    let key = try dataKey(of: record.subject)
    let put = try db.cachedStatement(sql: "INSERT OR REPLACE INTO vaultField VALUES (?, ?, ?, ?, NULL)")
    for (field, value) in record.fields {
      let place = [record.subject, record.classification.rawValue, field]
      let sealed = try VaultCipher.seal(Data(value.utf8), under: key, place: place)
      try put.execute(arguments: [
        record.subject, record.classification.rawValue, field, sealed,
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
