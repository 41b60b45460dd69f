import DomainModel
import FileStore
import Foundation

/// The entities of a read snapshot, for queries: committed state at one moment, on any thread.
struct SnapshotView: NamingView {
  let snapshot: any JournalSnapshot
  private let decoder = CompactDecoder()

  init(_ snapshot: any JournalSnapshot) {
    self.snapshot = snapshot
  }

  func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? {
    try snapshot.entity(EntityAddress(kind: E.kind, key: key)).map { try decoder.decode(E.self, from: $0) }
  }

  func all<E: Entity>(_ type: E.Type, prefix: String, after: String?, limit: Int) throws -> [E] {
    try snapshot.entities(kind: E.kind, keyPrefix: prefix, after: after, limit: limit).map {
      try decoder.decode(E.self, from: $0.body)
    }
  }

  func find<E: Entity>(_ type: E.Type, index: String, value: String, limit: Int) throws -> [E] {
    try snapshot.entities(kind: E.kind, index: index, value: value, after: nil, limit: limit).map {
      try decoder.decode(E.self, from: $0.body)
    }
  }

  func maskedName(of person: PersonID) throws -> MaskedName? {
    try snapshot.disclose(subject: person.rawValue).compactMap { $0.fields["name"] }.last.map(MaskedName.init(of:))
  }
}
