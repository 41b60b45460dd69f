import Foundation
import GRDB

/// Reads a journal through one database connection.
struct SQLiteSnapshot: JournalSnapshot {
  let db: Database
  let cipher: VaultCipher

  var head: JournalHead {
    get throws {
      let statement = try db.cachedStatement(sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
      if let row = try Row.fetchOne(statement) { return JournalHead(sequence: row[0], hash: row[1]) }
      guard let first = try epochs().first else { throw StoreError.cannotOpen("the journal has no epoch") }
      return JournalHead(sequence: 0, hash: first.hash)
    }
  }

  func epochs() throws -> [EpochRecord] {
    let statement = try db.cachedStatement(sql: "SELECT epoch, after, hash, startedAt FROM epoch ORDER BY ordinal")
    return try Row.fetchAll(statement).map {
      EpochRecord(epoch: $0[0], after: $0[1], hash: $0[2], startedAt: $0[3])
    }
  }

  func hash(at sequence: Int64) throws -> Data? {
    if sequence == 0 { return try epochs().first?.hash }
    return try Data.fetchOne(
      db.cachedStatement(sql: "SELECT hash FROM event WHERE sequence = ?"), arguments: [sequence])
  }

  func event(_ sequence: Int64) throws -> StoredEvent? {
    let statement = try db.cachedStatement(sql: "\(Self.selectEvent) WHERE sequence = ?")
    return try Row.fetchOne(statement, arguments: [sequence]).map(Self.event)
  }

  func events(after: Int64, limit: Int, maxBytes: Int) throws -> [StoredEvent] {
    let statement = try BoundStatement(db, sql: "\(Self.selectEvent) WHERE sequence > ? ORDER BY sequence LIMIT ?")
    statement.bind(1, after)
    statement.bind(2, Int64(limit))
    var events: [StoredEvent] = []
    var room = maxBytes
    try statement.each { row in
      let event = Self.event(row)
      guard events.isEmpty || event.bytes.count <= room else { return false }
      room -= event.bytes.count
      events.append(event)
      return true
    }
    return events
  }

  func events(stream: String, after: Int64, limit: Int) throws -> [StoredEvent] {
    let statement = try db.cachedStatement(
      sql: "\(Self.selectEvent) WHERE stream = ? AND sequence > ? ORDER BY sequence LIMIT ?")
    return try Row.fetchAll(statement, arguments: [stream, after, limit]).map(Self.event)
  }

  func entity(_ address: EntityAddress) throws -> Data? {
    let find = try BoundStatement(db, sql: "SELECT body FROM entity WHERE kind = ? AND key = ?")
    find.bind(1, address.kind)
    find.bind(2, address.key)
    return try find.first { $0.data(0) }
  }

  func entities(kind: String, keyPrefix: String, after: String?, limit: Int) throws -> [StoredEntity] {
    var sql = "SELECT key, stream, body FROM entity WHERE kind = ?"
    var arguments: StatementArguments = [kind]
    if let after, !after.precedes(keyPrefix) {
      sql += " AND key > ?"
      arguments += [after]
    } else {
      sql += " AND key >= ?"
      arguments += [keyPrefix]
    }
    if let end = keyPrefix.endOfPrefix {
      sql += " AND key < ?"
      arguments += [end]
    }
    arguments += [limit]
    return try Row.fetchAll(db.cachedStatement(sql: sql + " ORDER BY key LIMIT ?"), arguments: arguments).map {
      StoredEntity(address: EntityAddress(kind: kind, key: $0[0]), stream: $0[1], body: $0[2])
    }
  }

  func entities(kind: String, index: String, value: String, after: String?, limit: Int) throws -> [StoredEntity] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT entity.key, stream, body FROM entityIndex JOIN entity USING (kind, key)
        WHERE entityIndex.kind = ? AND name = ? AND value = ? AND entityIndex.key \(after == nil ? ">=" : ">") ?
        ORDER BY entityIndex.key LIMIT ?
        """)
    return try Row.fetchAll(statement, arguments: [kind, index, value, after ?? "", limit]).map {
      StoredEntity(address: EntityAddress(kind: kind, key: $0[0]), stream: $0[1], body: $0[2])
    }
  }

  func addresses(ofStream stream: String) throws -> [EntityAddress] {
    // No index: it would cost every ballot a row more, for a question that is asked once in a great while.
    let statement = try db.cachedStatement(sql: "SELECT kind, key FROM entity WHERE stream = ? ORDER BY kind, key")
    return try Row.fetchAll(statement, arguments: [stream]).map { EntityAddress(kind: $0[0], key: $0[1]) }
  }

  func entityKinds() throws -> [String] {
    // One search per kind: the table may hold millions of entities of a few kinds.
    var kinds: [String] = []
    let statement = try db.cachedStatement(sql: "SELECT kind FROM entity WHERE kind > ? ORDER BY kind LIMIT 1")
    while let kind = try String.fetchOne(statement, arguments: [kinds.last ?? ""]) { kinds.append(kind) }
    return kinds
  }

  func indexes(of address: EntityAddress) throws -> [IndexEntry] {
    let statement = try db.cachedStatement(sql: "SELECT indexes FROM entity WHERE kind = ? AND key = ?")
    let packed = try Data.fetchOne(statement, arguments: [address.kind, address.key])
    return packed.map(PackedIndexes.entries(in:)) ?? []
  }

  static let selectEvent =
    "SELECT sequence, stream, type, version, effectiveOn, recordedAt, readers, bytes, hash FROM event"

  private static func event(_ row: BoundStatement) -> StoredEvent {
    StoredEvent(
      sequence: row.integer(0), stream: row.text(1), type: row.text(2), version: Int(row.integer(3)),
      effectiveOn: row.text(4), recordedAt: row.text(5), readers: row.text(6), bytes: row.data(7), hash: row.data(8))
  }

  static func event(_ row: Row) -> StoredEvent {
    StoredEvent(
      sequence: row[0], stream: row[1], type: row[2], version: row[3], effectiveOn: row[4], recordedAt: row[5],
      readers: row[6], bytes: row[7], hash: row[8])
  }
}
