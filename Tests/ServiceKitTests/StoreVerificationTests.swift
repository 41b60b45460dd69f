import Contracts
import Crypto
import DomainModel
import FileStore
import Foundation
import GRDB
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("Verifying a store from beside it")
struct StoreVerificationTests {
  private static let definition = ServiceDefinition(
    contract: FundingContract.self, decisions: [AnyDecision(PayDecision.self)], folds: Purse.folds,
    invariants: [
      .each("purse-not-odd", of: Purse.self, zh: "钱包是偶数", en: "A purse is even.") { purse, _ in
        purse.total.fen.isMultiple(of: 2) ? [] : [.init(zh: "单数 \(purse.total)", en: "odd: \(purse.total)")]
      }
    ])

  /// A store with three payments, a refusal, a heard event and a document; its service runs until `close`.
  private struct Subject {
    let rig: EngineRig
    let folder: URL
    let document: Data

    init() throws {
      rig = try EngineRig(.sqlite, StoreVerificationTests.definition, laws: [.yueqing()])
      folder = try #require(rig.folder)
      try rig.open(Sample.project, under: Law.yueqing().reference)
      for _ in 1...3 { try rig.decide(Pay(project: Sample.project, amount: "5.00")) }
      try rig.decide(Pay(project: Sample.project, amount: "5.00", overdraw: true))
      try rig.engine.commit()
      let documents = try DocumentStore(
        storeFolder: folder, catalogue: rig.journal.documentCatalogue, vaultKey: StoreVerificationTests.key, limit: 1000,
        now: { 0 })
      let bytes = Data("扫描件".utf8)
      document = try DocumentHash(digits(of: bytes)).bytes
      _ = try documents.begin(sha256: document, size: Int64(bytes.count), classification: .p3, mediaType: "text/plain")
      _ = try documents.append(sha256: document, offset: 0, bytes: bytes)
      try documents.finish(sha256: document)
      try documents.markNamed(document)
      // The anchor is renewed at leisure; a running service has had that.
      try rig.journal.settle()
    }

    func report(seen: [StoreVerification.Seen] = [], key: VaultKey? = StoreVerificationTests.key) throws -> StoreReport {
      var verification = try StoreVerification(
        StoreVerificationTests.definition, folder: folder, vaultKey: key, seen: seen, progress: .init(name: "funding"))
      return try verification.report()
    }

    /// Stops the service and changes its database as a hand would.
    func tamper(_ sql: String) throws {
      try rig.journal.close()
      try DatabaseQueue(path: folder.appendingPathComponent("journal.sqlite").path).write { try $0.execute(sql: sql) }
    }
  }

  private static let key: VaultKey = {
    do { return try VaultKey(bytes: Data(repeating: 7, count: 32)) } catch { preconditionFailure("32 bytes are a key") }
  }()

  @Test("finds a sound one sound, while its service runs and after")
  func sound() throws {
    let subject = try Subject()
    for isRunning in [true, false] {
      if !isRunning { try subject.rig.journal.close() }
      let report = try subject.report()
      #expect(report.findings == [], "running: \(isRunning)")
      #expect(report.head == 4)
      let checked = Dictionary(uniqueKeysWithValues: report.parts.map { ($0.id, $0.checked) })
      #expect(checked["chain"] == 4 && checked["columns"] == 4 && checked["repeats"] == 4 && checked["documents"] == 1)
      #expect(checked["purse-not-odd"] == 1)
      #expect((checked["entities"] ?? 0) > 1)
      #expect(report.heard.map(\.feed) == [.intake])
    }
  }

