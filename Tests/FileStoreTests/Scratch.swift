import Foundation
import GRDB
import Logging
import Testing

@testable import FileStore

/// The two journals that pass one suite.
enum Flavour: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String { rawValue }
}

/// A folder that is gone after the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var store: URL { folder.appendingPathComponent("store") }
  var database: URL { store.appendingPathComponent("journal.sqlite") }

  func options(at store: URL? = nil, key: VaultKey? = nil) throws -> StoreOptions {
    try Scratch.options(at: store ?? self.store, key: key)
  }

  static func options(at store: URL, key: VaultKey? = nil) throws -> StoreOptions {
    var options = StoreOptions(
      folder: store, feed: "voting", vaultKey: try key ?? testKey(), makeEpoch: { "0badcafe" },
      now: { "2024-03-01T08:00:00Z" })
    options.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    return options
  }

  func journal(_ flavour: Flavour) throws -> any Journal {
    switch flavour {
    case .memory: MemoryJournal(feed: "voting", epoch: "0badcafe", vaultKey: try testKey())
    case .sqlite: try SQLiteJournal(options())
    }
  }

  /// Edits a closed store behind the journal's back.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: database.path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Whether any file of the folder holds these bytes.
  func holds(_ bytes: Data) throws -> Bool {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var found = false
    while let file = files?.nextObject() as? URL {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      // The store's own process must not open and close the database: another one reads it.
      let copy = folder.appendingPathComponent("copy-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: copy) }
      try run("/bin/cp", file.path, copy.path)
      found = try found || (Data(contentsOf: copy).range(of: bytes) != nil)
    }
    return found
  }
}

extension SQLiteJournal {
  /// Leaves room for two pages more, as a disk that is nearly full.
  func leaveLittleRoom() throws {
    let pages = try #require(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA page_count") })
    try limit(pages: pages + 2)
  }
}

func testKey(_ byte: UInt8 = 7) throws -> VaultKey { try VaultKey(bytes: Data(repeating: byte, count: 32)) }

/// Runs a program and returns its exit status.
@discardableResult
func run(_ program: String, _ arguments: String...) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}

func newEvent(_ sequence: Int64, stream: String = "330382-2024-0007", text: String? = nil) -> NewEvent {
  NewEvent(
    sequence: sequence, stream: stream, type: "voting.ballot-recorded", version: 1, effectiveOn: "2024-03-01",
    recordedAt: "2024-03-01T08:00:00Z", readers: "own", bytes: Data((text ?? "{\"sequence\":\(sequence)}").utf8))
}

/// The next `count` events of a journal.
func nextEvents(_ journal: any Journal, _ count: Int64, stream: String = "330382-2024-0007") -> [NewEvent] {
  let head = journal.head.sequence
  return (1...count).map { newEvent(head + $0, stream: stream) }
}

func batch(_ fill: (inout StoreBatch) -> Void) -> StoreBatch {
  var batch = StoreBatch()
  fill(&batch)
  return batch
}

func entity(_ kind: String, _ key: String, _ body: String = "{}", stream: String = "330382-2024-0007") -> StoredEntity {
  StoredEntity(address: EntityAddress(kind: kind, key: key), stream: stream, body: Data(body.utf8))
}

func outcome(
  _ id: String, status: String = "ok", subject: String = "330382-2024-0007", at: String = "2024-03-01T08:00:00Z"
) -> RepeatRecord {
  RepeatRecord(
    source: "urn:jiugai:yueqing:subdistrict", id: id, contentMAC: Data(repeating: 1, count: 32), status: status,
    code: status == "ok" ? nil : "REFUSED", firstSequence: status == "ok" ? 1 : nil,
    lastSequence: status == "ok" ? 1 : nil, reply: Data("{}".utf8), subject: subject, recordedAt: at,
    principal: "subdistrict")
}
