import Foundation
import Synchronization

/// Registers documents in memory, beside an in-memory journal.
final class MemoryDocumentCatalogue: DocumentCatalogue {
  private let records = Mutex<[Data: DocumentRecord]>([:])

  func find(_ sha256: Data) -> DocumentRecord? { records.withLock { $0[sha256] } }

  func put(_ record: DocumentRecord) { records.withLock { $0[record.sha256] = record } }

  func markNamed(_ sha256: Data) {
    records.withLock { records in
      guard let old = records[sha256] else { return }
      records[sha256] = DocumentRecord(
        sha256: old.sha256, storedHash: old.storedHash, classification: old.classification, size: old.size,
        mediaType: old.mediaType, isNamed: true, since: old.since, wrappedKey: old.wrappedKey)
    }
  }

  func remove(_ sha256: Data) { records.withLock { $0[sha256] = nil } }

  func unnamed(before since: Int64) -> [DocumentRecord] {
    records.withLock { $0.values.filter { !$0.isNamed && $0.since < since }.sorted { $0.since < $1.since } }
  }

  func isStored(_ storedHash: Data) -> Bool {
    records.withLock { $0.values.contains { $0.storedHash == storedHash } }
  }
}
