/// The members of an object. The generic methods stand in for the protocol's one method per plain type.
struct CompactMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let reader: CompactReader
  let object: Int
  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var index = object + 1
    while index < reader.text.nodes[object].next {
      if let key = Key(stringValue: reader.text.text(of: index)) { keys.append(key) }
      index = reader.text.nodes[index + 1].next
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { reader.text.member(key.stringValue, of: object) != nil }

  private func node(_ key: Key) throws -> Int {
    guard let node = reader.text.member(key.stringValue, of: object) else { throw CompactText.Unreadable() }
    return node
  }

  private func presentNode(_ key: Key) -> Int? {
    guard let node = reader.text.member(key.stringValue, of: object), reader.kind(node) != .null else { return nil }
    return node
  }

  func decodeNil(forKey key: Key) throws -> Bool { reader.kind(try node(key)) == .null }

  func decode(_ type: String.Type, forKey key: Key) throws -> String { try reader.string(at: try node(key)) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reader.flag(at: try node(key)) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try reader.value(type, at: try node(key))
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try presentNode(key).map(reader.string)
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try presentNode(key).map(reader.flag) }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try presentNode(key).map { try reader.value(type, at: $0) }
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
    throw CompactText.Unreadable()
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw CompactText.Unreadable() }
  func superDecoder() throws -> any Decoder { throw CompactText.Unreadable() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw CompactText.Unreadable() }
}

/// The elements of an array.
struct CompactElements: UnkeyedDecodingContainer {
  private let reader: CompactReader
  private let end: Int
  private var next: Int
  let count: Int?
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { next == end }

  init(reader: CompactReader, array: Int) {
    self.reader = reader
    next = array + 1
    end = reader.text.nodes[array].next
    var count = 0
    var index = array + 1
    while index < end {
      count += 1
      index = reader.text.nodes[index].next
    }
    self.count = count
  }

  private mutating func advance() throws -> Int {
    guard next < end else { throw CompactText.Unreadable() }
    let node = next
    next = reader.text.nodes[node].next
    currentIndex += 1
    return node
  }

  mutating func decodeNil() throws -> Bool {
    guard next < end else { throw CompactText.Unreadable() }
    guard reader.kind(next) == .null else { return false }
    _ = try advance()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.value(type, at: try advance()) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
    throw CompactText.Unreadable()
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw CompactText.Unreadable() }
  mutating func superDecoder() throws -> any Decoder { throw CompactText.Unreadable() }
}

/// One value that is no container.
struct CompactPlain: SingleValueDecodingContainer {
  let reader: CompactReader
  let node: Int
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { reader.kind(node) == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try reader.flag(at: node) }
  func decode(_ type: String.Type) throws -> String { try reader.string(at: node) }
  func decode(_ type: Double.Type) throws -> Double { throw CompactText.Unreadable() }
  func decode(_ type: Float.Type) throws -> Float { throw CompactText.Unreadable() }
  func decode(_ type: Int.Type) throws -> Int { try reader.text.integer(of: node) }
  func decode(_ type: Int8.Type) throws -> Int8 { try reader.text.integer(of: node) }
  func decode(_ type: Int16.Type) throws -> Int16 { try reader.text.integer(of: node) }
  func decode(_ type: Int32.Type) throws -> Int32 { try reader.text.integer(of: node) }
  func decode(_ type: Int64.Type) throws -> Int64 { try reader.text.integer(of: node) }
  func decode(_ type: UInt.Type) throws -> UInt { try reader.text.integer(of: node) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try reader.text.integer(of: node) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try reader.text.integer(of: node) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try reader.text.integer(of: node) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try reader.text.integer(of: node) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.value(type, at: node) }
}
