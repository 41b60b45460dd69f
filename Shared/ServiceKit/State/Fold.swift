import DomainModel

/// How one type of event changes entities. Pure over the entities it reads: no clock, no file, no chance.
public struct Fold: Sendable {
  public let event: any Event.Type
  let apply: @Sendable (any Event, EventStamp, any EntityEditor) throws -> Void

  /// - Parameter change: gives the entities after the event, through the editor.
  public static func on<E: Event>(
    _ type: E.Type, _ change: @escaping @Sendable (E, EventStamp, any EntityEditor) throws -> Void
  ) -> Fold {
    Fold(event: type) { event, stamp, entities in
      guard let event = event as? E else { preconditionFailure("a fold was given another type of event") }
      try change(event, stamp, entities)
    }
  }
}

/// What a fold may change.
public protocol EntityEditor: EntityView {
  func put<E: Entity>(_ entity: E) throws
  func remove<E: Entity>(_ type: E.Type, _ key: String) throws
}

extension EntityEditor {
  /// Changes an entity that must exist; an event about an entity that does not is a fault of the program.
  public func update<E: Entity>(_ type: E.Type, _ key: String, _ change: (inout E) throws -> Void) throws {
    guard var entity = try get(type, key) else { throw FoldFault.missingEntity(kind: E.kind, key: key) }
    try change(&entity)
    try put(entity)
  }
}

/// A journal that does not fold: the program and its events disagree.
public enum FoldFault: Error, Hashable, Sendable {
  case missingEntity(kind: String, key: String)
  case unknownEvent(type: String, sequence: Int64)
  case undecodable(type: String, sequence: Int64)
}
