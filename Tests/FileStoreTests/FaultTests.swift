import DomainModel
import Foundation
import GRDBSQLite
import Testing

@testable import FileStore

/// One write or sync after the other is made to fail. Whatever fails: what was accepted is found when the store
/// is opened again, whole and chained, and nothing that was refused.
@Suite("A store whose disk fails", .serialized)
struct FaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let call: FaultyDisk.Call
    let code: Int32
    let lasts: Bool
    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "no room for a write, for good", call: .write, code: SQLITE_FULL, lasts: true),
    Fault(name: "no room for a write, once", call: .write, code: SQLITE_FULL, lasts: false),
    Fault(name: "a write that fails", call: .write, code: SQLITE_IOERR | (3 << 8), lasts: true),
    Fault(name: "a write that fails once", call: .write, code: SQLITE_IOERR | (3 << 8), lasts: false),
    Fault(name: "a sync that fails, at the commit", call: .sync, code: SQLITE_IOERR | (4 << 8), lasts: true),
    Fault(name: "a sync that fails once", call: .sync, code: SQLITE_IOERR | (4 << 8), lasts: false),
  ]

  /// A batch as a service writes it, of several pages: events, entities with and without indexes, an outcome for each.
  private func ballots(_ journal: SQLiteJournal, _ round: Int) -> StoreBatch {
    let padding = String(repeating: "x", count: 700)
    return batch { batch in
      for place in 1...20 {
        let sequence = journal.head.sequence + Int64(place)
        batch.events.append(newEvent(sequence, text: #"{"sequence":\#(sequence),"padding":"\#(padding)"}"#))
        batch.entities.append(.put(entity("ballot", "\(sequence)", padding), indexes: []))
        batch.repeats.append(outcome("\(round)-\(place)"))
      }
      let head = journal.head.sequence + 20
      batch.entities.append(.put(entity("tally", "R1", "\(head)"), indexes: [IndexEntry(name: "head", value: "\(head)")]))
    }
  }

  /// What the store holds must be what a journal with these events holds, no more and no less, in every table.
  private func expect(_ accepted: Int64, in folder: URL) throws {
    let journal = try SQLiteJournal(Scratch.options(at: folder))
    #expect(journal.head.sequence == accepted)
    #expect(try journal.integrityProblems() == [])
    let report = try ChainVerifier().verify(journal.reader(), feed: "voting")
    #expect(report.checked == accepted)
    #expect(report.isSound)
    let tally = try journal.entity(EntityAddress(kind: "tally", key: "R1")).map { String(decoding: $0, as: UTF8.self) }
    #expect(tally == "\(accepted)")
    #expect(try journal.entities(kind: "ballot", keyPrefix: "", after: nil, limit: 10_000).count == Int(accepted))
    #expect(
      try journal.entities(kind: "tally", index: "head", value: "\(accepted)", after: nil, limit: 2).map(\.address.key) == ["R1"])
    for round in 0..<Int(accepted / 20) {
      #expect(try journal.repeatRecord(source: outcome("").source, id: "\(round)-20") != nil)
    }
    #expect(try journal.repeatRecord(source: outcome("").source, id: "\(accepted / 20)-1") == nil)
    // And it goes on.
    try journal.commit(ballots(journal, Int(accepted / 20)))
    try journal.close()
  }

  @Test("keeps what it accepted and nothing else", arguments: faults)
  func everyCall(_ fault: Fault) throws {
    let disk = FaultyDisk.shared
    var passing = 0
    var hasFailed = true
    // Each time round more calls succeed, until the three batches need no more calls than that.
    while hasFailed {
      let scratch = try Scratch()
      let journal = try SQLiteJournal(scratch.options())
      try journal.commit(ballots(journal, 0))
      var accepted = journal.head.sequence
      var refusal: StoreError?
      let failures = try disk.failing(fault.call, in: scratch.store, after: passing, with: fault.code, lasts: fault.lasts) {
        for round in 1...3 where refusal == nil {
          do {
            try journal.commit(ballots(journal, round))
            accepted = journal.head.sequence
          } catch let error as StoreError { refusal = error }
        }
        #expect(journal.head.sequence == accepted, "the head is what was accepted, after call \(passing)")
      }
      hasFailed = failures > 0
      #expect((refusal != nil) == hasFailed, "a failed call is told, after call \(passing)")
      let copy = scratch.folder.appendingPathComponent("copy")
      try run("/bin/cp", "-r", scratch.store.path, copy.path)
      if fault.code == SQLITE_FULL {
        if hasFailed { #expect(refusal == .full) }
        // There is room again: it goes on where it was.
        try journal.commit(ballots(journal, Int(accepted / 20)))
        accepted = journal.head.sequence
      } else if hasFailed {
        guard case .fatal? = refusal else {
          Issue.record("a disk that fails is fatal, not \(String(describing: refusal))")
          return
        }
        #expect(throws: StoreError.self, "nothing is written after a failure") { try journal.commit(ballots(journal, 9)) }
      }
      try journal.close()
      // A sync that fails leaves a whole batch written that nobody was told of; a write that fails leaves nothing of it.
      if fault.call == .sync, hasFailed {
        try expectInDoubt(accepted, in: scratch.store)
      } else {
        try expect(accepted, in: scratch.store)
      }
      if fault.code != SQLITE_FULL, hasFailed {
        try expectInDoubt(accepted, in: copy)
      }
      // Every call of the first pages, then every seventh.
      passing += passing < 12 ? 1 : 7
    }
    #expect(passing > (fault.call == .sync ? 2 : 20), "the calls were found: \(passing)")
  }

  /// The same as a process that is killed at that moment leaves it. What was written and not synced may be there: then the
  /// whole batch is, with the outcomes that its senders get when they ask again.
  private func expectInDoubt(_ accepted: Int64, in copy: URL) throws {
    let journal = try SQLiteJournal(Scratch.options(at: copy))
    let found = journal.head.sequence
    try journal.close()
    #expect(found == accepted || found == accepted + 20)
    try expect(found, in: copy)
  }

  @Test("keeps an accepted erasure although the log cannot be emptied", arguments: [FaultyDisk.Call.write, .sync, .truncate])
  func checkpoint(_ call: FaultyDisk.Call) throws {
    for passing in stride(from: 0, to: 400, by: 3) {
      let scratch = try Scratch()
      let journal = try SQLiteJournal(scratch.options())
      try journal.commit(
        batch { $0.vault = [.put(VaultRecord(subject: "p-1", classification: .p2, fields: ["name": "王"]))] })
      try journal.commit(ballots(journal, 0))
      var isErased = false
      let failures = try FaultyDisk.shared.failing(
        call, in: scratch.store, after: passing, with: SQLITE_IOERR, lasts: false
      ) {
        do {
          try journal.commit(batch { $0.vault = [.erase(subject: "p-1")] })
          isErased = true
        } catch is StoreError {}
      }
      try journal.close()
      let again = try SQLiteJournal(scratch.options())
      let isGone = try again.disclose(subject: "p-1").isEmpty
      // A commit whose sync failed is in doubt, and may have erased although nobody was told so.
      #expect(isGone == isErased || (call == .sync && isGone), "after call \(passing)")
      #expect(try again.integrityProblems() == [])
      try again.close()
      try expect(20, in: scratch.store)
      if failures == 0 { return }
    }
    Issue.record("the checkpoint makes more calls than were tried")
  }
}
