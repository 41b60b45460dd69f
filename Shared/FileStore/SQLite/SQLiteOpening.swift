import Foundation
import GRDB
import Logging

/// The steps that open a store, each of which may refuse it.
struct SQLiteOpening {
  /// What an open journal is made of.
  struct Opened {
    let options: StoreOptions
    let lock: StoreLock
    let pool: DatabasePool
    let epoch: String
    let head: JournalHead
    let anchor: Anchor?
    /// Whether erasures were repeated, so that the log must be emptied.
    let hasErased: Bool
  }

  static let fileName = "journal.sqlite"
  private let options: StoreOptions

  init(_ options: StoreOptions) {
    self.options = options
  }

  func open() throws -> Opened {
    do {
      return try openFolder()
    } catch let error as DatabaseError {
      throw StoreError.cannotOpen(
        "\(options.folder.path): SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")")
    }
  }

  private func openFolder() throws -> Opened {
    do {
      try FileManager.default.createDirectory(
        at: options.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.cannotOpen("the folder \(options.folder.path) cannot be made")
    }
    let lock = try StoreLock(folder: options.folder)
    let staging = options.folder.appendingPathComponent(StoreRestoration.staging).path
    guard !FileManager.default.fileExists(atPath: staging) else {
      throw StoreError.cannotOpen("a restore into \(options.folder.path) was broken off: restore again before you start the service")
    }
    let anchor = options.checksAnchor && !options.beginsEpoch ? try Anchor.read(in: options.folder) : nil
    let path = options.folder.appendingPathComponent(Self.fileName).path
    if anchor != nil && !FileManager.default.fileExists(atPath: path) {
      throw StoreError.diverged("\(path) is gone, but had held events")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { try requireDurability($0) }
    try migrate(pool)
    let noted = try options.erasureLog?.entries() ?? []
    let (epoch, head, hasErased) = try pool.writeWithoutTransaction { db in
      var hasErased = false
      try db.inTransaction(.immediate) {
        try identify(db, anchor)
        hasErased = try repeatErasures(noted, db)
        return .commit
      }
      let snapshot = SQLiteSnapshot(db: db, cipher: VaultCipher(key: options.vaultKey))
      if let anchor { try anchor.check(against: snapshot) }
      guard let epoch = try snapshot.epochs().last?.epoch else {
        throw StoreError.cannotOpen("\(options.folder.path) has no epoch")
      }
      return (epoch, try snapshot.head, hasErased)
    }
    try noteErasures(beside: noted, pool)
    if anchor == nil && head.sequence > 0 && options.checksAnchor && !options.beginsEpoch {
      options.logger.warning("The journal has no anchor: a lost tail would not show. A new one is written.")
    }
    if options.beginsEpoch { try Anchor(epoch: epoch, head: head).write(in: options.folder) }
    return Opened(options: options, lock: lock, pool: pool, epoch: epoch, head: head, anchor: anchor, hasErased: hasErased)
  }

  /// Erases again whom the log names and this vault does not know to have been erased: it is a copy of before. Each is owed
  /// an event, which the engine records at the next start.
  private func repeatErasures(_ noted: [VaultErasure], _ db: Database) throws -> Bool {
    guard !noted.isEmpty else { return false }
    let known = Set(try SQLiteSnapshot(db: db, cipher: VaultCipher(key: options.vaultKey)).erasures().map(\.identity))
    let lost = noted.filter { !known.contains($0.identity) }
    guard !lost.isEmpty else { return false }
    guard options.beginsEpoch else {
      throw StoreError.diverged(
        "it is a copy of before \(lost.count) erasures of personal data that \(options.erasureLog?.file.path ?? "") names; "
          + "begin a new epoch (--begin-epoch), which repeats them")
    }
    for erasure in lost { try ErasureRows.erase(erasure, isOwed: true, in: db) }
    return true
  }

  /// The log has every erasure of the vault: a crash may have come between the commit and the line.
  private func noteErasures(beside noted: [VaultErasure], _ pool: DatabasePool) throws {
    guard let log = options.erasureLog else { return }
    let cipher = VaultCipher(key: options.vaultKey)
    let known = Set(noted.map(\.identity))
    let taken = try pool.read { try SQLiteSnapshot(db: $0, cipher: cipher).erasures() }
    do { try log.append(taken.filter { !known.contains($0.identity) }) } catch {
      options.logger.error(
        "The erasure log cannot be written: a restored backup would bring erased people back",
        metadata: ["file": "\(log.file.path)", "cause": "\(StoreError(from: error).code)"])
    }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "jiugai.\(options.feed)"
    configuration.busyMode = .timeout(options.busySeconds)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // What is erased is overwritten, not just unlinked.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// GRDB sets `synchronous` to NORMAL once the log is set up, whatever was asked for before: so it is set here, and
  /// read back, on the connection that writes.
  private func requireDurability(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    try db.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
    try db.execute(sql: "PRAGMA journal_size_limit = 134217728")
    let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard level == 2 else { throw StoreError.notDurable("synchronous reads \(level ?? -1), not 2") }
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
    guard mode == "wal" else { throw StoreError.notDurable("the journal mode reads \(mode ?? "nothing"), not wal") }
  }

  private func migrate(_ pool: DatabasePool) throws {
    let migrator = Schema.migrator
    guard try !pool.read(migrator.hasBeenSuperseded) else {
      throw StoreError.newerSchema(options.folder.path)
    }
    try migrator.migrate(pool)
  }

  /// Checks whose store this is; a new one is given its feed, key and first epoch.
  private func identify(_ db: Database, _ anchor: Anchor?) throws {
    let identity = try Row.fetchOne(db, sql: "SELECT feed, vaultKey FROM store")
    guard let identity else {
      if anchor != nil { throw StoreError.diverged("\(options.folder.path) is empty, but had held events") }
      try db.execute(
        sql: "INSERT INTO store VALUES (1, ?, ?)", arguments: [options.feed, options.vaultKey.fingerprint])
      let epoch = options.makeEpoch()
      let start = ChainHash.start(feed: options.feed, epoch: epoch)
      return try begin(epoch, after: JournalHead(sequence: 0, hash: start), db)
    }
    let feed: String = identity[0]
    guard feed == options.feed else { throw StoreError.otherFeed(expected: options.feed, found: feed) }
    let fingerprint: Data = identity[1]
    guard fingerprint == options.vaultKey.fingerprint else { throw StoreError.vaultKeyWrong }
    if options.beginsEpoch {
      try begin(options.makeEpoch(), after: SQLiteSnapshot(db: db, cipher: VaultCipher(key: options.vaultKey)).head, db)
    }
  }

  private func begin(_ epoch: String, after head: JournalHead, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO epoch (epoch, after, hash, startedAt) VALUES (?, ?, ?, ?)",
      arguments: [epoch, head.sequence, head.hash, options.now()])
  }
}
