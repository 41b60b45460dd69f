import Foundation
import GRDB
import Testing

@testable import FileStore

@Suite("A store in a folder")
struct StoreTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func isDiverged(_ error: any Error) -> Bool {
    if case StoreError.diverged = error { true } else { false }
  }

  @Test("reads synchronous back as FULL, though GRDB sets it lower")
  func durability() throws {
    let journal = try SQLiteJournal(scratch.options())
    #expect(try journal.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try journal.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
    #expect(try journal.pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test("goes on where it stopped")
  func reopen() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 3)
        $0.entities = [.put(entity("k", "a"), indexes: [IndexEntry(name: "n", value: "v")])]
        $0.repeats = [outcome("1")]
      })
    let head = journal.head
    try journal.close()
    #expect(throws: StoreError.self) { try journal.commit(batch { $0.events = nextEvents(journal, 1) }) }
    let again = try SQLiteJournal(scratch.options())
    #expect(again.head == head)
    #expect(again.epoch == "0badcafe")
    #expect(try again.indexes(of: EntityAddress(kind: "k", key: "a")).count == 1)
    try again.commit(batch { $0.events = nextEvents(again, 1) })
    #expect(try ChainVerifier().verify(again.reader(), feed: "voting").isSound)
  }

  @Test("is refused to a second instance, and the first goes on")
  func secondInstance() throws {
    let journal = try SQLiteJournal(scratch.options())
    #expect(throws: StoreError.inUse(folder: scratch.store.path)) { try SQLiteJournal(scratch.options()) }
    #expect("\(StoreError.inUse(folder: scratch.store.path))".contains(scratch.store.path))
    try journal.commit(batch { $0.events = nextEvents(journal, 1) })
    try journal.close()
  }

  @Test("is refused to another feed")
  func otherFeed() throws {
    try SQLiteJournal(scratch.options()).close()
    var options = try scratch.options()
    options.feed = "funding"
    #expect(throws: StoreError.otherFeed(expected: "funding", found: "voting")) { try SQLiteJournal(options) }
  }

  @Test("is refused when a newer version wrote it")
  func newer() throws {
    try SQLiteJournal(scratch.options()).close()
    try scratch.tamper("INSERT INTO grdb_migrations VALUES ('99 future')")
    #expect(throws: StoreError.newerSchema(scratch.store.path)) { try SQLiteJournal(scratch.options()) }
  }

  @Test("of the first schema opens, and is brought forward")
  func migration() throws {
    try FileManager.default.createDirectory(at: scratch.store, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: scratch.database.path)
    try Schema.migrator.migrate(queue, upTo: "1 journal")
    let start = ChainHash.start(feed: "voting", epoch: "01d01d00")
    let old = newEvent(1)
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO store VALUES (1, 'voting', ?)", arguments: [testKey().fingerprint])
      try db.execute(
        sql: "INSERT INTO epoch (epoch, after, hash, startedAt) VALUES ('01d01d00', 0, ?, '2024-01-01T00:00:00Z')",
        arguments: [start])
      try db.execute(
        sql: "INSERT INTO event VALUES (1, 's', 't', 1, '2024-01-01', '2024-01-01T00:00:00Z', 'own', ?, ?)",
        arguments: [old.bytes, ChainHash.next(after: start, sequence: 1, bytes: old.bytes)])
    }
    try queue.close()
    let journal = try SQLiteJournal(scratch.options())
    #expect(journal.epoch == "01d01d00")
    #expect(try journal.event(1)?.bytes == old.bytes)
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 1)
        $0.entities = [.put(entity("k", "a"), indexes: [])]
      })
    #expect(try ChainVerifier().verify(journal.reader(), feed: "voting").isSound)
  }

  @Test("says that it is full, keeps nothing of that batch, and goes on when there is room")
  func full() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.events = nextEvents(journal, 1) })
    let head = journal.head
    try journal.leaveLittleRoom()
    let big = batch {
      $0.events = (2...200).map { newEvent($0, text: String(repeating: "x", count: 1_000)) }
      $0.entities = [.put(entity("k", "a"), indexes: [])]
    }
    for _ in 1...2 { #expect(throws: StoreError.full) { try journal.commit(big) } }
    #expect(journal.head == head)
    #expect(try journal.entity(EntityAddress(kind: "k", key: "a")) == nil)
    #expect(try journal.reader().read { try $0.head } == head)
    try journal.limit(pages: 1_000_000)
    try journal.commit(big)
    #expect(journal.head.sequence == 200)
    #expect(try journal.integrityProblems().isEmpty)
    #expect(try ChainVerifier().verify(journal.reader(), feed: "voting").isSound)
  }

  @Test("copied in mid-flight opens at a commit, never between two")
  func copied() throws {
    let journal = try SQLiteJournal(scratch.options())
    for round in 1...5 {
      try journal.commit(batch { $0.events = nextEvents(journal, 7) })
      let copy = scratch.folder.appendingPathComponent("copy-\(round)")
      #expect(try run("/bin/cp", "-r", scratch.store.path, copy.path) == 0)
      let opened = try SQLiteJournal(scratch.options(at: copy))
      #expect(opened.head == journal.head)
      #expect(try ChainVerifier().verify(opened.reader(), feed: "voting").isSound)
    }
  }

  @Test("whose log was cut or deleted is found behind its anchor")
  func lostTail() throws {
    var options = try scratch.options()
    options.anchorInterval = .zero
    let journal = try SQLiteJournal(options)
    for _ in 1...20 { try journal.commit(batch { $0.events = nextEvents(journal, 5) }) }
    for (name, command) in [
      ("cut", "truncate -s 60% \"$0\"/journal.sqlite-wal; truncate -s -40000 \"$0\"/journal.sqlite-wal"),
      ("deleted", "rm \"$0\"/journal.sqlite-wal"),
      ("gone", "rm \"$0\"/journal.sqlite*"),
    ] {
      let copy = scratch.folder.appendingPathComponent(name)
      #expect(try run("/bin/cp", "-r", scratch.store.path, copy.path) == 0)
      try run("/bin/sh", "-c", command, copy.path)
      #expect(
        performing: { try SQLiteJournal(scratch.options(at: copy)) },
        throws: { error in
          // A file without its log may not even have its tables; either way it is refused, with its name.
          isDiverged(error) || "\(error)".contains("cannot be opened")
        })
    }
  }

  @Test("whose past is not the anchor's is refused")
  func otherPast() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.events = nextEvents(journal, 5) })
    try journal.close()
    try scratch.tamper("UPDATE event SET hash = zeroblob(32) WHERE sequence = 5")
    #expect(performing: { try SQLiteJournal(scratch.options()) }, throws: isDiverged)
    var options = try scratch.options()
    options.checksAnchor = false
    #expect(throws: Never.self) { try SQLiteJournal(options).close() }
  }

  @Test("has an anchor that is never ahead, and is renewed when things settle")
  func anchor() throws {
    var options = try scratch.options()
    options.anchorInterval = .seconds(3_600)
    let journal = try SQLiteJournal(options)
    try journal.commit(batch { $0.events = nextEvents(journal, 5) })
    #expect(try Anchor.read(in: scratch.store)?.sequence == 0, "a new store has one too")
    try journal.settle()
    #expect(try Anchor.read(in: scratch.store)?.sequence == 5)
    try journal.commit(batch { $0.events = nextEvents(journal, 5) })
    #expect(try Anchor.read(in: scratch.store)?.sequence == 5)
    try journal.close()
    #expect(try Anchor.read(in: scratch.store)?.sequence == 10)
    try Data("{".utf8).write(to: scratch.store.appendingPathComponent("anchor.json"))
    #expect(performing: { try SQLiteJournal(scratch.options()) }, throws: isDiverged)
  }

  @Test("restored begins an epoch that names the old one's last event, and numbers go on")
  func restored() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.events = nextEvents(journal, 5) })
    let backup = scratch.folder.appendingPathComponent("backup")
    try run("/bin/cp", "-r", scratch.store.path, backup.path)
    let head = journal.head
    try journal.commit(batch { $0.events = nextEvents(journal, 5) })
    try journal.close()
    try run("/bin/cp", scratch.store.appendingPathComponent("anchor.json").path, backup.path)
    #expect(performing: { try SQLiteJournal(scratch.options(at: backup)) }, throws: isDiverged)
    var options = try scratch.options(at: backup)
    options.makeEpoch = { "5eed5eed" }
    options.beginsEpoch = true
    let restored = try SQLiteJournal(options)
    #expect(restored.epoch == "5eed5eed")
    #expect(restored.head == head)
    #expect(try restored.epochs().last?.after == 5)
    #expect(try restored.epochs().last?.hash == head.hash)
    try restored.commit(batch { $0.events = nextEvents(restored, 1) })
    try restored.close()
    let again = try SQLiteJournal(scratch.options(at: backup))
    #expect(again.epoch == "5eed5eed")
    #expect(again.head.sequence == 6)
    #expect(try ChainVerifier().verify(again.reader(), feed: "voting").isSound)
  }

  @Test("every error has a code of its own and says nothing empty")
  func errors() {
    let errors: [StoreError] = [
      .full, .busy, .fatal("x"), .diverged("x"), .inUse(folder: "x"), .cannotOpen("x"), .notDurable("x"),
      .newerSchema("x"), .otherFeed(expected: "x", found: "y"), .vaultKeyUnusable("x"), .vaultKeyWrong,
      .vaultDamaged("x"), .notContiguous(expected: 1, found: 2), .duplicate("x"), .invalid("x"),
      .documentTooLarge(limit: 1), .documentOffset(expected: 1), .documentUnknown, .documentMismatch("x"),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    #expect(errors.allSatisfy { $0.description.hasSuffix(".") && $0.errorDescription == $0.description })
  }
}
