import Foundation
import GRDB

/// Repeats, cursors, reactions and parked events.
extension SQLiteSnapshot {
  func repeatRecord(source: String, id: String) throws -> RepeatRecord? {
    let find = try BoundStatement(db, sql: Self.findRepeat)
    find.bind(1, source)
    find.bind(2, id)
    return try find.first { row in
      RepeatRecord(
        source: row.text(0), id: row.text(1), contentMAC: row.data(2), status: row.text(3),
        code: row.isNull(4) ? nil : row.text(4), firstSequence: row.isNull(5) ? nil : row.integer(5),
        lastSequence: row.isNull(6) ? nil : row.integer(6), reply: row.data(7), subject: row.text(8),
        recordedAt: row.text(9), principal: row.text(10), key: row.isNull(11) ? nil : row.text(11))
    }
  }

  func refusals(subject: String, limit: Int) throws -> [RepeatRecord] {
    let statement = try db.cachedStatement(
      sql: """
        \(Self.selectRepeat) WHERE status = 'refused' AND subject = ?
        ORDER BY recordedAt DESC, source DESC, id DESC LIMIT ?
        """)
    return try Row.fetchAll(statement, arguments: [subject, limit]).map(Self.repeatRecord)
  }

  func refusals(_ filter: RefusalFilter, before mark: RefusalMark?, limit: Int) throws -> RefusalPage {
    var sql = "\(Self.selectRepeat) WHERE status = 'refused' AND recordedAt >= ?"
    var arguments: StatementArguments = [filter.since ?? ""]
    if let mark {
      sql += " AND (recordedAt, source, id) < (?, ?, ?)"
      arguments += [mark.recordedAt, mark.source, mark.id]
    }
    arguments += [RefusalPage.lookedThrough]
    let statement = try db.cachedStatement(sql: sql + " ORDER BY recordedAt DESC, source DESC, id DESC LIMIT ?")
    var page = RefusalPage.Gathering(filter, limit: limit)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while !page.isFull, let row = try rows.next() { page.look(at: Self.repeatRecord(row)) }
    return page.page
  }

  func cursor(feed: String) throws -> CursorRecord? {
    let statement = try db.cachedStatement(sql: "SELECT feed, epoch, sequence, hash FROM cursor WHERE feed = ?")
    return try Row.fetchOne(statement, arguments: [feed]).map(Self.cursor)
  }

  func cursors() throws -> [CursorRecord] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT feed, epoch, sequence, hash FROM cursor ORDER BY feed"))
      .map(Self.cursor)
  }

  func hasReaction(_ key: ReactionKey) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM reaction WHERE feed = ? AND epoch = ? AND sequence = ? AND reaction = ?")
    return try Int.fetchOne(statement, arguments: [key.feed, key.epoch, key.sequence, key.reaction]) != nil
  }

  func parked(subject: String?, limit: Int) throws -> [ParkedRecord] {
    let order = "ORDER BY feed, epoch, sequence LIMIT ?"
    if let subject {
      let statement = try db.cachedStatement(sql: "\(Self.selectParked) WHERE subject = ? \(order)")
      return try Row.fetchAll(statement, arguments: [subject, limit]).map(Self.parked)
    }
    return try Row.fetchAll(db.cachedStatement(sql: "\(Self.selectParked) \(order)"), arguments: [limit])
      .map(Self.parked)
  }

  func parked(_ event: ForeignEvent) throws -> ParkedRecord? {
    let statement = try db.cachedStatement(sql: "\(Self.selectParked) WHERE feed = ? AND epoch = ? AND sequence = ?")
    return try Row.fetchOne(statement, arguments: [event.feed, event.epoch, event.sequence]).map(Self.parked)
  }

  private static let selectRepeat = """
    SELECT source, id, contentMAC, status, code, firstSequence, lastSequence, reply, subject, recordedAt, principal, key
    FROM repeat
    """
  private static let findRepeat = selectRepeat + " WHERE source = ? AND id = ?"
  private static let selectParked =
    "SELECT feed, epoch, sequence, subject, reason, detail, parkedAt, bytes FROM parked"

  /// Visits every outcome, in the order of source and id.
  func eachRepeat(_ visit: (RepeatRecord) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: Self.selectRepeat + " ORDER BY source, id")
    while let row = try rows.next() { try visit(Self.repeatRecord(row)) }
  }

  private static func repeatRecord(_ row: Row) -> RepeatRecord {
    RepeatRecord(
      source: row[0], id: row[1], contentMAC: row[2], status: row[3], code: row[4], firstSequence: row[5],
      lastSequence: row[6], reply: row[7], subject: row[8], recordedAt: row[9], principal: row[10], key: row[11])
  }

  private static func cursor(_ row: Row) -> CursorRecord {
    CursorRecord(feed: row[0], epoch: row[1], sequence: row[2], hash: row[3])
  }

  private static func parked(_ row: Row) -> ParkedRecord {
    ParkedRecord(
      event: ForeignEvent(feed: row[0], epoch: row[1], sequence: row[2]), subject: row[3], reason: row[4],
      detail: row[5], parkedAt: row[6], bytes: row[7])
  }
}
