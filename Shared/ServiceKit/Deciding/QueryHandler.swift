import DomainModel

/// How one query is answered, from a read snapshot.
public struct QueryHandler: Sendable {
  public let query: any Query.Type
  let answer: @Sendable (any Query, any EntityView, Inquiry) throws -> any Codable & Sendable

  /// - Parameter answer: reads the snapshot and nothing else.
  public static func to<Q: Query>(
    _ type: Q.Type, _ answer: @escaping @Sendable (Q, any EntityView, Inquiry) throws -> Q.Answer
  ) -> QueryHandler {
    QueryHandler(query: type) { query, view, inquiry in
      guard let query = query as? Q else { preconditionFailure("a handler was given another query") }
      return try answer(query, view, inquiry)
    }
  }
}
