import Contracts
import DomainModel
import FileStore
import Foundation
import Policy

/// Verifies a store from beside it: what it looks at, and in which order. The service may run meanwhile.
struct StoreVerification {
  /// A position in this store's feed that another service has seen.
  struct Seen {
    let reader: ServiceName
    let epoch: String
    let sequence: Int64
    let hash: Data
  }

  private let definition: ServiceDefinition
  private let store: InspectedStore
  private let vaultKey: VaultKey?
  private let seen: [Seen]
  private let progress: VerificationProgress
  private let reader: any JournalReader
  private var findings: [StoreReport.Finding] = []
  private var parts: [StoreReport.Part] = []

  /// A fault of each kind is told so often at most; a journal that was made anew has one in every line.
  private static let mostFindings = 1_000
  /// Journals up to this many events are folded in memory, larger ones into a file beside the others that wait.
  private static let foldedInMemory = 20_000

  init(
    _ definition: ServiceDefinition, folder: URL, vaultKey: VaultKey?, seen: [Seen], progress: VerificationProgress
  ) throws {
    self.definition = definition
    self.seen = seen
    self.progress = progress
    self.vaultKey = vaultKey
    store = try InspectedStore(folder: folder, vaultKey: vaultKey)
    reader = store.reader
    let feed = try store.feed()
    guard feed == definition.service.rawValue else {
      throw StoreError.otherFeed(expected: definition.service.rawValue, found: feed)
    }
    guard try store.keyFits() != false else { throw StoreError.vaultKeyWrong }
  }

  /// Looks at everything. What is wrong stands in the report; thrown is what keeps it from being looked at.
  mutating func report() throws -> StoreReport {
    try structure()
    let head = try chain()
    try walkEvents(to: head.sequence)
    try fold(to: head.sequence)
    for invariant in definition.invariants { try check(invariant) }
    try documents()
    try vault()
    progress.end()
    let (epoch, heard) = try reader.read { (try $0.epochs().last?.epoch ?? "", try $0.cursors()) }
    return StoreReport(
      service: definition.service, store: store.folder.path, version: Version.current, epoch: epoch, head: head.sequence,
      headHash: head.hash.hexDigits, parts: parts, findings: findings, heard: heard.compactMap(StoreReport.Heard.init))
  }

  // MARK: Telling

  private mutating func find(_ part: String, _ code: String, _ place: String, _ zh: String, _ en: String) {
    guard findings.count(where: { $0.part == part }) < StoreVerification.mostFindings else { return }
    findings.append(.init(part: part, code: code, place: place, said: .init(zh: zh, en: en)))
  }

  private mutating func end(_ part: String, _ checked: Int64, omitted: StoreReport.Said? = nil) {
    parts.append(.init(id: part, checked: checked, omitted: omitted))
  }

  // MARK: The file and the chain

  private mutating func structure() throws {
    progress.begin("structure", of: nil)
    let problems = try store.structureProblems()
    for problem in problems {
      find("structure", "file-damaged", "journal.sqlite", "数据库文件有损坏：\(problem)", "the database file is damaged: \(problem)")
    }
    end("structure", 1)
  }

  private mutating func chain() throws -> JournalHead {
    let epochs = try reader.read { try $0.epochs() }
    // What was read of a former epoch beyond its end in this store was lost with the restore, which says so: until it is
    // accepted the reader stands there, and witnesses nothing against this store.
    var witnesses = seen.filter { position in
      guard let place = epochs.firstIndex(where: { $0.epoch == position.epoch }), place + 1 < epochs.count else { return true }
      return position.sequence <= epochs[place + 1].after
    }.map {
      ChainVerifier.Witness(name: $0.reader.rawValue, sequence: $0.sequence, hash: $0.hash)
    }
    do {
      if let anchor = try Anchor.read(in: store.folder) {
        if let witness = ChainVerifier.Witness(anchor) { witnesses.append(witness) }
      } else if let manifest = try? BackupManifest.read(in: store.folder) {
        // A backup has no anchor; how far it goes stands in its manifest.
        if let witness = ChainVerifier.Witness(manifest) { witnesses.append(witness) }
      } else {
        find(
          "chain", "anchor-missing", "anchor.json", "缺少 anchor.json，末尾是否丢失记录无从得知",
          "anchor.json is missing, so a lost tail would not show")
      }
    } catch let fault as StoreError {
      find("chain", "anchor-unreadable", "anchor.json", "anchor.json 读不懂", fault.description)
    }
    progress.begin("chain", of: nil)
    let report = try ChainVerifier(witnesses: witnesses).verify(reader, feed: definition.service.rawValue)
    for finding in report.findings {
      let place = finding.through > finding.sequence ? "\(finding.sequence)–\(finding.through)" : "\(finding.sequence)"
      find("chain", finding.kind.code, place, finding.kind.zh(place), "event \(place): \(finding.detail)")
    }
    end("chain", report.checked)
    return report.head
  }

