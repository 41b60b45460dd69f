import DomainModel
import FileStore
import Foundation
import Scenario

/// What a stopped service has in its store.
struct StoreReading {
  struct Event {
    let sequence: Int64
    let type: String
    /// The command or heard event that led to it.
    let cause: String
    /// As stored.
    let text: String
  }

  let service: ServiceName
  let epoch: String
  /// The chain's hash at the last event, in hexadecimal.
  let headHash: String
  let events: [Event]
  /// By kind and key.
  let entities: [String: String]
  /// What the chain verifier found; empty when the chain is sound.
  let faults: [String]

  /// Opens the store of a service that does not run, verifies its chain against its anchor, and reads all of it.
  init(_ service: ServiceName, of installation: Installation) throws {
    self.service = service
    let folder = installation.store(of: service)
    let key = try VaultKey(file: installation.folder.appendingPathComponent("keys/\(service.rawValue)/vault.key"))
    let journal = try SQLiteJournal(
      StoreOptions(
        folder: folder, feed: service.rawValue, vaultKey: key, makeEpoch: { "ffffffff" }, now: { "2024-01-01T00:00:00Z" }))
    defer { try? journal.close() }
    epoch = journal.epoch
    headHash = journal.head.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let witnesses = try Anchor.read(in: folder).flatMap(ChainVerifier.Witness.init).map { [$0] } ?? []
    let report = try ChainVerifier(witnesses: witnesses).verify(journal.reader(), feed: service.rawValue)
    faults = report.findings.map { "\($0.kind.rawValue) \($0.sequence): \($0.detail)" } + (try journal.integrityProblems())
    events = try StoreReading.events(journal)
    entities = try StoreReading.entities(journal)
  }

  private static func events(_ journal: SQLiteJournal) throws -> [Event] {
    struct Envelope: Decodable { let causationid: String }
    var events: [Event] = []
    while true {
      let page = try journal.events(after: events.last?.sequence ?? 0, limit: 1000, maxBytes: .max)
      guard !page.isEmpty else { return events }
      for event in page {
        let cause = try JSONDecoder().decode(Envelope.self, from: event.bytes).causationid
        events.append(
          Event(
            sequence: event.sequence, type: event.type, cause: cause, text: String(decoding: event.bytes, as: UTF8.self)))
      }
    }
  }

  private static func entities(_ journal: SQLiteJournal) throws -> [String: String] {
    var entities: [String: String] = [:]
    for kind in try journal.entityKinds() {
      var after: String?
      while true {
        let page = try journal.entities(kind: kind, keyPrefix: "", after: after, limit: 1000)
        guard let last = page.last else { break }
        for entity in page { entities["\(kind) \(entity.address.key)"] = String(decoding: entity.body, as: UTF8.self) }
        after = last.address.key
      }
    }
    return entities
  }

  /// How many events each command led to.
  var countsByCause: [String: Int] { events.reduce(into: [:]) { $0[$1.cause, default: 0] += 1 } }
}
