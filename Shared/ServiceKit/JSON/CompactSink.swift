import Foundation

/// Where the bytes are put together. It is the one `Encoder` of all nested values: values are written in the order in
/// which they are encoded, and an object's members are put in order when it ends.
///
/// Its stacks have a fixed size and memory of their own, for the reason given at `ByteBuffer`; what does not fit is not
/// handled.
final class CompactSink: Encoder {
  /// Thrown for what is left to the general encoder: fractions, dates, containers that are filled out of turn.
  struct NotHandled: Error {}

  enum Shape: UInt8 { case none, single, keyed, unkeyed }

  /// A value that has begun and not ended.
  private struct Open {
    var shape = Shape.none
    /// Where its text begins, and its first member in `members`.
    let start: Int
    let firstMember: Int
    var isSorted = true
  }

  /// A member of an open object: `"name":value,` in `bytes`.
  private struct Member {
    let start: Int
    let nameCount: Int
    var end: Int

    /// The name without its quotes.
    var name: Range<Int> { (start + 1)..<(start + 1 + nameCount) }
  }

  private static let depth = 32
  private static let mostMembers = 512

  let bytes = ByteBuffer()
  private let open = UnsafeMutablePointer<Open>.allocate(capacity: depth)
  private(set) var openCount = 0
  private let members = UnsafeMutablePointer<Member>.allocate(capacity: mostMembers)
  private var memberCount = 0
  private let moved = ByteBuffer()

  deinit {
    open.deallocate()
    members.deallocate()
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  // MARK: Values

  /// Writes a value that stands in no other.
  func putWhole<Value: Encodable>(_ value: Value) throws {
    openCount = 0
    memberCount = 0
    try put(value)
  }

  /// Writes a whole value.
  func put<Value: Encodable>(_ value: Value) throws {
    guard Value.self != Date.self, Value.self != Data.self, Value.self != URL.self, Value.self != Decimal.self,
      openCount < Self.depth
    else { throw NotHandled() }
    open[openCount] = Open(start: bytes.count, firstMember: memberCount)
    openCount += 1
    try value.encode(to: self)
    try end()
  }

  private func end() throws {
    guard openCount > 0 else { throw NotHandled() }
    openCount -= 1
    let value = open[openCount]
    switch value.shape {
    case .none: throw NotHandled()
    case .single: return
    case .unkeyed: close(value, with: UInt8(ascii: "]"))
    case .keyed:
      if !value.isSorted { sort(value) }
      memberCount = value.firstMember
      close(value, with: UInt8(ascii: "}"))
    }
  }

  /// Every element and member ends with a comma; the last one gives way to the end.
  private func close(_ value: Open, with end: UInt8) {
    if bytes.count > value.start + 1 { bytes.cut(to: bytes.count - 1) }
    bytes.append(end)
  }

  private func sort(_ value: Open) {
    // By insertion: objects have a handful of members, most of them in order already.
    for next in (value.firstMember + 1)..<memberCount {
      let member = members[next]
      var place = next
      while place > value.firstMember, precedes(member, members[place - 1]) {
        members[place] = members[place - 1]
        place -= 1
      }
      members[place] = member
    }
    moved.cut(to: 0)
    for index in value.firstMember..<memberCount {
      let member = members[index]
      moved.append(UnsafeBufferPointer(start: bytes.start + member.start, count: member.end - member.start))
    }
    bytes.cut(to: value.start + 1)
    bytes.append(UnsafeBufferPointer(start: moved.start, count: moved.count))
  }

  private func precedes(_ left: Member, _ right: Member) -> Bool { bytes.precedes(left.name, right.name) }

  // MARK: Containers

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    start(.keyed, UInt8(ascii: "{"))
    return KeyedEncodingContainer(CompactObject<Key>(sink: self, depth: openCount))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    start(.unkeyed, UInt8(ascii: "["))
    return CompactArray(sink: self, depth: openCount)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { CompactValue(sink: self) }

  private func start(_ shape: Shape, _ byte: UInt8) {
    guard openCount > 0, open[openCount - 1].shape == .none else { return }
    open[openCount - 1].shape = shape
    bytes.append(byte)
  }

  /// Begins a member of the object at `depth`, which must be the innermost open value.
  func beginMember(_ name: String, at depth: Int) throws {
    guard depth == openCount, depth > 0, open[depth - 1].shape == .keyed, memberCount < Self.mostMembers else {
      throw NotHandled()
    }
    let start = bytes.count
    text(name)
    let member = Member(start: start, nameCount: bytes.count - start - 2, end: start)
    if memberCount > open[depth - 1].firstMember, !precedes(members[memberCount - 1], member) {
      open[depth - 1].isSorted = false
    }
    members[memberCount] = member
    memberCount += 1
    bytes.append(UInt8(ascii: ":"))
  }

  func endMember() {
    bytes.append(UInt8(ascii: ","))
    members[memberCount - 1].end = bytes.count
  }

  /// Begins an element of the array at `depth`, which must be the innermost open value.
  func beginElement(at depth: Int) throws {
    guard depth == openCount, depth > 0, open[depth - 1].shape == .unkeyed else { throw NotHandled() }
  }

  func endElement() { bytes.append(UInt8(ascii: ",")) }

  /// The innermost open value is one plain value, written next.
  func beginPlain() {
    if openCount > 0 { open[openCount - 1].shape = .single }
  }

  // MARK: Plain values

  func null() { bytes.append("null") }

  func flag(_ value: Bool) { bytes.append(value ? "true" : "false") }

  func integer(_ value: some FixedWidthInteger) {
    if let number = Int64(exactly: value) { bytes.appendDigits(of: number) } else { bytes.append(String(value)) }
  }

  func text(_ value: String) { bytes.appendQuoted(value) }
}
