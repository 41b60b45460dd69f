import Foundation
import GRDB

/// The events of a store, read without writing anything: of a copy, or of a service that runs or does not. Nothing sealed
/// is opened, so no key is asked for.
public final class StoredJournal {
  private let queue: DatabaseQueue

  /// - Parameter folder: the store's folder.
  /// - Throws: `StoreError.cannotOpen` when it holds no journal that can be read.
  public init(folder: URL) throws {
    let path = folder.appendingPathComponent(SQLiteOpening.fileName).path
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError.cannotOpen("\(folder.path) holds no journal")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    do { queue = try DatabaseQueue(path: path, configuration: configuration) } catch let error as DatabaseError {
      throw StoreError.cannotOpen("\(path): SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")")
    }
  }

  /// Whose feed the journal is, as its own record says.
  public func feed() throws -> String {
    try reading { try String.fetchOne($0, sql: "SELECT feed FROM store") ?? "" }
  }

  /// Events after `after`, in their order.
  public func events(after: Int64, limit: Int) throws -> [StoredEvent] {
    try reading { db in
      let rows = try Row.fetchAll(
        db, sql: "\(SQLiteSnapshot.selectEvent) WHERE sequence > ? ORDER BY sequence LIMIT ?", arguments: [after, limit])
      return rows.map(SQLiteSnapshot.event)
    }
  }

  private func reading<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try queue.read(body) } catch let error as DatabaseError { throw StoreError(from: error) }
  }
}
