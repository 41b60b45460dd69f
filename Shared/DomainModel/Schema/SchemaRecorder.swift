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

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { ListRecorder(recorder: self) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleRecorder(recorder: self) }

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

/// A bare value: an element of a reply's list.
private struct SingleRecorder: SingleValueDecodingContainer {
  let recorder: SchemaRecorder
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    recorder.schema = Schema.of(type)
    return try SchemaRecorder.sample(type)
  }

  func decode(_ type: Bool.Type) throws -> Bool { note(.boolean, true) }
  func decode(_ type: String.Type) throws -> String { note(.string(), "") }
  func decode(_ type: Int.Type) throws -> Int { note(.integer(least: .min, most: .max), 0) }
  func decode(_ type: Int64.Type) throws -> Int64 { note(.integer(least: 0, most: 9_007_199_254_740_991), 0) }
  func decode(_ type: Double.Type) throws -> Double { throw SchemaRecorder.Refused() }
  func decode(_ type: Float.Type) throws -> Float { throw SchemaRecorder.Refused() }
  func decode(_ type: Int8.Type) throws -> Int8 { throw SchemaRecorder.Refused() }
  func decode(_ type: Int16.Type) throws -> Int16 { throw SchemaRecorder.Refused() }
  func decode(_ type: Int32.Type) throws -> Int32 { throw SchemaRecorder.Refused() }
  func decode(_ type: UInt.Type) throws -> UInt { throw SchemaRecorder.Refused() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { throw SchemaRecorder.Refused() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { throw SchemaRecorder.Refused() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { throw SchemaRecorder.Refused() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { throw SchemaRecorder.Refused() }

  private func note<Value>(_ schema: Schema, _ sample: Value) -> Value {
    recorder.schema = schema
    return sample
  }
}

/// A plain list, as replies and answers may hold it: it is asked for one element, and notes its shape. A command or an
/// event uses `Listing`, whose bound the wire needs.
private struct ListRecorder: UnkeyedDecodingContainer {
  let recorder: SchemaRecorder
  var codingPath: [any CodingKey] { [] }
  var count: Int? { nil }
  private(set) var currentIndex = 0
  var isAtEnd: Bool { currentIndex > 0 }

  init(recorder: SchemaRecorder) { self.recorder = recorder }

  mutating func decodeNil() throws -> Bool { false }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    currentIndex += 1
    recorder.schema = .array(of: Schema.of(type), most: .max)
    return try SchemaRecorder.sample(type)
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { note(.boolean, true) }
  mutating func decode(_ type: String.Type) throws -> String { note(.string(), "") }
  mutating func decode(_ type: Int.Type) throws -> Int { note(.integer(least: .min, most: .max), 0) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 {
    note(.integer(least: 0, most: 9_007_199_254_740_991), 0)
  }
  mutating func decode(_ type: Double.Type) throws -> Double { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: Float.Type) throws -> Float { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: UInt.Type) throws -> UInt { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { throw SchemaRecorder.Refused() }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { throw SchemaRecorder.Refused() }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
    throw SchemaRecorder.Refused()
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw SchemaRecorder.Refused() }
  mutating func superDecoder() throws -> any Decoder { throw SchemaRecorder.Refused() }

  private mutating func note<Value>(_ schema: Schema, _ sample: Value) -> Value {
    currentIndex += 1
    recorder.schema = .array(of: schema, most: .max)
    return sample
  }
}