  @Test(
    "names what a hand changed, and where",
    arguments: [
      (
        "UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"5.00\",\"project\"', '\"6.00\",\"project\"') AS BLOB) WHERE sequence = 3",
        "event-altered", "3"
      ), ("UPDATE event SET hash = zeroblob(32) WHERE sequence = 2", "hash-altered", "2"),
      ("DELETE FROM event WHERE sequence = 2", "events-removed", "2"),
      ("DELETE FROM event WHERE sequence = 4", "tail-lost", "4"),
      ("UPDATE event SET effectiveOn = '2024-01-01' WHERE sequence = 3", "column-altered", "3"),
      ("DELETE FROM repeat WHERE firstSequence = 3", "cause-missing", "3"),
      ("DELETE FROM reaction", "cause-missing", "1"),
      ("UPDATE repeat SET code = 'other' WHERE status = 'refused'", "answer-altered", "urn:jiugai:rig command-4"),
      ("UPDATE repeat SET lastSequence = 99 WHERE firstSequence = 4", "answer-beyond-head", "urn:jiugai:rig command-3"),
      (
        "UPDATE entity SET body = CAST(replace(CAST(body AS TEXT), '15.00', '16.00') AS BLOB) WHERE kind = 'purse'",
        "entity-differs", "purse 330382-2024-0007"
      ), ("DELETE FROM entity WHERE kind = 'purse'", "entity-missing", "purse 330382-2024-0007"),
      ("UPDATE entity SET key = 'nobody' WHERE kind = 'purse'", "entity-extra", "purse nobody"),
      (
        "UPDATE entity SET body = CAST(replace(CAST(body AS TEXT), '15.00', '15.01') AS BLOB) WHERE kind = 'purse'",
        "invariant-broken", "purse 330382-2024-0007"
      ), ("UPDATE document SET wrappedKey = zeroblob(60)", "seal-broken", ""),
    ])
  func tampered(_ sql: String, _ code: String, _ place: String) throws {
    let subject = try Subject()
    try subject.tamper(sql)
    let report = try subject.report()
    #expect(!report.isSound)
    let found = try #require(report.findings.first { $0.code == code }, "\(report.findings.map(\.code))")
    #expect(place.isEmpty || found.place == place)
    #expect(!found.said.zh.isEmpty && !found.said.en.isEmpty)
  }

  @Test("opens every document and notices one byte")
  func document() throws {
    let subject = try Subject()
    let folder = subject.folder.appendingPathComponent("documents")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.count == 64 })
    var bytes = try Data(contentsOf: folder.appendingPathComponent(name))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: folder.appendingPathComponent(name))
    #expect(try subject.report().findings.map(\.code) == ["document-altered"])
    #expect(try subject.report(key: nil).findings.map(\.code) == ["document-altered"], "without the key its bytes alone tell")
    try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    #expect(try subject.report().findings.map(\.code) == ["document-missing"])
  }

  @Test("holds it against what others have read of it")
  func witnesses() throws {
    let subject = try Subject()
    let hash = try #require(try subject.rig.journal.hash(at: 3))
    func seen(_ sequence: Int64, _ hash: Data) -> StoreVerification.Seen {
      .init(reader: .intake, epoch: "be9c4001", sequence: sequence, hash: hash)
    }
    #expect(try subject.report(seen: [seen(3, hash)]).isSound)
    #expect(try subject.report(seen: [seen(3, Data(count: 32))]).findings.map(\.code) == ["other-past"])
    #expect(try subject.report(seen: [seen(9, hash)]).findings.map(\.code) == ["tail-lost"])
  }

  @Test("refuses another service's store, and another's key")
  func others() throws {
    let subject = try Subject()
    #expect(throws: StoreError.vaultKeyWrong) { try subject.report(key: VaultKey(bytes: Data(repeating: 8, count: 32))) }
    let intake = ServiceDefinition(contract: IntakeContract.self, decisions: [], folds: [])
    #expect(throws: StoreError.otherFeed(expected: "intake", found: "funding")) {
      _ = try StoreVerification(
        intake, folder: subject.folder, vaultKey: Self.key, seen: [], progress: .init(name: "intake"))
    }
  }
}

private func digits(of bytes: Data) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
