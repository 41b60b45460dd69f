/// A decoder that holds no data: it answers every request with a sample and writes down what was asked, so that a type's
/// own `init(from:)` tells its shape.
final class SchemaRecorder: Decoder {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var schema: Schema = .object([])
  private var properties: [Schema.Property] = []

  func note(_ name: String, _ schema: Schema, isRequired: Bool) {
    properties.append(Schema.Property(name, schema, isRequired: isRequired))
    self.schema = .object(properties)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(KeyedRecorder<Key>(recorder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Refused() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Refused() }

  /// A shape that messages do not use.
  struct Refused: Error {}

  /// A sample of any type a message may hold.
  static func sample<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let describing = type as? any SchemaDescribing.Type, let sample = describing.sample as? Value { return sample }
    return try Value(from: SchemaRecorder())
  }
}

private struct KeyedRecorder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let recorder: SchemaRecorder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) throws -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    recorder.note(key.stringValue, Schema.of(type), isRequired: true)
    return try SchemaRecorder.sample(type)
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    recorder.note(key.stringValue, Schema.of(type), isRequired: false)
    return nil
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    recorder.note(key.stringValue, .boolean, isRequired: true)
    return true
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    recorder.note(key.stringValue, .boolean, isRequired: false)
    return nil
  }

  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
    recorder.note(key.stringValue, .integer(least: 0, most: 9_007_199_254_740_991), isRequired: true)
    return 0
  }

  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    recorder.note(key.stringValue, .integer(least: 0, most: 9_007_199_254_740_991), isRequired: false)
    return nil
  }

  // Bare strings and machine integers carry no bound; the test over all messages reports the field they stand in.
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    recorder.note(key.stringValue, .string(), isRequired: true)
    return ""
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    recorder.note(key.stringValue, .string(), isRequired: false)
    return nil
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    recorder.note(key.stringValue, .integer(least: .min, most: .max), isRequired: true)
    return 0
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    recorder.note(key.stringValue, .integer(least: .min, most: .max), isRequired: false)
    return nil
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { throw SchemaRecorder.Refused() }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw SchemaRecorder.Refused() }
  func superDecoder() throws -> any Decoder { throw SchemaRecorder.Refused() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw SchemaRecorder.Refused() }
}
