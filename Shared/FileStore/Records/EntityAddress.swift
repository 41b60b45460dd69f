import Foundation

/// Where an entity stands: its kind and its key.
///
/// Two addresses are the same if their bytes are: Swift's own equality would take two Unicode forms of one text for the
/// same key, the database would not.
public struct EntityAddress: Hashable, Sendable {
  /// The kind, such as `ballot`.
  public let kind: String
  /// The key within the kind.
  public let key: String

  /// An address of `kind` and `key`.
  public init(kind: String, key: String) {
    self.kind = kind
    self.key = key
  }

  /// Whether both have the same bytes.
  public static func == (left: EntityAddress, right: EntityAddress) -> Bool {
    left.key.hasSameBytes(as: right.key) && left.kind.hasSameBytes(as: right.kind)
  }

  /// Feeds the bytes of the key alone: of the few kinds that share one, equality tells them apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: key)
  }
}
