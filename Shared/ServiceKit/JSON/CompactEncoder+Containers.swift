/// The members of an object. The generic method stands in for the protocol's one method per plain type.
struct CompactObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: CompactSink
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws {
    try sink.beginMember(key.stringValue, at: depth)
    sink.null()
    sink.endMember()
  }

  func encode(_ value: String, forKey key: Key) throws {
    try sink.beginMember(key.stringValue, at: depth)
    sink.text(value)
    sink.endMember()
  }

  func encode(_ value: Bool, forKey key: Key) throws {
    try sink.beginMember(key.stringValue, at: depth)
    sink.flag(value)
    sink.endMember()
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try sink.beginMember(key.stringValue, at: depth)
    try sink.put(value)
    sink.endMember()
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(CompactObject<Nested>(sink: sink, depth: -1))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { CompactArray(sink: sink, depth: -1) }
  func superEncoder() -> any Encoder { CompactRefusal() }
  func superEncoder(forKey key: Key) -> any Encoder { CompactRefusal() }
}

/// The elements of an array.
struct CompactArray: UnkeyedEncodingContainer {
  let sink: CompactSink
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(sink: CompactSink, depth: Int) {
    self.sink = sink
    self.depth = depth
  }

  mutating func encodeNil() throws {
    try sink.beginElement(at: depth)
    sink.null()
    sink.endElement()
    count += 1
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try sink.beginElement(at: depth)
    try sink.put(value)
    sink.endElement()
    count += 1
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(CompactObject<Nested>(sink: sink, depth: -1))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { CompactArray(sink: sink, depth: -1) }
  func superEncoder() -> any Encoder { CompactRefusal() }
}

/// One value that is no container.
struct CompactValue: SingleValueEncodingContainer {
  let sink: CompactSink
  var codingPath: [any CodingKey] { [] }

  func encodeNil() {
    sink.beginPlain()
    sink.null()
  }

  func encode(_ value: Bool) {
    sink.beginPlain()
    sink.flag(value)
  }

  func encode(_ value: String) {
    sink.beginPlain()
    sink.text(value)
  }

  private func integer(_ value: some FixedWidthInteger) {
    sink.beginPlain()
    sink.integer(value)
  }

  func encode(_ value: Int) { integer(value) }
  func encode(_ value: Int8) { integer(value) }
  func encode(_ value: Int16) { integer(value) }
  func encode(_ value: Int32) { integer(value) }
  func encode(_ value: Int64) { integer(value) }
  func encode(_ value: UInt) { integer(value) }
  func encode(_ value: UInt8) { integer(value) }
  func encode(_ value: UInt16) { integer(value) }
  func encode(_ value: UInt32) { integer(value) }
  func encode(_ value: UInt64) { integer(value) }
  func encode(_ value: Double) throws { throw CompactSink.NotHandled() }
  func encode(_ value: Float) throws { throw CompactSink.NotHandled() }

  func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: sink) }
}

/// Stands where the protocol wants an encoder that no value of ours asks for.
private struct CompactRefusal: Encoder, SingleValueEncodingContainer {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(CompactObject<Key>(sink: CompactSink(), depth: -1))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { CompactArray(sink: CompactSink(), depth: -1) }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func encodeNil() throws { throw CompactSink.NotHandled() }
  func encode<Value: Encodable>(_ value: Value) throws { throw CompactSink.NotHandled() }
}
