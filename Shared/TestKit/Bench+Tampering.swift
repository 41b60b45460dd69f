import Contracts
import DomainModel
import FileStore
import Foundation
import ServiceKit

/// A hand in the store: what no event says, so that a test can see that it would be noticed.
extension Bench {
  /// Changes the first entity of a kind whose key begins with `prefix`.
  ///
  /// - Throws: when there is none.
  public func tamper<E: Entity>(_ type: E.Type, prefix: String = "", _ change: (inout E) throws -> Void) throws {
    guard let stored = try journal.entities(kind: E.kind, keyPrefix: prefix, after: nil, limit: 1).first else {
      throw NothingToTamper(kind: E.kind, prefix: prefix)
    }
    var entity = try JSONDecoder().decode(E.self, from: stored.body)
    try change(&entity)
    try put(entity, StoredEntity(address: stored.address, stream: stored.stream, body: try JSONEncoder().encode(entity)))
  }

  /// Adds an entity that no event leads to.
  public func plant<E: Entity>(_ entity: E) throws {
    let address = EntityAddress(kind: E.kind, key: entity.key)
    try put(entity, StoredEntity(address: address, stream: "", body: try JSONEncoder().encode(entity)))
  }

  private func put<E: Entity>(_ entity: E, _ stored: StoredEntity) throws {
    var batch = StoreBatch()
    batch.entities = [.put(stored, indexes: entity.indexes.map { IndexEntry(name: $0.key, value: $0.value) })]
    try journal.commit(batch)
  }

  /// What checking an invariant of the service comes to, as an operator asks for it.
  public func check<C: ServiceContract>(_ contract: C.Type, _ invariant: Identifier<SlugKind>) throws -> InvariantPage {
    try ask(InvariantsQuery<C>(invariant: invariant), as: .systemOperator)
  }
}

/// A test wanted to change what is not there.
struct NothingToTamper: Error {
  let kind: String
  let prefix: String
}
