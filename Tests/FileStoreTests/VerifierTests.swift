import Foundation
import GRDB
import Testing

@testable import FileStore

@Suite("Verifying a journal")
struct VerifierTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let journal = try SQLiteJournal(scratch.options())
    for _ in 1...3 { try journal.commit(batch { $0.events = nextEvents(journal, 10) }) }
    try journal.close()
  }

  private func report(after sql: String = "", _ verifier: ChainVerifier = ChainVerifier()) throws -> VerificationReport
  {
    if !sql.isEmpty { try scratch.tamper(sql) }
    var options = try scratch.options()
    options.checksAnchor = false
    let journal = try SQLiteJournal(options)
    let report = try verifier.verify(journal.reader(), feed: "voting")
    try journal.close()
    return report
  }

  private func found(_ report: VerificationReport) -> [String] {
    report.findings.map { "\($0.kind) \($0.sequence)-\($0.through)" }
  }

  @Test("finds nothing wrong with a sound one")
  func sound() throws {
    let anchor = try #require(try Anchor.read(in: scratch.store).flatMap { ChainVerifier.Witness($0) })
    let report = try report(ChainVerifier(witnesses: [anchor]))
    #expect(report.isSound)
    #expect(report.checked == 30)
    #expect(report.head.sequence == 30)
  }

  private func report(_ verifier: ChainVerifier) throws -> VerificationReport { try report(after: "", verifier) }

  @Test(
    "names the event and what happened to it",
    arguments: [
      ("UPDATE event SET bytes = x'00' WHERE sequence = 7", ["altered 7-7"]),
      ("UPDATE event SET bytes = x'00' WHERE sequence = 30", ["altered 30-30"]),
      ("UPDATE event SET bytes = x'00' WHERE sequence IN (1, 7, 8)", ["altered 1-1", "altered 7-7", "altered 8-8"]),
      ("UPDATE event SET hash = zeroblob(32) WHERE sequence = 7", ["hashAltered 7-7"]),
      ("DELETE FROM event WHERE sequence = 7", ["removed 7-7"]),
      ("DELETE FROM event WHERE sequence BETWEEN 1 AND 3", ["removed 1-3"]),
      (
        """
        UPDATE event SET sequence = -7 WHERE sequence = 7; UPDATE event SET sequence = 7 WHERE sequence = 8;
        UPDATE event SET sequence = 8 WHERE sequence = -7
        """, ["reordered 7-7", "reordered 8-8"]
      ),
      (
        """
        UPDATE event SET sequence = -7 WHERE sequence = 7; UPDATE event SET sequence = 7 WHERE sequence = 20;
        UPDATE event SET sequence = 20 WHERE sequence = -7
        """, ["reordered 7-7", "reordered 20-20"]
      ),
      (
        """
        CREATE TABLE t AS SELECT * FROM event; UPDATE event SET bytes = (SELECT bytes FROM t WHERE sequence = 20)
        WHERE sequence = 7; UPDATE event SET bytes = (SELECT bytes FROM t WHERE sequence = 7) WHERE sequence = 20;
        DROP TABLE t
        """, ["reordered 7-7", "reordered 20-20"]
      ),
      ("UPDATE epoch SET hash = zeroblob(32)", ["epochAltered 0-0"]),
    ])
  func tampered(_ sql: String, _ expected: [String]) throws {
    #expect(try found(report(after: sql)) == expected)
  }

  @Test("finds a lost tail and another past through witnesses only")
  func witnesses() throws {
    let anchor = try #require(try Anchor.read(in: scratch.store).flatMap { ChainVerifier.Witness($0) })
    #expect(try found(report(after: "DELETE FROM event WHERE sequence > 25")).isEmpty)
    #expect(try found(report(ChainVerifier(witnesses: [anchor]))) == ["lostTail 26-30"])
    let peer = ChainVerifier.Witness(name: "funding", sequence: 20, hash: Data(count: 32))
    #expect(try found(report(ChainVerifier(witnesses: [peer]))) == ["otherPast 20-20"])
  }

  @Test("asks whether the columns say what the bytes say")
  func columns() throws {
    let verifier = ChainVerifier { $0.stream == "330382-2024-0007" ? nil : "the stream is another" }
    #expect(
      try found(report(after: "UPDATE event SET stream = 'x' WHERE sequence = 9", verifier)) == ["columnAltered 9-9"])
  }

  @Test("goes on over many misfits, and says that it stopped listing them")
  func many() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.events = nextEvents(journal, 500) })
    try journal.close()
    let report = try report(after: "UPDATE event SET bytes = x'00'")
    #expect(report.isCut)
    #expect(report.checked == 530)
    #expect(!report.isSound)
  }
}
