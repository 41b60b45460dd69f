import Contracts
import DomainModel
import FileStore
import Foundation
import Policy

extension Engine {
  /// Answers a query from a snapshot, as the runtime does; for tests.
  public func answer(
    _ query: any Query, in snapshot: any JournalSnapshot, principal: Principal, today: BusinessDate,
    laws: @escaping @Sendable (PackEdition) -> Law?
  ) throws -> Data {
    guard let known = registry.queries[type(of: query).wireType] else { throw Refusal(.recordUnknown) }
    let answer = try known.handler.answer(
      query, SnapshotView(snapshot), Inquiry(principal: principal, today: today, laws: laws))
    return try JSONEncoder().encode(answer)
  }
}
