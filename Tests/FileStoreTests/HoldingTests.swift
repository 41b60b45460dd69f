import Crypto
import DomainModel
import Foundation
import GRDB
import Testing

@testable import FileStore

@Suite("Why the vault holds somebody's data")
struct HoldingTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func held(
    _ subject: String, in scope: String = "330382-2024-0007", for purpose: String = "ownership", since: String = "2024-03-01",
    by sequence: Int64 = 1, belongsTo owner: String? = nil
  ) -> VaultChange {
    .hold(
      VaultHolding(
        subject: subject, scope: scope, purpose: purpose, since: since, sequence: sequence, belongsTo: owner))
  }

  private func name(_ subject: String) -> VaultChange {
    .put(VaultRecord(subject: subject, classification: .p2, fields: ["name": "某某"]))
  }

  @Test("is kept by matter and purpose, and a record dated back does not shorten it", arguments: Flavour.allCases)
  func holdings(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(
      batch {
        $0.vault = [
          name("p-1"), held("p-1", since: "2024-03-05", by: 4), held("p-1", for: "objection"),
          held("p-1", in: "330382-C00017", for: "office"), name("p-2"), held("p-2"),
        ]
      })
    try journal.commit(batch { $0.vault = [held("p-1", since: "2024-01-01", by: 9)] })
    #expect(
      try journal.holdings(of: "p-1").map { "\($0.scope) \($0.purpose) \($0.since) \($0.sequence)" } == [
        "330382-2024-0007 objection 2024-03-01 1", "330382-2024-0007 ownership 2024-03-05 9",
        "330382-C00017 office 2024-03-01 1",
      ])
    #expect(try journal.subjects(inScope: "330382-2024-0007", after: nil, limit: 9) == ["p-1", "p-2"])
    #expect(try journal.subjects(inScope: "330382-2024-0007", after: "p-1", limit: 9) == ["p-2"])
    #expect(try journal.subjects(inScope: "330382-2024-0007", after: nil, limit: 1) == ["p-1"])
    #expect(try journal.subjects(inScope: "330382-C00017", after: nil, limit: 9) == ["p-1"])
    #expect(try journal.fieldNames(of: "p-1").map { "\($0.classification) \($0.field)" } == ["P2 name"])
    #expect(try journal.fieldNames(of: "p-9").isEmpty && journal.holdings(of: "p-9").isEmpty)
  }

  @Test("goes with the person, and so do the records that are theirs", arguments: Flavour.allCases)
  func belonging(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let own = Data(repeating: 1, count: 32)
    try journal.commit(
      batch {
        $0.vault = [
          name("p-1"), held("p-1"), name("words-1"), held("words-1", for: "complaint", belongsTo: "p-1"),
          name("words-2"), held("words-2", for: "complaint"), .own(document: own, subject: "p-1"),
        ]
      })
    #expect(try journal.subjects(belongingTo: "p-1") == ["words-1"])
    #expect(try journal.documents(ownedBy: "p-1") == [own])
    try journal.commit(batch { $0.vault = [.erase(subject: "p-1")] })
    for gone in ["p-1", "words-1"] {
      #expect(try journal.disclose(subject: gone).isEmpty && journal.holdings(of: gone).isEmpty)
    }
    #expect(try journal.documents(ownedBy: "p-1").isEmpty)
    #expect(try journal.disclose(subject: "words-2").count == 1)
    // Who comes back later is somebody of whom something is held again.
    try journal.commit(batch { $0.vault = [name("p-1"), held("p-1", by: 7)] })
    #expect(try journal.holdings(of: "p-1").map(\.sequence) == [7])
  }

  @Test("an erased person's documents lose their keys and files, those of others stay", arguments: DataClassification.allCases)
  func documents(_ classification: DataClassification) throws {
    let journal = try SQLiteJournal(scratch.options())
    let store = try DocumentStore(
      storeFolder: scratch.store, catalogue: journal.documentCatalogue, vaultKey: try testKey(), limit: 1_000_000, now: { 0 })
    func upload(_ text: String) throws -> Data {
      let bytes = Data(text.utf8)
      let hash = Data(SHA256.hash(data: bytes))
      _ = try store.begin(sha256: hash, size: Int64(bytes.count), classification: classification, mediaType: "text/plain")
      _ = try store.append(sha256: hash, offset: 0, bytes: bytes)
      try store.finish(sha256: hash)
      return hash
    }
    let alone = try upload("泄漏标记-一个人的信")
    let shared = try upload("泄漏标记-两个人的信")
    let stored = try #require(try store.record(alone)?.storedHash?.hexadecimal)
    let file = scratch.store.appendingPathComponent("documents/\(stored)")
    #expect(FileManager.default.fileExists(atPath: file.path))
    try journal.commit(
      batch {
        $0.vault = [
          .own(document: alone, subject: "p-1"), .own(document: shared, subject: "p-1"),
          .own(document: shared, subject: "p-2"),
        ]
        $0.namedDocuments = [alone, shared]
      })
    try journal.commit(batch { $0.vault = [.erase(subject: "p-1")] })
    #expect(try store.record(alone) == nil)
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(try !scratch.holds(Data("泄漏标记-一个人的信".utf8)))
    #expect(try String(decoding: store.read(shared, offset: 0, length: 100), as: UTF8.self) == "泄漏标记-两个人的信")
    try journal.commit(batch { $0.vault = [.erase(subject: "p-2")] })
    #expect(try store.record(shared) == nil)
  }

  @Test("a store of before holdings were kept opens: its people are held for an unknown purpose, its erasures are known")
  func migrated() throws {
    let journal = try SQLiteJournal(scratch.options())
    let event = NewEvent(
      sequence: 1, stream: "330382-2024-0007", type: "jiugai.voting.person-erased.v1", version: 1, effectiveOn: "2024-03-01",
      recordedAt: "2024-03-01T08:00:00Z", readers: "own", bytes: Data(#"{"data":{"person":"p-9"}}"#.utf8))
    try journal.commit(
      batch {
        $0.events = [event]
        $0.vault = [name("p-1")]
      })
    try journal.close()
    for table in ["vaultHolding", "vaultDocument", "erasure", "erasedFile"] { try scratch.tamper("DROP TABLE \(table)") }
    try scratch.tamper("DELETE FROM grdb_migrations WHERE identifier = '6 holdings'")
    var options = try scratch.options()
    options.erasureLog = ErasureLog(file: scratch.folder.appendingPathComponent("erasures/voting.log"))
    let again = try SQLiteJournal(options)
    #expect(try again.holdings(of: "p-1").map(\.scope) == [""])
    #expect(
      try options.erasureLog?.entries() == [
        VaultErasure(epoch: "0badcafe", sequence: 1, subject: "p-9", scope: "330382-2024-0007")
      ])
  }
}
