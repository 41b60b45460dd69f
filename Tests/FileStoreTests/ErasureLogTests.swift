import DomainModel
import Foundation
import GRDB
import Testing

@testable import FileStore

@Suite("Erasures outlive a restored copy")
struct ErasureLogTests {
  let scratch: Scratch
  let log: ErasureLog

  init() throws {
    scratch = try Scratch()
    log = ErasureLog(file: scratch.folder.appendingPathComponent("erasures/voting.log"))
  }

  private func open(epoch: String? = nil) throws -> SQLiteJournal {
    var options = try scratch.options()
    options.erasureLog = log
    if let epoch {
      options.beginsEpoch = true
      options.makeEpoch = { epoch }
    }
    return try SQLiteJournal(options)
  }

  private func record(_ subject: String, in journal: SQLiteJournal) throws {
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 1)
        $0.vault = [.put(VaultRecord(subject: subject, classification: .p2, fields: ["name": "泄漏标记-\(subject)"]))]
      })
  }

  private func erase(_ subject: String, in journal: SQLiteJournal) throws {
    let sequence = journal.head.sequence + 1
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 1)
        $0.vault = [
          .erase(VaultErasure(epoch: journal.epoch, sequence: sequence, subject: subject, scope: "330382-2024-0007"))
        ]
      })
  }

  private func copy(to name: String) throws -> URL {
    let copy = scratch.folder.appendingPathComponent(name)
    try FileManager.default.copyItem(at: scratch.store, to: copy)
    return copy
  }

  private func putBack(_ copy: URL) throws {
    try FileManager.default.removeItem(at: scratch.store)
    try FileManager.default.copyItem(at: copy, to: scratch.store)
  }

  @Test("a copy of before an erasure is refused, and begins an epoch without whom was erased since")
  func restore() throws {
    var journal = try open()
    for subject in ["p-1", "p-2", "p-3"] { try record(subject, in: journal) }
    try erase("p-1", in: journal)
    try journal.close()
    let backup = try copy(to: "backup")
    journal = try open()
    try erase("p-2", in: journal)
    try journal.close()
    #expect(try log.entries().map(\.subject) == ["p-1", "p-2"])

    try putBack(backup)
    #expect { _ = try open() } throws: { if case StoreError.diverged = $0 { true } else { false } }
    journal = try open(epoch: "0badcaff")
    #expect(try journal.disclose(subject: "p-2").isEmpty && journal.disclose(subject: "p-1").isEmpty)
    #expect(try journal.disclose(subject: "p-3").count == 1)
    #expect(try journal.owedErasures().map(\.subject) == ["p-2"])
    #expect(try ChainVerifier().verify(journal.reader(), feed: "voting").isSound)
    let wrapped = try journal.pool.read { try Data.fetchAll($0, sql: "SELECT wrapped FROM vaultKey") }
    #expect(wrapped.count == 1)
    // The event that records it takes it off the list of what is owed.
    try erase("p-2", in: journal)
    #expect(try journal.owedErasures().isEmpty)
    // Who comes back afterwards stays, at this start and after the next restore of a copy that has them.
    try record("p-2", in: journal)
    try journal.close()
    journal = try open()
    #expect(try journal.disclose(subject: "p-2").count == 1)
    try journal.close()
    let later = try copy(to: "later")
    try putBack(later)
    journal = try open(epoch: "0badcaf0")
    #expect(try journal.disclose(subject: "p-2").count == 1)
    #expect(try journal.owedErasures().isEmpty)
    try journal.close()
    // The oldest copy once more: all that was erased in any of the epochs is erased again.
    try putBack(backup)
    journal = try open(epoch: "0badcaf1")
    #expect(try journal.disclose(subject: "p-2").isEmpty)
    #expect(Set(try journal.owedErasures().map(\.subject)) == ["p-2"])
    try journal.close()
  }

  @Test("a line lost to a crash is noted at the next start, and one cut off is written anew")
  func crash() throws {
    var journal = try open()
    try record("p-1", in: journal)
    try erase("p-1", in: journal)
    try journal.close()
    let whole = try Data(contentsOf: log.file)
    try whole.dropLast(9).write(to: log.file)
    #expect(try log.entries().isEmpty)
    try open().close()
    #expect(try Data(contentsOf: log.file) == whole)
    try FileManager.default.removeItem(at: log.file)
    journal = try open()
    #expect(try Data(contentsOf: log.file) == whole)
    let mode = try FileManager.default.attributesOfItem(atPath: log.file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    try journal.close()
  }

  @Test("a log that was damaged is not passed over")
  func damaged() throws {
    let journal = try open()
    try record("p-1", in: journal)
    try erase("p-1", in: journal)
    try journal.close()
    try (Data("{}\n".utf8) + Data(contentsOf: log.file)).write(to: log.file)
    #expect { _ = try open() } throws: { if case StoreError.cannotOpen = $0 { true } else { false } }
  }

  @Test("an erasure stands although its line cannot be written, and the line follows")
  func unwritable() throws {
    let folder = log.file.deletingLastPathComponent()
    try Data().write(to: folder)
    let journal = try open()
    try record("p-1", in: journal)
    try erase("p-1", in: journal)
    #expect(try journal.disclose(subject: "p-1").isEmpty)
    try FileManager.default.removeItem(at: folder)
    try journal.settle()
    #expect(try log.entries().map(\.subject) == ["p-1"])
    try journal.close()
  }
}
