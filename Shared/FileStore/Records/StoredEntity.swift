import Foundation

/// An entity as stored: the fold of its events, encoded. A class, since a batch hands thousands from step to step: copying a
/// value of so many parts would touch each of them at every hand.
public final class StoredEntity: Sendable, Equatable {
  /// Kind and key.
  public let address: EntityAddress
  /// The stream whose events it folds.
  public let stream: String
  /// The encoded entity.
  public let body: Data

  /// An entity to be stored.
  public init(address: EntityAddress, stream: String, body: Data) {
    self.address = address
    self.stream = stream
    self.body = body
  }

  /// Whether both say the same.
  public static func == (left: StoredEntity, right: StoredEntity) -> Bool {
    left.address == right.address && left.stream == right.stream && left.body == right.body
  }
}

/// A name and value under which an entity can be found. An entity may have several of the same name.
public struct IndexEntry: Hashable, Sendable {
  /// The index, unique within the entity's kind.
  public let name: String
  /// The value looked up.
  public let value: String

  /// An entry of index `name`.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Whether both have the same bytes, as for an `EntityAddress`.
  public static func == (left: IndexEntry, right: IndexEntry) -> Bool {
    left.value.hasSameBytes(as: right.value) && left.name.hasSameBytes(as: right.name)
  }

  /// Feeds the bytes of both parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: name)
    hasher.combine(bytesOf: value)
  }
}

/// What becomes of one entity in a batch.
public enum EntityChange: Sendable, Equatable {
  /// It stands from now on as given, and under exactly these index entries.
  case put(StoredEntity, indexes: [IndexEntry])
  /// It is gone, with its index entries.
  case remove(EntityAddress)
}
