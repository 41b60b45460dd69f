import DomainModel

/// A small value with a key: the fold of its events. It is stored in the same transaction as the events that changed it,
/// and can be dropped and folded again at any time.
public protocol Entity: Codable, Hashable, Sendable {
  /// The table's name for this type, `round`; never changed once released.
  static var kind: String { get }
  /// Unique within the kind. Keys that begin alike are scanned together, so a ballot's begins with its round's.
  var key: String { get }
  /// Values under which it is found, by index name.
  var indexes: [String: String] { get }
  /// Whether it belongs to the stream whose event changed it last, and is folded again with it. A number series does
  /// not: no withdrawal gives a number back.
  static var belongsToStream: Bool { get }
}

extension Entity {
  public static var belongsToStream: Bool { true }
  public var indexes: [String: String] { [:] }
}

/// How keys are made.
public enum EntityKey {
  /// A key of two parts with a slash between, put together in one piece: interpolation makes its text several times as it
  /// grows, which shows where a ballot needs seven keys.
  public static func joined(_ first: String, _ second: String) -> String {
    var (first, second) = (first, second)
    return first.withUTF8 { first in
      second.withUTF8 { second in
        String(unsafeUninitializedCapacity: first.count + 1 + second.count) { text in
          _ = text.update(fromContentsOf: first)
          text[first.count] = UInt8(ascii: "/")
          _ = text[(first.count + 1)...].update(fromContentsOf: second)
          return first.count + 1 + second.count
        }
      }
    }
  }
}
