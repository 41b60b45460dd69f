import Crypto
import DomainModel
import Foundation
import Synchronization
import Testing

@testable import FileStore

@Suite("A backup")
struct BackupTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func backUp(to name: String = "backup", key: VaultKey? = nil) throws -> BackupManifest {
    try StoreBackup(
      store: scratch.store, feed: "voting", vaultKey: try key ?? testKey(), program: "1.2.3", now: { "2024-03-02T08:00:00Z" }
    ).write(to: place(name))
  }

  private func place(_ name: String) -> URL { scratch.folder.appendingPathComponent(name) }

  private func restore(_ name: String = "backup", to target: String = "restored") throws -> StoreRestoration.Report {
    var options = try Scratch.options(at: place(target))
    options.makeEpoch = { "feedbeef" }
    return try StoreRestoration(backup: place(name), options: options).run()
  }

  private func documents(_ journal: SQLiteJournal, now: Int64 = 1_000) throws -> DocumentStore {
    try DocumentStore(
      storeFolder: scratch.store, catalogue: journal.documentCatalogue, vaultKey: testKey(), limit: 1 << 20, now: { now })
  }

  private func keep(_ text: String, in documents: DocumentStore, as classification: DataClassification = .p1) throws -> Data {
    let bytes = Data(text.utf8)
    let hash = Data(SHA256.hash(data: bytes))
    _ = try documents.begin(sha256: hash, size: Int64(bytes.count), classification: classification, mediaType: "text/plain")
    _ = try documents.append(sha256: hash, offset: 0, bytes: bytes)
    try documents.finish(sha256: hash)
    return hash
  }

  /// A store with events, an entity, a person and two documents, and what it ends with.
  private func filled() throws -> (journal: SQLiteJournal, sealed: Data) {
    let journal = try SQLiteJournal(scratch.options())
    let documents = try documents(journal)
    let open = try keep("an open document", in: documents)
    let sealed = try keep("a sealed document", in: documents, as: .p2)
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 5)
        $0.entities = [.put(entity("round", "R1"), indexes: [])]
        $0.vault = [.put(VaultRecord(subject: "p-1", classification: .p2, fields: ["name": "planted"]))]
        $0.namedDocuments = [open, sealed]
      })
    return (journal, sealed)
  }

  private func fault(_ body: () throws -> some Any) -> StoreError? {
    do {
      _ = try body()
      return nil
    } catch { return error as? StoreError }
  }

  @Test("of an open store is restored with all that it holds, in a new epoch")
  func wholeWay() throws {
    let (journal, sealed) = try filled()
    let manifest = try backUp()
    #expect(manifest.head == 5 && manifest.headHash == journal.head.hash.hexadecimal && manifest.epoch == "0badcafe")
    #expect(manifest.counts.documents == 2 && manifest.counts.persons == 1 && manifest.counts.entities == 1)
    #expect(manifest.damagedDocuments == [] && manifest.program == "1.2.3")
    // The store goes on and is lost.
    try journal.commit(batch { $0.events = nextEvents(journal, 3) })
    try journal.close()

    let report = try restore()
    #expect(report.epoch == "feedbeef" && report.head == 5 && report.documents == 2)
    let restored = try SQLiteJournal(Scratch.options(at: place("restored")))
    #expect(restored.head.sequence == 5 && restored.head.hash.hexadecimal == manifest.headHash)
    #expect(try restored.epochs().map(\.epoch) == ["0badcafe", "feedbeef"])
    #expect(try restored.entity(EntityAddress(kind: "round", key: "R1")) == Data("{}".utf8))
    #expect(try restored.disclose(subject: "p-1").first?.fields == ["name": "planted"])
    #expect(try ChainVerifier().verify(restored.reader(), feed: "voting").isSound)
    let documents = try DocumentStore(
      storeFolder: place("restored"), catalogue: restored.documentCatalogue, vaultKey: testKey(), limit: 1 << 20, now: { 1 })
    #expect(try documents.read(sealed, offset: 0, length: 100) == Data("a sealed document".utf8))
    try restored.commit(batch { $0.events = nextEvents(restored, 1) })
    try restored.close()
  }

  @Test("holds no key and nothing in the clear that the store seals")
  func sealedStill() throws {
    let (journal, _) = try filled()
    _ = try backUp()
    let copy = try Scratch()
    #expect(try run("/bin/cp", "-r", place("backup").path, copy.folder.path) == 0)
    #expect(try !copy.holds(Data("planted".utf8)))
    #expect(try !copy.holds(Data("a sealed document".utf8)))
    #expect(try !copy.holds(Data(Data(repeating: 7, count: 32).base64EncodedString().utf8)))
    #expect(try copy.holds(Data("an open document".utf8)), "the search finds what is there")
    try journal.close()
  }

  @Test("made while batches are written is always of whole batches")
  func underWrites() throws {
    let size: Int64 = 10
    let writer = Writer(scratch.store)
    var heads: Set<Int64> = []
    for number in 0..<5 {
      let manifest = try backUp(to: "backup-\(number)")
      #expect(manifest.head % size == 0, "half a batch was copied")
      #expect(manifest.counts.entities == manifest.head / size, "events and entities are of different moments")
      heads.insert(manifest.head)
    }
    let written = try writer.stop()
    #expect(written > 5 && heads.count > 1, "nothing was written meanwhile: \(heads)")
    #expect(try restore("backup-4").manifest.head == heads.max())
  }

  @Test("is not made into a folder that holds something, and leaves nothing behind when it fails")
  func target() throws {
    let (journal, _) = try filled()
    defer { try? journal.close() }
    try FileManager.default.createDirectory(at: place("backup"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: place("backup").appendingPathComponent("notes.txt"))
    #expect(fault { try backUp() } == .notEmpty(folder: place("backup").path))
    #expect(fault { try backUp(to: "other", key: testKey(9)) } == .vaultKeyWrong)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place("other").path) == [])
  }

  @Test("is not restored over a store")
  func occupied() throws {
    let (journal, _) = try filled()
    _ = try backUp()
    try journal.close()
    #expect(fault { try restore(to: "store") } == .notEmpty(folder: scratch.store.path))
    let again = try SQLiteJournal(scratch.options())
    #expect(again.head.sequence == 5)
    try again.close()
  }

  @Test("with a flipped byte anywhere is refused, and the store's folder stays empty")
  func flipped() throws {
    let (journal, _) = try filled()
    _ = try backUp()
    try journal.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: place("backup/documents").path).map { "documents/\($0)" }
    for name in names + ["journal.sqlite"] {
      let file = place("backup").appendingPathComponent(name)
      let sound = try Data(contentsOf: file)
      for spot in [0, sound.count / 2, sound.count - 1] {
        var bytes = sound
        bytes[spot] ^= 1
        try bytes.write(to: file)
        let found = fault { try restore() }
        guard case .backupUnusable = found else {
          Issue.record("byte \(spot) of \(name): \(String(describing: found))")
          continue
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: place("restored").path)
        #expect(left.allSatisfy { $0 == "store.lock" }, "\(left)")
      }
      try sound.write(to: file)
    }
    #expect(try restore().documents == 2)
  }

  @Test("that lacks a document, its manifest or the right key is refused")
  func incomplete() throws {
    let (journal, _) = try filled()
    _ = try backUp()
    try journal.close()
    let documents = place("backup/documents")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: documents.path).min())
    try FileManager.default.moveItem(at: documents.appendingPathComponent(name), to: place("aside"))
    guard case .backupUnusable(let why) = fault({ try restore() }) else {
      Issue.record("a missing document was not missed")
      return
    }
    #expect(why.contains("missing"))
    try FileManager.default.moveItem(at: place("aside"), to: documents.appendingPathComponent(name))
    #expect(
      fault {
        try StoreRestoration(backup: place("backup"), options: Scratch.options(at: place("restored"), key: testKey(9))).run()
      } == .vaultKeyWrong)
    try FileManager.default.removeItem(at: place("backup/backup.json"))
    guard case .backupUnusable = fault({ try restore() }) else {
      Issue.record("a backup without a manifest was taken")
      return
    }
  }

  @Test("tells of a document that the store itself has lost, and forgets one that was erased meanwhile")
  func documentsGone() throws {
    let (journal, sealed) = try filled()
    let store = try documents(journal)
    let hash = try #require(try journal.documentCatalogue.find(sealed)?.storedHash)
    try FileManager.default.removeItem(at: scratch.store.appendingPathComponent("documents/\(hash.hexadecimal)"))
    let manifest = try backUp()
    #expect(manifest.damagedDocuments == [hash.hexadecimal])
    #expect(try restore().documents == 1, "what can be restored is")
    try store.erase(sealed)
    #expect(try backUp(to: "later").counts.documents == 1)
    try journal.close()
  }

  @Test("that was broken off while being restored keeps the service from a new, empty store")
  func brokenOff() throws {
    let (journal, _) = try filled()
    _ = try backUp()
    try journal.close()
    try FileManager.default.createDirectory(at: place("restored/restoring"), withIntermediateDirectories: true)
    guard case .cannotOpen(let why) = fault({ try SQLiteJournal(Scratch.options(at: place("restored"))) }) else {
      Issue.record("an empty store was made beside a broken restore")
      return
    }
    #expect(why.contains("restore again"))
    #expect(try restore().head == 5)
  }
}

/// Opens a store and commits batches of ten events and one entity on a thread of its own until it is stopped.
private final class Writer: Sendable {
  private struct State {
    var stops = false
    var written: Result<Int, any Error> = .success(0)
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  init(_ store: URL) {
    let writer = self
    Thread {
      let outcome = Result { try writer.write(to: store) }
      writer.state.withLock { $0.written = outcome }
      writer.ready.signal()
      writer.done.signal()
    }.start()
    ready.wait()
  }

  private func write(to store: URL) throws -> Int {
    let journal = try SQLiteJournal(Scratch.options(at: store))
    var count = 0
    while !state.withLock({ $0.stops }) {
      count += 1
      let number = count
      try journal.commit(
        batch {
          $0.events = nextEvents(journal, 10)
          $0.entities = [.put(entity("load", "\(number)"), indexes: [])]
        })
      if count == 1 { ready.signal() }
    }
    try journal.close()
    return count
  }

  /// Stops it and gives the number of batches.
  func stop() throws -> Int {
    state.withLock { $0.stops = true }
    done.wait()
    return try state.withLock { $0.written }.get()
  }
}
