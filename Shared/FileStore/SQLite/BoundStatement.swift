import Foundation
import GRDB
import GRDBSQLite

/// A statement that is bound and read column by column through SQLite's own interface. GRDB's arguments and rows box every
/// value, which is half of what storing a ballot costs; here nothing is boxed and constant columns are bound once.
///
/// It lives on its connection's cache, so no other statement of the same text may be in use, and it must not outlive the
/// connection. Columns are counted from 0 when read, parameters from 1 when bound, as in SQLite.
struct BoundStatement {
  private let owner: Statement
  private let handle: OpaquePointer

  init(_ db: Database, sql: String) throws {
    owner = try db.cachedStatement(sql: sql)
    handle = owner.sqliteStatement
  }

  // MARK: Binding

  /// SQLite copies the bytes: the value may go before the statement runs.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  func bind(_ parameter: Int32, _ value: String) {
    var value = value
    // An empty text may have no address, and that would bind NULL.
    value.withUTF8 { text in
      guard let start = text.baseAddress else { return _ = sqlite3_bind_text(handle, parameter, "", 0, Self.copied) }
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        _ = sqlite3_bind_text(handle, parameter, $0, Int32(text.count), Self.copied)
      }
    }
  }

  func bind(_ parameter: Int32, _ value: Data) {
    value.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return _ = sqlite3_bind_zeroblob(handle, parameter, 0)
      }
      _ = sqlite3_bind_blob(handle, parameter, start, Int32(bytes.count), Self.copied)
    }
  }

  func bind(_ parameter: Int32, _ value: Int64) { sqlite3_bind_int64(handle, parameter, value) }

  func bind(_ parameter: Int32, _ value: String?) {
    if let value { bind(parameter, value) } else { sqlite3_bind_null(handle, parameter) }
  }

  func bind(_ parameter: Int32, _ value: Int64?) {
    if let value { bind(parameter, value) } else { sqlite3_bind_null(handle, parameter) }
  }

  /// Binds a text unless it is, byte for byte, the one that is bound already.
  func bind(_ parameter: Int32, _ value: String, unless bound: String?) {
    if let bound, bound.hasSameBytes(as: value) { return }
    bind(parameter, value)
  }

  /// Binds a text while `body` runs. SQLite does not copy it, so the statement must run inside, and afterwards the parameter
  /// is NULL.
  func binding<Value>(_ parameter: Int32, _ value: String, _ body: () throws -> Value) rethrows -> Value {
    var value = value
    return try value.withUTF8 { text in
      guard let start = text.baseAddress else {
        bind(parameter, "")
        return try body()
      }
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        _ = sqlite3_bind_text(handle, parameter, $0, Int32(text.count), nil)
      }
      defer { sqlite3_bind_null(handle, parameter) }
      return try body()
    }
  }

  /// The same for bytes.
  func binding<Value>(_ parameter: Int32, _ value: Data, _ body: () throws -> Value) rethrows -> Value {
    try value.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        bind(parameter, Data())
        return try body()
      }
      _ = sqlite3_bind_blob(handle, parameter, start, Int32(bytes.count), nil)
      defer { sqlite3_bind_null(handle, parameter) }
      return try body()
    }
  }

  // MARK: Running

  /// Runs a statement that gives no rows. What is bound stays bound for the next time.
  func run() throws {
    defer { sqlite3_reset(handle) }
    guard try step() == SQLITE_DONE else { throw StoreError.fatal("a statement gave rows") }
  }

  /// Calls `row` while the statement stands on its first row; nil if it gives none.
  func first<Value>(_ row: (BoundStatement) throws -> Value) throws -> Value? {
    defer { sqlite3_reset(handle) }
    return try step() == SQLITE_ROW ? try row(self) : nil
  }

  /// Calls `row` for each row, until it returns false.
  func each(_ row: (BoundStatement) throws -> Bool) throws {
    defer { sqlite3_reset(handle) }
    while try step() == SQLITE_ROW, try row(self) {}
  }

  private func step() throws -> Int32 {
    let code = sqlite3_step(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      // SQLite's message names tables and columns, never values.
      let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    return code
  }

  // MARK: Reading

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  func data(_ column: Int32) -> Data {
    guard let start = sqlite3_column_blob(handle, column) else { return Data() }
    return Data(bytes: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}
