import Foundation
import GRDB
import Logging

/// A journal in a folder, in SQLite with a write-ahead log that is synced at every commit.
public final class SQLiteJournal: Journal {
  /// The feed that this journal is published as.
  public let feed: String
  /// The current epoch.
  public let epoch: String
  /// The last event committed.
  public private(set) var head: JournalHead
  /// The store's folder.
  public let folder: URL

  let pool: DatabasePool
  private let lock: StoreLock
  private let key: VaultKey
  private let cipher: VaultCipher
  private let anchorInterval: Duration
  private let logger: Logger
  private var anchored: Anchor?
  private var anchoredAt = ContinuousClock.now
  private let erasureLog: ErasureLog?
  private var owesCheckpoint = false
  /// Whether files of erased documents may be left.
  private var owesFiles = false
  /// Erasures that the log beside the store does not have yet.
  private var unnoted: [VaultErasure] = []
  /// Set by an error after which nothing may be written any more.
  private var failure: StoreError?
  private var isClosed = false
  /// A connection while a read transaction is held open on it, and the look-up of entities, which a batch asks for thousands
  /// of times.
  private typealias HeldReads = (db: Database, lookUp: EntityLookUp)
  /// The writer's connection while reads are held on it.
  private var held: HeldReads?
  /// The batch that is being written.
  private var begun: BegunCommit?
  /// A connection of this journal's own for what is read while a batch is being written, opened when it is first needed.
  private var aside: DatabaseQueue?
  /// That connection while reads are held on it.
  private var heldAside: HeldReads?

  /// Opens the store of `options.folder`, and makes it if there is none.
  public convenience init(_ options: StoreOptions) throws {
    try self.init(opened: SQLiteOpening(options).open())
  }

  init(opened: SQLiteOpening.Opened) {
    feed = opened.options.feed
    epoch = opened.epoch
    head = opened.head
    folder = opened.options.folder
    pool = opened.pool
    lock = opened.lock
    key = opened.options.vaultKey
    cipher = VaultCipher(key: key)
    anchorInterval = opened.options.anchorInterval
    logger = opened.options.logger
    anchored = opened.anchor
    erasureLog = opened.options.erasureLog
    owesCheckpoint = opened.hasErased
    owesFiles = true
    // From the first moment: a store of a few events, written within a second and then left alone, has a witness too.
    if anchored == nil { writeAnchor() }
  }

  /// Where uploaded documents are registered: in the same database.
  public var documentCatalogue: any DocumentCatalogue { SQLiteDocumentCatalogue(pool: pool) }

  /// The keyed hash of a command's content, for the repeat table.
  public func contentMAC(for content: Data) -> Data { key.contentMAC(for: content) }

  /// A source of snapshots for other threads, on read connections.
  public func reader() -> any JournalReader { SQLiteReader(pool: pool, cipher: cipher) }

  /// Writes all of `batch` or nothing, synced before it returns.
  @discardableResult
  public func commit(_ batch: StoreBatch) throws -> JournalHead {
    precondition(begun == nil, "one batch is written after the other")
    if batch.isEmpty { return head }
    let (hashes, next) = try chained(batch)
    try write { try SQLiteBatchWriter(db: $0, cipher: cipher).write(batch, hashes: hashes) }
    head = next
    let erasures = batch.vault.compactMap { if case .erase(let erasure) = $0 { erasure } else { nil } }
    if !erasures.isEmpty {
      (owesCheckpoint, owesFiles) = (true, true)
      unnoted += erasures.filter { $0.sequence > 0 }
    }
    finishErasures()
    if anchoredAt.duration(to: .now) >= anchorInterval { writeAnchor() }
    return head
  }

  /// Begins to write a batch on the database's own thread.
  public func beginCommit(_ batch: StoreBatch) throws {
    precondition(begun == nil && held == nil && heldAside == nil, "one batch is written after the other")
    precondition(batch.vault.isEmpty, "what a batch with personal data owes afterwards is done with its commit")
    if isClosed { throw StoreError.cannotOpen("it was closed") }
    if let failure { throw failure }
    let (hashes, next) = try chained(batch)
    let begun = BegunCommit(head: next)
    let cipher = cipher
    pool.asyncWriteWithoutTransaction { db in
      begun.finish(
        Result {
          try db.inTransaction(.immediate) {
            try SQLiteBatchWriter(db: db, cipher: cipher).write(batch, hashes: hashes)
            return .commit
          }
        })
    }
    self.begun = begun
  }

  /// Waits until the batch that was begun is written and synced.
  @discardableResult
  public func finishCommit() throws -> JournalHead {
    guard let begun else { return head }
    self.begun = nil
    do { try begun.wait() } catch {
      if case .fatal = error { failure = error }
      throw error
    }
    head = begun.head
    if anchoredAt.duration(to: .now) >= anchorInterval { writeAnchor() }
    return head
  }

  /// The chain's hashes for a batch that follows the head, and the head after it.
  private func chained(_ batch: StoreBatch) throws -> (hashes: [Data], head: JournalHead) {
    try batch.validate(after: head)
    var last = head.hash
    let hashes = batch.events.map { event in
      last = ChainHash.next(after: last, sequence: event.sequence, bytes: event.bytes)
      return last
    }
    return (hashes, JournalHead(sequence: batch.events.last?.sequence ?? head.sequence, hash: last))
  }

  /// Removes every entity and index entry, in one transaction.
  public func dropEntities() throws {
    try write { db in
      try db.execute(sql: "DELETE FROM entity")
      try db.execute(sql: "DELETE FROM entityIndex")
    }
  }

