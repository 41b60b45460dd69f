import Foundation

/// Decodes values from JSON that is our own or has passed the strict check, in a fraction of `JSONDecoder`'s time: this
/// runs several times for every ballot. What reads itself (`CompactReading`) is let. Whatever cannot be decoded is given to
/// `JSONDecoder`, so that every value and every error is that one's.
final class CompactDecoder {
  private let reader = CompactReader()
  private let general = JSONDecoder()

  func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    do {
      return try data.withUnsafeBytes { bytes in
        if let own = type as? any CompactReading.Type, let value = try reader.read(own, from: bytes) as? Value {
          return value
        }
        return try reader.read(type, from: bytes)
      }
    } catch {
      return try general.decode(type, from: data)
    }
  }
}

/// The one `Decoder` of all nested values: it stands at one node of the text at a time.
final class CompactReader: Decoder {
  let text = CompactText()
  private var current = 0

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func read<Value: Decodable>(_ type: Value.Type, from bytes: UnsafeRawBufferPointer) throws -> Value {
    try text.read(bytes)
    return try value(type, at: 0)
  }

  /// A value that reads itself.
  func read<Value: CompactReading>(_ type: Value.Type, from bytes: UnsafeRawBufferPointer) throws -> Value {
    try text.read(bytes)
    return try Value(reading: CompactFields(text, of: 0))
  }

  func value<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
    guard type != Date.self, type != Data.self, type != URL.self, type != Decimal.self else {
      throw CompactText.Unreadable()
    }
    let before = current
    current = node
    defer { current = before }
    return try Value(from: self)
  }

  func kind(_ node: Int) -> CompactText.Kind { text.nodes[node].kind }

  func string(at node: Int) throws -> String { try text.string(of: node) }

  func flag(at node: Int) throws -> Bool {
    switch kind(node) {
    case .yes: return true
    case .no: return false
    default: throw CompactText.Unreadable()
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard kind(current) == .object else { throw CompactText.Unreadable() }
    return KeyedDecodingContainer(CompactMembers<Key>(reader: self, object: current))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard kind(current) == .array else { throw CompactText.Unreadable() }
    return CompactElements(reader: self, array: current)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { CompactPlain(reader: self, node: current) }
}
