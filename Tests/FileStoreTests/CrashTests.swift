import Crypto
import DomainModel
import Foundation
import Testing

@testable import FileStore

/// Uploads a document although the process may write small files only, and then goes on with the limit raised.
@Suite("DocumentChild", .serialized, .enabled(if: ProcessInfo.processInfo.environment["JIUGAI_STORE_CHILD"] != nil))
struct DocumentChild {
  @Test("goes on after a chunk found no room", arguments: [DataClassification.p0, .p2])
  func work(_ classification: DataClassification) throws {
    let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["JIUGAI_STORE_CHILD"]))
    let journal = MemoryJournal(feed: "voting", epoch: "0badcafe", vaultKey: try testKey())
    let store = try DocumentStore(
      storeFolder: folder.appendingPathComponent(classification.rawValue), catalogue: journal.documentCatalogue,
      vaultKey: testKey(), limit: 1_000_000, now: { 0 })
    let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 251) })
    let hash = Data(SHA256.hash(data: bytes))
    _ = try store.begin(sha256: hash, size: 300_000, classification: classification, mediaType: "text/plain")
    #expect(try store.append(sha256: hash, offset: 0, bytes: bytes.prefix(90_000)) == 90_000)
    #expect(try store.append(sha256: hash, offset: 90_000, bytes: Data(bytes[90_000..<180_000])) == 180_000)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let small = limit
    for _ in 1...2 {
      #expect(throws: StoreError.full) {
        try store.append(sha256: hash, offset: 180_000, bytes: Data(bytes[180_000..<300_000]))
      }
    }
    let state = try store.begin(sha256: hash, size: 300_000, classification: classification, mediaType: "text/plain")
    #expect(state.offset == 180_000)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #expect(try store.append(sha256: hash, offset: 180_000, bytes: Data(bytes[180_000..<300_000])) == 300_000)
    try store.finish(sha256: hash)
    #expect(try store.read(hash, offset: 0, length: .max) == bytes)
    limit = small
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}

/// The other end of `CrashTests`: this test binary, started again with a folder to write to.
@Suite("StoreChild", .enabled(if: ProcessInfo.processInfo.environment["JIUGAI_STORE_CHILD"] != nil))
struct StoreChild {
  @Test("commits and notes what was acknowledged")
  func work() throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = URL(fileURLWithPath: try #require(environment["JIUGAI_STORE_CHILD"]))
    let count = Int(environment["JIUGAI_STORE_COMMITS"] ?? "") ?? .max
    let acknowledged = try FileHandle(forWritingTo: folder.appendingPathComponent("acknowledged"))
    let journal = try SQLiteJournal(Scratch.options(at: folder.appendingPathComponent("store")))
    var done = 0
    while done < count {
      let events = nextEvents(journal, 3)
      let head = try journal.commit(
        batch {
          $0.events = events
          $0.repeats = [outcome("\(done)")]
          $0.entities = [.put(entity("count", "all", "\(events[2].sequence)"), indexes: [])]
        })
      done += 1
      try acknowledged.write(contentsOf: Data("\(head.sequence)\n".utf8))
    }
    try journal.close()
  }
}

@Suite("A store whose process ends at any moment")
struct CrashTests {
  let scratch: Scratch
  private var acknowledged: URL { scratch.folder.appendingPathComponent("acknowledged") }

  init() throws {
    scratch = try Scratch()
    try Data().write(to: acknowledged)
  }

  private func child(through launcher: [String] = [], test: String = "StoreChild", commits: Int? = nil) throws
    -> Process
  {
    let binary = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let command = launcher + [binary, "--testing-library", "swift-testing", "--filter", test]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["JIUGAI_STORE_CHILD": scratch.folder.path, "JIUGAI_STORE_COMMITS": commits.map(String.init) ?? ""]
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test("by SIGKILL keeps all that was acknowledged, and whole batches only")
  func killed() throws {
    for _ in 1...3 {
      let process = try child()
      let deadline = ContinuousClock.now + .seconds(30)
      while try Data(contentsOf: acknowledged).count < 200, ContinuousClock.now < deadline, process.isRunning {
        usleep(1_000)
      }
      #expect(process.isRunning)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let lines = try String(contentsOf: acknowledged, encoding: .utf8).split(separator: "\n")
      let seen = try #require(lines.last.flatMap { Int64($0) })
      let journal = try SQLiteJournal(scratch.options())
      #expect(journal.head.sequence >= seen && journal.head.sequence <= seen + 3)
      #expect(journal.head.sequence.isMultiple(of: 3))
      #expect(
        try journal.entity(EntityAddress(kind: "count", key: "all")) == Data("\(journal.head.sequence)".utf8))
      #expect(try journal.repeatRecord(source: outcome("").source, id: "\(journal.head.sequence / 3 - 1)") != nil)
      #expect(try ChainVerifier().verify(journal.reader(), feed: "voting").isSound)
      try journal.close()
      // Ids begin again at 0 in each child: each has a store of its own.
      try FileManager.default.removeItem(at: scratch.store)
      try Data().write(to: acknowledged)
    }
  }

  @Test("without room for a chunk keeps the chunks before, and goes on later")
  func documentsWithoutRoom() throws {
    // A bound on file sizes stands in for a full disk: the kernel refuses in the middle of the same write.
    let process = try child(
      through: ["/bin/sh", "-c", "trap '' XFSZ; ulimit -S -f 400; exec \"$@\"", "sh"], test: "DocumentChild")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for classification in ["P0", "P2"] {
      let documents = scratch.folder.appendingPathComponent("\(classification)/documents").path
      #expect(try FileManager.default.contentsOfDirectory(atPath: documents).count == 2, "the document, and uploads")
    }
  }

  @Test(
    "syncs the log once for every commit", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"))
  )
  func syncs() throws {
    let trace = scratch.folder.appendingPathComponent("trace")
    let commits = 100
    let process = try child(
      through: ["/usr/bin/strace", "-f", "-e", "trace=fdatasync", "-o", trace.path], commits: commits)
    process.waitUntilExit()
    // Where tracing is forbidden there is nothing to count; the read-back of the pragma is tested elsewhere.
    guard process.terminationStatus == 0 else { return }
    let calls = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n").filter {
      $0.contains("fdatasync(")
    }
    #expect(calls.count >= commits)
    #expect(calls.count < commits * 2)
  }
}
