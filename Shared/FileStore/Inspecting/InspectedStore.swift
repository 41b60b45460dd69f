import Foundation
import GRDB

/// A store opened to look at alone: nothing in it is written, migrated or locked, so its service may run meanwhile. All that
/// is read is of one moment.
///
/// While it is open the service cannot empty its write-ahead log, which grows by what is recorded in that time.
public final class InspectedStore: Sendable {
  /// The store's folder.
  public let folder: URL
  private let pool: DatabasePool
  private let snapshot: DatabaseSnapshot
  private let cipher: VaultCipher
  private let fingerprint: Data?

  /// - Parameter vaultKey: nil when the key is not to be had; then nothing sealed is opened.
  /// - Throws: `StoreError.cannotOpen` when there is no store that can be read or an earlier version wrote it, `.newerSchema`
  ///   when a later one did.
  public init(folder: URL, vaultKey: VaultKey?) throws {
    self.folder = folder
    let path = folder.appendingPathComponent(SQLiteOpening.fileName).path
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError.cannotOpen("\(folder.path) holds no journal")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    do {
      cipher = VaultCipher(key: try vaultKey ?? VaultKey(bytes: Data(repeating: 0, count: 32)))
      fingerprint = vaultKey?.fingerprint
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = Schema.migrator
      guard try !pool.read(migrator.hasBeenSuperseded) else { throw StoreError.newerSchema(folder.path) }
      guard try pool.read(migrator.hasCompletedMigrations) else {
        throw StoreError.cannotOpen(
          "\(folder.path) was written by an earlier version; start the service once, or verify with that version")
      }
      snapshot = try pool.makeSnapshot()
    } catch let error as DatabaseError {
      throw StoreError.cannotOpen("\(path): SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")")
    }
  }

  /// Views of the one moment, for whoever reads a journal.
  public var reader: any JournalReader { HeldReader(snapshot: snapshot, cipher: cipher) }

  /// Whose feed the store is.
  public func feed() throws -> String { try read { try String.fetchOne($0, sql: "SELECT feed FROM store") ?? "" } }

  /// Whether the vault's key is the one that the store was made with; nil when no key was given.
  public func keyFits() throws -> Bool? {
    guard let fingerprint else { return nil }
    return try read { try Data.fetchOne($0, sql: "SELECT vaultKey FROM store") } == fingerprint
  }

  /// What SQLite itself finds wrong with the file, and index entries that belong to nothing.
  public func structureProblems() throws -> [String] {
    try read { db in
      var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)").filter { $0 != "ok" }
      let strays = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM entityIndex AS i WHERE NOT EXISTS (
            SELECT 1 FROM entity AS e WHERE e.kind = i.kind AND e.key = i.key)
          """)
      if let strays, strays > 0 { problems.append("\(strays) index entries belong to no entity") }
      return problems
    }
  }

  /// Visits every stored outcome of a command.
  public func eachRepeat(_ visit: (RepeatRecord) throws -> Void) throws {
    try read { db in try SQLiteSnapshot(db: db, cipher: self.cipher).eachRepeat(visit) }
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try snapshot.read(body) } catch let error as DatabaseError { throw StoreError(from: error) }
  }

  var vault: VaultCipher { cipher }
}

/// The same moment for every read.
private struct HeldReader: JournalReader {
  let snapshot: DatabaseSnapshot
  let cipher: VaultCipher

  func read<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T {
    do { return try snapshot.read { try body(SQLiteSnapshot(db: $0, cipher: cipher)) } } catch let error as DatabaseError {
      throw StoreError(from: error)
    }
  }
}