  // MARK: Events, repeats and what was heard

  private mutating func walkEvents(to head: Int64) throws {
    progress.begin("repeats", of: nil)
    var walk = try EventWalk(store: store, head: head)
    for fault in walk.faults { find("repeats", fault.code, fault.place, fault.zh, fault.en) }
    end("repeats", walk.repeats)
    progress.begin("columns", of: head)
    var after: Int64 = 0
    while true {
      let faults: [EventWalk.Fault]? = try reader.read { snapshot in
        let page = try snapshot.events(after: after, limit: 1_000, maxBytes: 8 << 20)
        guard let last = page.last else { return nil }
        after = last.sequence
        return try page.flatMap { try walk.look(at: $0, in: snapshot, as: definition.service) }
      }
      guard let faults else { break }
      for fault in faults { find("columns", fault.code, fault.place, fault.zh, fault.en) }
      progress.reach(after)
    }
    end("columns", walk.visited)
  }

  // MARK: Folding again

  private mutating func fold(to head: Int64) throws {
    progress.begin("entities", of: head)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let scratch = try scratch(in: folder, head: head)
    defer { try? scratch.close() }
    let replay = try ReplayJournal(feed: definition.service.rawValue, events: reader, scratch: scratch)
    let engine = try Engine(definition, journal: replay, laws: NoLaws())
    do {
      try engine.rebuild { progress.reach($0) }
    } catch let error as StoreError { throw error } catch {
      find(
        "entities", "does-not-fold", "\(engine.foldedTo + 1)",
        "第 \(engine.foldedTo + 1) 号前后的事件读不懂或与其他事件矛盾，无法由事件重算状态（\(EventWalk.word(error))）",
        "the events at or after \(engine.foldedTo + 1) cannot be read or contradict others, so the state cannot be folded "
          + "again (\(EventWalk.word(error)))")
      return end("entities", 0, omitted: .init(zh: "事件无法重算", en: "the events do not fold"))
    }
    var comparison = EntityComparison(limit: StoreVerification.mostFindings)
    try reader.read { stored in try comparison.compare(stored, with: replay) }
    for fault in comparison.faults { find("entities", fault.code, fault.place, fault.zh, fault.en) }
    end("entities", comparison.compared)
  }

  private func scratch(in folder: URL, head: Int64) throws -> any Journal {
    let key = try VaultKey(bytes: Data(repeating: 0, count: 32))
    let feed = definition.service.rawValue
    guard head > StoreVerification.foldedInMemory else { return MemoryJournal(feed: feed, epoch: "00000000", vaultKey: key) }
    return try SQLiteJournal(
      StoreOptions(
        folder: folder, feed: feed, vaultKey: key, makeEpoch: { "00000000" }, now: { "1970-01-01T00:00:00.000Z" }))
  }

  private mutating func check(_ invariant: Invariant) throws {
    progress.begin(invariant.id.rawValue, of: nil)
    var after: String?
    var checked: Int64 = 0
    repeat {
      let page = try reader.read { try invariant.check(SnapshotView($0), after, InvariantBudget(.max / 2)) }
      checked += Int64(page.checked)
      for fault in page.faults { find(invariant.id.rawValue, "invariant-broken", fault.place, fault.zh, fault.en) }
      after = page.next?.value
      progress.reach(checked)
    } while after != nil
    end(invariant.id.rawValue, checked)
  }

  // MARK: Documents and what is sealed

  private mutating func documents() throws {
    progress.begin("documents", of: nil)
    var (count, faults): (Int64, [InspectedStore.Fault]) = (0, [])
    try store.eachDocument(opens: vaultKey != nil) { number, fault in
      count = number
      if let fault { faults.append(fault) }
      progress.reach(number)
    }
    for fault in faults { find("documents", fault.kind.rawValue, fault.place, fault.kind.zh, fault.kind.en) }
    end("documents", count)
  }

  private mutating func vault() throws {
    guard vaultKey != nil else {
      return end("vault", 0, omitted: .init(zh: "没有保密库密钥，未打开", en: "not opened: the vault's key was not to be had"))
    }
    progress.begin("vault", of: nil)
    var (count, faults): (Int64, [InspectedStore.Fault]) = (0, [])
    try store.eachSubject { number, fault in
      count = number
      if let fault { faults.append(fault) }
      progress.reach(number)
    }
    for fault in faults { find("vault", fault.kind.rawValue, fault.place, fault.kind.zh, fault.kind.en) }
    end("vault", count)
  }
}

/// Folding consults no law.
private struct NoLaws: LawBook {
  func law(_ edition: PackEdition) -> Law? { nil }
}

extension StoreReport.Heard {
  fileprivate init?(_ cursor: CursorRecord) {
    guard let feed = ServiceName(rawValue: cursor.feed) else { return nil }
    self.init(feed: feed, epoch: cursor.epoch, sequence: cursor.sequence, hash: cursor.hash.hexDigits)
  }
}
