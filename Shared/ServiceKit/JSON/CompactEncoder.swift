import Foundation

/// Encodes values as the one JSON form that is stored, hashed and sent: members sorted by name, nothing escaped that
/// need not be. The bytes are those of `JSONEncoder` with `.sortedKeys` and `.withoutEscapingSlashes`, in a fraction of
/// its time: this runs several times for every ballot. What it does not handle is left to `JSONEncoder`.
final class CompactEncoder {
  private let sink = CompactSink()
  private let general = JSONEncoder()

  init() {
    general.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func encode<Value: Encodable>(_ value: Value) throws -> Data {
    sink.begin()
    do { try sink.put(value) } catch is CompactSink.NotHandled { return try general.encode(value) }
    return Data(sink.bytes)
  }
}

/// Where the bytes are put together. It is the one `Encoder` of all nested values: values are written in the order in
/// which they are encoded, and an object's members are put in order when it ends.
final class CompactSink: Encoder {
  /// Thrown for what is left to the general encoder: fractions, dates, containers that are filled out of turn.
  struct NotHandled: Error {}

  enum Shape { case none, single, keyed, unkeyed }

  /// A value that has begun and not ended.
  private struct Open {
    var shape = Shape.none
    /// Where its text begins, and its first member in `members`.
    let start: Int
    let firstMember: Int
    var isSorted = true
  }

  /// A member of an open object: `"name":value,` in `bytes`, the name without its quotes.
  private struct Member {
    let start: Int
    let nameCount: Int
    var end: Int
  }

  private(set) var bytes: [UInt8] = []
  private var open: [Open] = []
  private var members: [Member] = []
  private var moved: [UInt8] = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var depth: Int { open.count }

  func begin() {
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }

  // MARK: Values

  /// Writes a whole value.
  func put<Value: Encodable>(_ value: Value) throws {
    guard Value.self != Date.self, Value.self != Data.self, Value.self != URL.self, Value.self != Decimal.self else {
      throw NotHandled()
    }
    open.append(Open(start: bytes.count, firstMember: members.count))
    try value.encode(to: self)
    try end()
  }

  private func end() throws {
    guard let value = open.popLast() else { throw NotHandled() }
    switch value.shape {
    case .none: throw NotHandled()
    case .single: return
    case .unkeyed: close(value, with: UInt8(ascii: "]"))
    case .keyed:
      if !value.isSorted { sort(value) }
      members.removeSubrange(value.firstMember...)
      close(value, with: UInt8(ascii: "}"))
    }
  }

  /// Every element and member ends with a comma; the last one gives way to the end.
  private func close(_ value: Open, with end: UInt8) {
    if bytes.count > value.start + 1 { bytes[bytes.count - 1] = end } else { bytes.append(end) }
  }

  private func sort(_ value: Open) {
    let inOrder = members[value.firstMember...].sorted(by: precedes)
    moved.removeAll(keepingCapacity: true)
    for member in inOrder { moved += bytes[member.start..<member.end] }
    bytes.replaceSubrange((value.start + 1)..., with: moved)
  }

  private func precedes(_ left: Member, _ right: Member) -> Bool {
    bytes[(left.start + 1)..<(left.start + 1 + left.nameCount)]
      .lexicographicallyPrecedes(bytes[(right.start + 1)..<(right.start + 1 + right.nameCount)])
  }

  // MARK: Containers

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    start(.keyed, UInt8(ascii: "{"))
    return KeyedEncodingContainer(CompactObject<Key>(sink: self, depth: depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    start(.unkeyed, UInt8(ascii: "["))
    return CompactArray(sink: self, depth: depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { CompactValue(sink: self) }

  private func start(_ shape: Shape, _ byte: UInt8) {
    guard let last = open.indices.last, open[last].shape == .none else { return }
    open[last].shape = shape
    bytes.append(byte)
  }

  /// Begins a member of the object at `depth`, which must be the innermost open value.
  func beginMember(_ name: String, at depth: Int) throws {
    guard depth == open.count, open[depth - 1].shape == .keyed else { throw NotHandled() }
    let start = bytes.count
    text(name)
    let member = Member(start: start, nameCount: bytes.count - start - 2, end: start)
    if members.count > open[depth - 1].firstMember, let before = members.last, !precedes(before, member) {
      open[depth - 1].isSorted = false
    }
    members.append(member)
    bytes.append(UInt8(ascii: ":"))
  }

  func endMember() {
    bytes.append(UInt8(ascii: ","))
    members[members.count - 1].end = bytes.count
  }

  /// Begins an element of the array at `depth`, which must be the innermost open value.
  func beginElement(at depth: Int) throws {
    guard depth == open.count, open[depth - 1].shape == .unkeyed else { throw NotHandled() }
  }

  func endElement() { bytes.append(UInt8(ascii: ",")) }

  /// The innermost open value is one plain value, written next.
  func beginPlain() {
    if let last = open.indices.last { open[last].shape = .single }
  }

  // MARK: Plain values

  func null() { bytes += [0x6E, 0x75, 0x6C, 0x6C] }

  func flag(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  func integer(_ value: some FixedWidthInteger) { bytes.append(contentsOf: String(value).utf8) }

  func text(_ value: String) {
    var value = value
    value.withUTF8 { text in
      bytes.append(0x22)
      if text.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
        for byte in text { escaped(byte) }
      } else {
        bytes.append(contentsOf: text)
      }
      bytes.append(0x22)
    }
  }

  private func escaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, UInt8(ascii: "b")]
    case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
    case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
    case 0x0C: bytes += [0x5C, UInt8(ascii: "f")]
    case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [0x5C, UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}
