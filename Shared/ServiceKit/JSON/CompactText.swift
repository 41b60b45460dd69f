import Foundation

/// A JSON text taken apart: one node for each value and each member's name, in the order of the text. The text is our own
/// or has passed the strict check. The nodes lie in memory of their own, for the reason given at `ByteBuffer`.
final class CompactText {
  struct Unreadable: Error {}

  enum Kind: UInt8 { case object, array, text, number, yes, no, null }

  struct Node {
    let kind: Kind
    /// Where it stands; a text without its quotes.
    var start: Int
    var end: Int
    /// The node behind it and all that it holds.
    var next = 0
  }

  private static let depth = 64
  private(set) var nodes = UnsafeMutablePointer<Node>.allocate(capacity: 256)
  private var nodeCount = 0
  private var capacity = 256
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0

  deinit { nodes.deallocate() }

  /// Takes a text apart that stays where it is for as long as the nodes are used.
  ///
  /// - Throws: `Unreadable` for what is not JSON, and for texts with escapes, which are rare and left to others.
  func read(_ text: UnsafeRawBufferPointer) throws {
    bytes = text
    position = 0
    nodeCount = 0
    try value(Self.depth)
    skipSpace()
    guard position == bytes.count else { throw Unreadable() }
  }

  // MARK: Looking

  /// The node of a member's value.
  func member(_ name: String, of object: Int) -> Int? {
    var name = name
    return name.withUTF8 { member($0, of: object) }
  }

  /// The same, where the name is written in the program.
  func member(_ name: StaticString, of object: Int) -> Int? {
    member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), of: object)
  }

  private func member(_ wanted: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
    var index = object + 1
    let end = nodes[object].next
    while index < end {
      if holds(index, wanted) { return index + 1 }
      index = nodes[index + 1].next
    }
    return nil
  }

  private func holds(_ index: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = nodes[index]
    guard node.end - node.start == wanted.count, let name = bytes.baseAddress, let other = wanted.baseAddress else {
      return node.end == node.start && wanted.isEmpty
    }
    return memcmp(name + node.start, other, wanted.count) == 0
  }

  /// The text of a node that is one.
  func text(of index: Int) -> String {
    let node = nodes[index]
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[node.start..<node.end]), as: UTF8.self)
  }

  /// The text of a node.
  ///
  /// - Throws: `Unreadable` for a node that is something else.
  func string(of index: Int) throws -> String {
    guard nodes[index].kind == .text else { throw Unreadable() }
    return text(of: index)
  }

  /// The integer of a node that is a number without a fraction.
  func integer<Number: FixedWidthInteger>(of index: Int) throws -> Number {
    let node = nodes[index]
    guard node.kind == .number else { throw Unreadable() }
    var place = node.start
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    guard place < node.end else { throw Unreadable() }
    var number: Number = 0
    while place < node.end {
      let digit = bytes[place] &- 48
      guard digit < 10 else { throw Unreadable() }
      let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) =
        isNegative
        ? tens.subtractingReportingOverflow(Number(digit)) : tens.addingReportingOverflow(Number(digit))
      guard !overflows, !overflowsToo else { throw Unreadable() }
      number = sum
      place += 1
    }
    return number
  }

  // MARK: Taking apart

  private func value(_ room: Int) throws {
    guard room > 0 else { throw Unreadable() }
    skipSpace()
    switch try byte() {
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "{"): try collection(.object, until: UInt8(ascii: "}"), room)
    case UInt8(ascii: "["): try collection(.array, until: UInt8(ascii: "]"), room)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), 48...57:
      let start = position
      position += 1
      while position < bytes.count, isPartOfNumber(bytes[position]) { position += 1 }
      add(.number, start, position)
    default: throw Unreadable()
    }
  }

  private func collection(_ kind: Kind, until end: UInt8, _ room: Int) throws {
    let index = nodeCount
    add(kind, position, position)
    position += 1
    skipSpace()
    if try byte() != end {
      while true {
        if kind == .object {
          skipSpace()
          guard try byte() == UInt8(ascii: "\"") else { throw Unreadable() }
          try text()
          skipSpace()
          guard try byte() == UInt8(ascii: ":") else { throw Unreadable() }
          position += 1
        }
        try value(room - 1)
        skipSpace()
        let mark = try byte()
        if mark == end { break }
        guard mark == UInt8(ascii: ",") else { throw Unreadable() }
        position += 1
      }
    }
    position += 1
    nodes[index].end = position
    nodes[index].next = nodeCount
  }

  private func text() throws {
    position += 1
    let start = position
    while true {
      let next = try byte()
      if next == 0x22 { break }
      guard next >= 0x20, next != 0x5C else { throw Unreadable() }
      position += 1
    }
    add(.text, start, position)
    position += 1
  }

  private func word(_ word: StaticString, _ kind: Kind) throws {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count, let start = bytes.baseAddress,
      memcmp(start + position, word.utf8Start, count) == 0
    else { throw Unreadable() }
    add(kind, position, position + count)
    position += count
  }

  private func add(_ kind: Kind, _ start: Int, _ end: Int) {
    if nodeCount == capacity { makeRoom() }
    nodes[nodeCount] = Node(kind: kind, start: start, end: end, next: nodeCount + 1)
    nodeCount += 1
  }

  private func makeRoom() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.update(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }

  private func byte() throws -> UInt8 {
    guard position < bytes.count else { throw Unreadable() }
    return bytes[position]
  }

  private func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func isPartOfNumber(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-")
  }
}
