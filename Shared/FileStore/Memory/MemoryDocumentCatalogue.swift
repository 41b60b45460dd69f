import Foundation
import Synchronization

/// Registers documents in memory, beside an in-memory journal.
final class MemoryDocumentCatalogue: DocumentCatalogue {
  private let records = Mutex<[Data: DocumentRecord]>([:])

  func find(_ sha256: Data) -> DocumentRecord? { records.withLock { $0[sha256] } }

  func put(_ record: DocumentRecord) { records.withLock { $0[record.sha256] = record } }

  func markNamed(_ sha256: Data) {
    change(sha256) { DocumentRecord($0, isNamed: true, since: $0.since) }
  }

  func touch(_ sha256: Data, since: Int64) {
    change(sha256) { $0.isNamed ? $0 : DocumentRecord($0, isNamed: false, since: since) }
  }

  func remove(_ sha256: Data, onlyUnnamed: Bool) -> Bool {
    records.withLock { records in
      guard let record = records[sha256], !onlyUnnamed || !record.isNamed else { return false }
      records[sha256] = nil
      return true
    }
  }

  private func change(_ sha256: Data, _ changed: (DocumentRecord) -> DocumentRecord) {
    records.withLock { records in
      if let old = records[sha256] { records[sha256] = changed(old) }
    }
  }

  func unnamed(before since: Int64) -> [DocumentRecord] {
    records.withLock { $0.values.filter { !$0.isNamed && $0.since < since }.sorted { $0.since < $1.since } }
  }

  func isStored(_ storedHash: Data) -> Bool {
    records.withLock { $0.values.contains { $0.storedHash == storedHash } }
  }
}
