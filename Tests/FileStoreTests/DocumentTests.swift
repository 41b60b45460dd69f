import Crypto
import DomainModel
import Foundation
import Testing

@testable import FileStore

@Suite("Documents")
struct DocumentTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func store(_ journal: any Journal, limit: Int64 = 10_000_000, now: Int64 = 1_000) throws -> DocumentStore {
    try DocumentStore(
      storeFolder: scratch.store, catalogue: journal.documentCatalogue, vaultKey: testKey(), limit: limit, now: { now })
  }

  private func sample(_ count: Int = 300_000) -> (bytes: Data, hash: Data) {
    let line = Data("a drawing with a planted text 王小明 in it\n".utf8)
    var bytes = Data()
    while bytes.count < count { bytes.append(line) }
    bytes = bytes.prefix(count)
    return (bytes, Data(SHA256.hash(data: bytes)))
  }

  private func upload(
    _ bytes: Data, _ hash: Data, _ classification: DataClassification, to store: DocumentStore, chunk: Int = 96 * 1_024
  ) throws -> DocumentRecord {
    var state = try store.begin(
      sha256: hash, size: Int64(bytes.count), classification: classification, mediaType: "application/pdf"
    ).offset
    while state < bytes.count {
      state = try store.append(sha256: hash, offset: state, bytes: Data(bytes.dropFirst(Int(state)).prefix(chunk)))
    }
    return try store.finish(sha256: hash)
  }

  @Test("come back as sent, whole and in stretches", arguments: Flavour.allCases, DataClassification.allCases)
  func roundTrip(_ flavour: Flavour, _ classification: DataClassification) throws {
    let store = try store(scratch.journal(flavour))
    let (bytes, hash) = sample()
    #expect(try !store.isPresent(hash))
    let record = try upload(bytes, hash, classification, to: store)
    #expect(try store.isPresent(hash))
    #expect(record.size == bytes.count && record.mediaType == "application/pdf")
    #expect((record.storedHash == hash) == !classification.isSealed)
    #expect(try store.read(hash, offset: 0, length: .max) == bytes)
    for (offset, length) in [(0, 1), (98_303, 2), (98_304, 98_304), (299_990, 100), (150_000, 120_000)] {
      #expect(try store.read(hash, offset: Int64(offset), length: length) == bytes.dropFirst(offset).prefix(length))
    }
    #expect(try store.read(hash, offset: 300_000, length: 9).isEmpty)
    let again = try store.begin(
      sha256: hash, size: 300_000, classification: classification, mediaType: "application/pdf")
    #expect(again.isComplete)
  }

  @Test("go on where they stopped, in a new process too", arguments: [DataClassification.p1, .p3])
  func resume(_ classification: DataClassification) throws {
    let (bytes, hash) = sample()
    let journal = try SQLiteJournal(scratch.options())
    let first = try store(journal)
    _ = try first.begin(sha256: hash, size: 300_000, classification: classification, mediaType: "image/png")
    #expect(try first.append(sha256: hash, offset: 0, bytes: bytes.prefix(90_000)) == 90_000)
    try journal.close()
    if classification.isSealed {
      // A crash in the middle of a frame leaves part of it.
      let part = scratch.store.appendingPathComponent("documents/uploads/\(hash.hexadecimal).part")
      let handle = try FileHandle(forWritingTo: part)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data([0, 0, 1, 0, 9, 9]))
      try handle.close()
    }
    let again = try store(SQLiteJournal(scratch.options()))
    let state = try again.begin(sha256: hash, size: 300_000, classification: classification, mediaType: "image/png")
    #expect(state == DocumentStore.UploadState(offset: 90_000, isComplete: false))
    #expect(try again.append(sha256: hash, offset: 10_000, bytes: bytes.dropFirst(10_000).prefix(80_000)) == 90_000)
    #expect(throws: StoreError.documentOffset(expected: 90_000)) {
      try again.append(sha256: hash, offset: 80_000, bytes: bytes.dropFirst(80_000).prefix(20_000))
    }
    #expect(throws: StoreError.documentOffset(expected: 90_000)) {
      try again.append(sha256: hash, offset: 90_001, bytes: Data([1]))
    }
    #expect(throws: StoreError.documentOffset(expected: 90_000)) { try again.finish(sha256: hash) }
    #expect(try !again.isPresent(hash))
    #expect(try again.append(sha256: hash, offset: 90_000, bytes: bytes.dropFirst(90_000)) == 300_000)
    try again.finish(sha256: hash)
    #expect(try again.read(hash, offset: 0, length: .max) == bytes)
    #expect(try again.finish(sha256: hash).isComplete)
  }

  @Test(
    "with another hash than announced are refused, and nothing of them stays", arguments: [DataClassification.p0, .p2])
  func mismatch(_ classification: DataClassification) throws {
    let store = try store(scratch.journal(.sqlite))
    let (bytes, hash) = sample()
    var wrong = bytes
    wrong[7] ^= 1
    #expect { try upload(wrong, hash, classification, to: store) } throws: {
      if case StoreError.documentMismatch = $0 { true } else { false }
    }
    #expect(try store.record(hash) == nil)
    let uploads = scratch.store.appendingPathComponent("documents/uploads").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: uploads).isEmpty)
    #expect(throws: StoreError.documentUnknown) { try store.append(sha256: hash, offset: 0, bytes: bytes.prefix(9)) }
    #expect(try upload(bytes, hash, classification, to: store).isComplete)
  }

  @Test("are bounded in size")
  func bound() throws {
    let store = try store(scratch.journal(.sqlite), limit: 100)
    let (bytes, hash) = sample(101)
    #expect(throws: StoreError.documentTooLarge(limit: 100)) {
      try store.begin(sha256: hash, size: 101, classification: .p0, mediaType: "text/plain")
    }
    _ = try store.begin(sha256: hash, size: 100, classification: .p0, mediaType: "text/plain")
    #expect(throws: StoreError.documentTooLarge(limit: 100)) {
      try store.append(sha256: hash, offset: 0, bytes: bytes)
    }
    #expect(throws: StoreError.self) { try store.append(sha256: hash, offset: .max, bytes: bytes.prefix(1)) }
    #expect(throws: StoreError.self) { try store.append(sha256: hash, offset: -1, bytes: bytes.prefix(1)) }
  }

  @Test("of a sealed class never show plaintext on disk, half uploaded or whole")
  func sealed() throws {
    let store = try store(scratch.journal(.sqlite))
    let (bytes, hash) = sample()
    _ = try store.begin(sha256: hash, size: 300_000, classification: .p2, mediaType: "image/png")
    _ = try store.append(sha256: hash, offset: 0, bytes: bytes.prefix(100_000))
    #expect(try !scratch.holds(Data("planted".utf8)))
    _ = try upload(bytes, hash, .p2, to: store)
    #expect(try !scratch.holds(Data("planted".utf8)))
    let (open, openHash) = sample(1_000)
    _ = try upload(open, openHash, .p0, to: store)
    #expect(try scratch.holds(Data("planted".utf8)), "the search must be able to find something")
  }

  @Test("altered on disk do not open")
  func tampered() throws {
    let store = try store(scratch.journal(.sqlite))
    let (bytes, hash) = sample()
    let stored = try #require(try upload(bytes, hash, .p2, to: store).storedHash)
    let file = scratch.store.appendingPathComponent("documents/\(stored.hexadecimal)")
    var content = try Data(contentsOf: file)
    content[100] ^= 1
    try content.write(to: file)
    #expect { try store.read(hash, offset: 0, length: 10) } throws: {
      if case StoreError.vaultDamaged = $0 { true } else { false }
    }
  }

  @Test("that no command names go after seven days, the others stay", arguments: Flavour.allCases)
  func sweep(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let early = try store(journal, now: 1_000)
    let (named, namedHash) = sample(1_000)
    let (unnamed, unnamedHash) = sample(2_000)
    let (half, halfHash) = sample(3_000)
    _ = try upload(named, namedHash, .p2, to: early)
    _ = try upload(unnamed, unnamedHash, .p2, to: early)
    _ = try early.begin(sha256: halfHash, size: 3_000, classification: .p0, mediaType: "text/plain")
    _ = try early.append(sha256: halfHash, offset: 0, bytes: half.prefix(10))
    try journal.commit(batch { $0.namedDocuments = [namedHash] })
    #expect(try early.record(namedHash)?.isNamed == true)
    let week = DocumentStore.unnamedLifetime
    #expect(try store(journal, now: 1_000 + week).sweepUnnamed() == 0)
    let late = try store(journal, now: 1_001 + week)
    #expect(try late.sweepUnnamed() == 2)
    #expect(try late.isPresent(namedHash))
    #expect(try late.read(namedHash, offset: 0, length: .max) == named)
    #expect(try late.record(unnamedHash) == nil && late.record(halfHash) == nil)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.store.path + "/documents")
    #expect(files.count == 2, "the named document and the folder of uploads")
    try late.erase(namedHash)
    #expect(try late.record(namedHash) == nil)
  }
}
