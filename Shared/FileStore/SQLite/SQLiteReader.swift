import GRDB

/// Gives other threads snapshots of a journal in SQLite, on read connections.
struct SQLiteReader: JournalReader {
  let pool: DatabasePool
  let cipher: VaultCipher

  func read<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T {
    do {
      return try pool.read { try body(SQLiteSnapshot(db: $0, cipher: cipher)) }
    } catch let error as DatabaseError {
      throw StoreError(from: error)
    }
  }
}
