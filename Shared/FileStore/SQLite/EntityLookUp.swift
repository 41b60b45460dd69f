import Foundation
import GRDB

/// The search for one entity. Kept for as long as a batch is decided: to find the prepared statement by its text again costs
/// nearly as much as to run it.
final class EntityLookUp {
  private let find: BoundStatement
  /// The kind that is bound.
  private var kind: String?

  init(_ db: Database) throws {
    // Its own text, so that nobody else is given this statement and binds another kind.
    find = try BoundStatement(db, sql: "SELECT body FROM entity WHERE kind = ?1 AND key = ?2")
  }

  func body(of address: EntityAddress) throws -> Data? {
    find.bind(1, address.kind, unless: kind)
    kind = address.kind
    return try find.binding(2, address.key) { try find.first { $0.data(0) } }
  }
}
