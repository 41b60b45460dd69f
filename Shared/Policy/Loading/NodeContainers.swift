import Yams

/// The keys of a mapping, as a type asks for them.
struct NodeKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: NodeDecoder
  /// Nil where no mapping stands.
  let values: [String: Node]?
  let codingPath: [any CodingKey] = []

  var allKeys: [Key] {
    (values ?? [:]).keys.sorted().compactMap(Key.init(stringValue:))
  }

  func contains(_ key: Key) -> Bool {
    guard let shapes = decoder.session.shapes else { return node(key) != nil }
    shapes.askedWhether(decoder.spot.child(key.stringValue, nil).path)
    return true
  }

  func decodeNil(forKey key: Key) -> Bool { false }

  private func node(_ key: Key) -> Node? {
    decoder.session.ask(key.stringValue, of: decoder.spot)
    return values?[key.stringValue]
  }

  private func child(_ key: Key, _ type: Any.Type, mayBeSilent: @autoclosure () -> Bool = false) -> NodeDecoder {
    let node = node(key)
    decoder.session.shapes?.note(type, at: decoder.spot.child(key.stringValue, nil).path)
    // In our own file not every parameter has to be named: what is absent is simply not settled there.
    if node == nil, values != nil, decoder.session.standing != .recommended || decoder.isInsideValue {
      let mayBeSilent = mayBeSilent()
      decoder.session.fault(
        .missingKey, at: decoder.spot,
        zh: "缺少键“\(key.stringValue)”\(mayBeSilent ? "；文件未作规定的请写 silent" : "")。",
        en: "the key \(key.stringValue) is missing\(mayBeSilent ? "; write silent where the document says nothing" : "")")
    }
    return decoder.at(decoder.spot.child(key.stringValue, node))
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key, type, mayBeSilent: type is any MayBeSilent.Type).value(type)
  }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try child(key, type).value(type) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try child(key, type).value(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try child(key, type).value(type) }

  // No policy value is of these types: floating point decides nothing, and sizes are chosen by domain types.
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { NodeDecoder.unsupported(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { NodeDecoder.unsupported(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { NodeDecoder.unsupported(type) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedDecodingContainer<Nested> {
    child(key, [String: String].self).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { child(key, [String].self).unkeyedContainer() }
  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) -> any Decoder { child(key, [String: String].self) }
}

/// The elements of a sequence in their order.
struct NodeListContainer: UnkeyedDecodingContainer {
  let decoder: NodeDecoder
  let codingPath: [any CodingKey] = []
  private let elements: [Node]
  private(set) var currentIndex = 0

  init(decoder: NodeDecoder) {
    self.decoder = decoder
    if case .sequence(let sequence) = decoder.spot.node {
      elements = Array(sequence)
    } else {
      decoder.session.fault(.wrongShape, at: decoder.spot, zh: "此处应为列表。", en: "a list belongs here")
      elements = []
    }
  }

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() -> Bool { false }

  private mutating func next() -> NodeDecoder {
    defer { currentIndex += 1 }
    let node = isAtEnd ? nil : elements[currentIndex]
    return decoder.at(decoder.spot.element(currentIndex, node)).insideValue
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }
  mutating func decode(_ type: String.Type) throws -> String { try next().value(type) }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().value(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().value(type) }

  mutating func decode(_ type: Double.Type) throws -> Double { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { NodeDecoder.unsupported(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { NodeDecoder.unsupported(type) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
    next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { next().unkeyedContainer() }
  mutating func superDecoder() -> any Decoder { next() }
}

/// One scalar, for types that give a text its meaning.
struct NodeValueContainer: SingleValueDecodingContainer {
  let decoder: NodeDecoder
  let codingPath: [any CodingKey] = []

  func decodeNil() -> Bool { false }

  func decode(_ type: String.Type) throws -> String { try noted(decoder.text()) }
  func decode(_ type: Bool.Type) throws -> Bool { try noted(decoder.yesOrNo()) }
  func decode(_ type: Int.Type) throws -> Int { try noted(decoder.integer()) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }

  private func noted<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NodeDecoder.AlreadyNoted() }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double { NodeDecoder.unsupported(type) }
  func decode(_ type: Float.Type) throws -> Float { NodeDecoder.unsupported(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { NodeDecoder.unsupported(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt.Type) throws -> UInt { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { NodeDecoder.unsupported(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { NodeDecoder.unsupported(type) }
}

extension NodeDecoder {
  /// A model of ours asks for a type that no policy value has: our fault, found by the first test that loads a pack.
  static func unsupported<Value>(_ type: Value.Type) -> Value {
    preconditionFailure("policy files hold no \(type)")
  }
}
