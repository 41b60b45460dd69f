import DomainModel
import FileStore
import Foundation
import Scenario
import TestKit

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
  /// All of it, as it is compared with another run's.
  let records: StoredRecords
  /// By kind and key.
  var entities: [String: String] { records.entities }
  /// What the chain verifier found; empty when the chain is sound.
  var faults: [String] { records.faults }

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
    records = try StoredRecords(of: service, in: journal, witnesses: witnesses, faults: journal.integrityProblems())
    events = try records.events.enumerated().map { place, text in
      let envelope = try JSONDecoder().decode(Envelope.self, from: Data(text.utf8))
      return Event(sequence: Int64(place + 1), type: envelope.type, cause: envelope.causationid, text: text)
    }
  }

  private struct Envelope: Decodable {
    let type: String
    let causationid: String
  }

  /// How many events each command led to.
  var countsByCause: [String: Int] { events.reduce(into: [:]) { $0[$1.cause, default: 0] += 1 } }
}

extension Installation {
  /// What the five stopped services have stored.
  func stored() throws -> [StoredRecords] { try ServiceName.allCases.map { try StoreReading($0, of: self).records } }
}
