import Foundation
import GRDB

/// What SQLite alone does: rows of as many bytes, as many to a transaction, with the same durability, in one table
/// without any index. No service that stores in SQLite can be faster.
struct RawStore {
  let queue: DatabaseQueue

  init(file: URL) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000")
    }
    queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try queue.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS row (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)") }
  }

  /// Rows a second.
  func append(_ count: Int, bytes: Int, batch: Int) throws -> Int {
    let payload = Data(repeating: 0x61, count: bytes)
    let watch = Stopwatch()
    for start in stride(from: 0, to: count, by: batch) {
      try queue.write { db in
        let insert = try db.cachedStatement(sql: "INSERT INTO row (bytes) VALUES (?)")
        for _ in start..<min(count, start + batch) { try insert.execute(arguments: [payload]) }
      }
    }
    return watch.rate(of: count)
  }
}

/// A look into a store from outside, beside the service that writes it.
struct StoreProbe {
  let queue: DatabaseQueue

  init(store: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: store.appendingPathComponent("journal.sqlite").path, configuration: configuration)
  }

  /// Bytes that one ballot takes in all tables, indexes left out: its share of the events that hold ballots, what those
  /// changed, and the outcomes of the commands that brought them.
  func bytesPerBallot() throws -> Int {
    try queue.read { db in
      try Int.fetchOne(
        db,
        sql: """
          WITH cast AS (SELECT * FROM event WHERE type LIKE '%.ballots-cast.v1')
          SELECT (
            (SELECT sum(length(bytes) + length(hash) + length(stream) + length(type) + length(recordedAt) + 20) FROM cast)
            + (SELECT sum(length(body) + length(kind) + length(key) + length(stream)) FROM entity
              WHERE kind IN ('ballot', 'unit-forms'))
            + (SELECT sum(length(source) + length(id) + length(contentMAC) + length(reply) + length(subject)
                + length(recordedAt) + length(principal) + 10) FROM repeat
              WHERE firstSequence IN (SELECT sequence FROM cast))
            ) / (SELECT count(*) FROM entity WHERE kind = 'ballot')
          """) ?? 0
    }
  }

  /// Reads all events in order, as many at once as a feed page holds; events a second.
  func readEvents(page: Int) throws -> (count: Int, rate: Int) {
    let watch = Stopwatch()
    var count = 0
    var after: Int64 = 0
    while true {
      let last = try queue.read { db -> Int64? in
        let statement = try db.cachedStatement(sql: "SELECT sequence, bytes, hash FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?")
        let rows = try Row.fetchCursor(statement, arguments: [after, page])
        var last: Int64?
        while let row = try rows.next() {
          let bytes: Data = row[1]
          guard !bytes.isEmpty else { continue }
          last = row[0]
          count += 1
        }
        return last
      }
      guard let last else { break }
      after = last
    }
    return (count, watch.rate(of: count))
  }
}
