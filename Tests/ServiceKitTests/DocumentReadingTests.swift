import Contracts
import Crypto
import DomainModel
import FileStore
import Foundation
import Messaging
import TestKit
import Testing

@testable import ServiceKit

@Suite("Giving documents out")
struct DocumentReadingTests {
  private static let project: ProjectID = "330382-2024-0007"
  private static let bytes = Data("签字表：样例甲、样例乙".utf8)
  private let journal: MemoryJournal
  private let store: DocumentStore
  private let folder: URL
  private let hash: DocumentHash

  init() throws {
    let key = try VaultKey(bytes: Data(repeating: 7, count: 32))
    journal = MemoryJournal(feed: "voting", epoch: "be9c4001", vaultKey: key)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-documents-\(UUID().uuidString.prefix(8))")
    store = try DocumentStore(storeFolder: folder, catalogue: journal.documentCatalogue, vaultKey: key, limit: 1000) { 0 }
    hash = try DocumentHash(bytes: Data(SHA256.hash(data: Self.bytes)))
  }

  private func upload(_ classification: DataClassification) throws {
    _ = try store.begin(
      sha256: hash.bytes, size: Int64(Self.bytes.count), classification: classification, mediaType: "text/plain")
    _ = try store.append(sha256: hash.bytes, offset: 0, bytes: Self.bytes)
    try store.finish(sha256: hash.bytes)
  }

  /// Records an event that names the document; gives its number.
  private func record(
    _ type: String, readers: String = Readers.everyone.label, stream: String = project.rawValue, key: String = "0000000000000001",
    at moment: String = "2024-03-01T08:00:00.000Z"
  ) throws -> Int64 {
    let sequence = journal.head.sequence + 1
    let text = #"{"organisation":"org-a","key":"\#(key)","data":{"document":"\#(hash)"}}"#
    var batch = StoreBatch()
    batch.events = [
      NewEvent(
        sequence: sequence, stream: stream, type: type, version: 1, effectiveOn: "2024-03-01", recordedAt: moment, readers: readers,
        bytes: Data(text.utf8))
    ]
    try journal.commit(batch)
    return sequence
  }

  private func ask(
    _ type: String, _ body: String, as roles: Set<Role> = [.subdistrict], in divisions: Set<DivisionCode> = [],
    key: KeyFingerprint = "0000000000000001", now: String = "2024-03-01T09:00:00.000Z"
  ) throws -> DocumentDesk.Answer {
    let moment = try Instant(now)
    let desk = DocumentDesk(store: store, reader: journal.reader(), service: .voting) { moment }
    return desk.answer(
      RequestHeader(id: "q-1", source: "urn:jiugai:org-a", type: type, subject: hash.rawValue), Data(body.utf8),
      Principal(organisation: "org-a", roles: roles, divisions: divisions, key: key))
  }

  private func code(_ answer: DocumentDesk.Answer) -> WireCode? {
    if case .rejected(let code, _) = answer { code } else { nil }
  }

  private static let find = #"{"subject":"330382-2024-0007"}"#

  @Test("gives an open one to whoever may read a record that names it, and to nobody else")
  func open() throws {
    try upload(.p1)
    #expect(code(try ask(DocumentMessage.find.rawValue, Self.find)) == .notAuthorised, "nothing names it yet")
    let own = try record("jiugai.voting.ballots-cast.v1", readers: Readers.own.label)
    #expect(code(try ask(DocumentMessage.find.rawValue, Self.find)) == .notAuthorised, "who may not read the record may not read the paper")
    let told = try record("jiugai.voting.notice-posted.v1")
    guard case .progress(let found) = try ask(DocumentMessage.find.rawValue, Self.find) else {
      Issue.record("it was not found")
      return
    }
    #expect(String(decoding: found, as: UTF8.self).contains("\"event\":\(told)"))
    #expect(code(try ask(DocumentMessage.find.rawValue, Self.find, in: ["510000"])) == .notAuthorised, "another division")
    let line = #"{"event":\#(told),"offset":3,"length":6}"#
    guard case .chunk(let part) = try ask(DocumentMessage.read.rawValue, line) else {
      Issue.record("it was not read")
      return
    }
    #expect(part == Self.bytes.dropFirst(3).prefix(6))
    #expect(code(try ask(DocumentMessage.read.rawValue, line, in: ["510000"])) == .notAuthorised)
    #expect(code(try ask(DocumentMessage.read.rawValue, #"{"event":\#(own),"offset":0,"length":1}"#)) == .notAuthorised)
    for body in [#"{"event":1,"offset":0}"#, #"{"event":1,"offset":0,"length":1,"more":1}"#, "x", "[]"] {
      #expect(try [.schemaInvalid, .malformed].contains(code(ask(DocumentMessage.read.rawValue, body))), "\(body)")
    }
  }

  @Test("gives a protected one to the key that said why, for a day")
  func protected() throws {
    try upload(.p2)
    let told = try record("jiugai.voting.notice-posted.v1")
    #expect(code(try ask(DocumentMessage.find.rawValue, Self.find)) == .notAuthorised)
    #expect(code(try ask(DocumentMessage.read.rawValue, #"{"event":\#(told),"offset":0,"length":9}"#)) == .notAuthorised)
    let event = try record("jiugai.voting.document-disclosed.v1", readers: Readers.roles([.audit]).label)
    let line = #"{"event":\#(event),"offset":0,"length":999}"#
    func read(key: KeyFingerprint = "0000000000000001", now: String = "2024-03-01T09:00:00.000Z") throws -> DocumentDesk.Answer {
      try ask(DocumentMessage.read.rawValue, line, key: key, now: now)
    }
    guard case .chunk(let all) = try read() else {
      Issue.record("it was not read")
      return
    }
    #expect(all == Self.bytes)
    #expect(code(try read(key: "0000000000000002")) == .notAuthorised, "another key of the same office")
    #expect(code(try read(now: "2024-03-02T07:59:59.999Z")) == nil)
    #expect(code(try read(now: "2024-03-02T08:00:00.000Z")) == .notAuthorised, "a day has passed")
    // What a record of the name says in another service's or type's words counts for nothing.
    let foreign = try record("jiugai.funding.document-disclosed.v1", readers: Readers.everyone.label)
    #expect(code(try ask(DocumentMessage.read.rawValue, #"{"event":\#(foreign),"offset":0,"length":9}"#)) == .notAuthorised)
  }

  @Test("has nothing of one that was erased, whatever was disclosed before")
  func erased() throws {
    try upload(.p3)
    let event = try record("jiugai.voting.document-disclosed.v1")
    let line = #"{"event":\#(event),"offset":0,"length":9}"#
    #expect(code(try ask(DocumentMessage.read.rawValue, line)) == nil)
    try store.erase(hash.bytes)
    #expect(code(try ask(DocumentMessage.read.rawValue, line)) == .conflict)
    #expect(code(try ask(DocumentMessage.find.rawValue, #"{"subject":"330382-2024-0007","event":\#(event)}"#)) == .conflict)
  }
}