  /// Finishes an erasure that a reader held up, and renews the anchor.
  public func settle() throws {
    if let failure { throw failure }
    finishErasures()
    if anchored?.sequence != head.sequence { writeAnchor() }
  }

  /// Settles, closes the database and lets the next one in.
  public func close() throws {
    guard !isClosed else { return }
    if failure == nil {
      try finishCommit()
      try settle()
    }
    isClosed = true
    failure = failure ?? .cannotOpen("it was closed")
    defer { lock.release() }
    // The pool last: whoever closes a database last takes its log into it.
    do {
      try aside?.close()
      try pool.close()
    } catch { throw StoreError(from: error) }
  }

  /// Bounds the database's size, in pages of 4 KiB; a batch that needs more throws `StoreError.full`.
  public func limit(pages: Int) throws {
    try access { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }

  /// SQLite's own check of the file's structure; empty if it is sound. It says nothing about the chain.
  public func integrityProblems() throws -> [String] {
    try access { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
  }

  /// Everybody whose key the vault has, by id: for tools that check what it holds.
  public func vaultSubjects() throws -> [String] {
    try access { try String.fetchAll($0, sql: "SELECT subject FROM vaultKey ORDER BY subject") }
  }

  /// Reads through the writer's connection: no snapshot is needed, since only this thread writes.
  public func readCommitted<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T {
    try access { try body(SQLiteSnapshot(db: $0, cipher: cipher)) }
  }

  /// An entity's body.
  public func entity(_ address: EntityAddress) throws -> Data? {
    guard let held = heldAside ?? held else { return try readCommitted { try $0.entity(address) } }
    do { return try held.lookUp.body(of: address) } catch { throw StoreError(from: error) }
  }

  /// What the command of this id came to.
  public func repeatRecord(source: String, id: String) throws -> RepeatRecord? {
    guard let heldAside else { return try readCommitted { try $0.repeatRecord(source: source, id: id) } }
    do { return try SQLiteSnapshot(db: heldAside.db, cipher: cipher).repeatRecord(source: source, id: id) } catch {
      throw StoreError(from: error)
    }
  }

  /// Runs `body` in one read transaction on the writer's connection; on one of its own while that connection writes. The
  /// database's thread takes one thing after the other, so all reads but the two that use `heldAside` wait there until the
  /// batch is written.
  public func holdingReads<T>(_ body: () throws -> T) throws -> T {
    var result: Result<T, any Error>?
    func hold(_ db: Database, at place: ReferenceWritableKeyPath<SQLiteJournal, HeldReads?>) throws {
      try db.inTransaction(.deferred) {
        self[keyPath: place] = (db, try EntityLookUp(db))
        defer { self[keyPath: place] = nil }
        result = Result(catching: body)
        return .commit
      }
    }
    do {
      if begun == nil {
        try access { try hold($0, at: \.held) }
      } else {
        try connectionAside().inDatabase { try hold($0, at: \.heldAside) }
      }
    } catch { throw StoreError(from: error) }
    guard let result else { throw StoreError.fatal("a read transaction did nothing") }
    return try result.get()
  }

  private func connectionAside() throws -> DatabaseQueue {
    if let aside { return aside }
    var configuration = Configuration()
    configuration.label = "jiugai.\(feed).aside"
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let opened = try DatabaseQueue(
      path: folder.appendingPathComponent(SQLiteOpening.fileName).path, configuration: configuration)
    aside = opened
    return opened
  }

  private func access<T>(_ body: (Database) throws -> T) throws -> T {
    if isClosed { throw StoreError.cannotOpen("it was closed") }
    do {
      if let held { return try body(held.db) }
      return try pool.writeWithoutTransaction(body)
    } catch { throw StoreError(from: error) }
  }

  private func write(_ body: (Database) throws -> Void) throws {
    if let failure { throw failure }
    precondition(held == nil, "nothing is committed while reads are held")
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    } catch {
      let error = StoreError(from: error)
      if case .fatal = error { failure = error }
      throw error
    }
  }

  /// What an erasure owes beside its transaction: the log emptied, the files of erased documents removed, the line in the
  /// erasure log. What fails here is done again at the next commit, when things settle, or at the next start.
  private func finishErasures() {
    if owesFiles {
      do {
        try ErasedFiles.remove(from: pool, in: folder)
        owesFiles = false
      } catch {
        logger.warning("A file of an erased document has to wait", metadata: ["cause": "\(StoreError(from: error).code)"])
      }
    }
    if owesCheckpoint { emptyLog() }
    guard !unnoted.isEmpty, let erasureLog else { return unnoted.removeAll() }
    do {
      try erasureLog.append(unnoted)
      unnoted.removeAll()
    } catch {
      logger.error(
        "The erasure log cannot be written: a restored backup would bring erased people back",
        metadata: ["file": "\(erasureLog.file.path)", "cause": "\(StoreError(from: error).code)"])
    }
  }

  /// Empties the log, so that no copy of what was erased stays behind. A long reader may hold it up; then it is owed.
  private func emptyLog() {
    do {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      owesCheckpoint = false
    } catch {
      logger.notice("An erasure's checkpoint has to wait", metadata: ["cause": "\(StoreError(from: error).code)"])
    }
  }

  /// A failed anchor is no failed commit: the one before still holds, it only witnesses less.
  private func writeAnchor() {
    anchoredAt = .now
    let anchor = Anchor(epoch: epoch, head: head)
    do {
      try anchor.write(in: folder)
      anchored = anchor
    } catch {
      logger.warning("The anchor cannot be written", metadata: ["cause": "\(StoreError(from: error))"])
    }
  }
}
