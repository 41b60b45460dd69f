import Foundation

/// One pass over a JSON text. It builds no strings and allocates nothing unless something is wrong, a name holds escapes
/// or letters outside ASCII, or an object has more members than `keysPerObject`.
struct StrictScanner {
  /// The name of a member seen in an object that is still open: the bytes between its quotes.
  struct Key {
    var start: Int
    var count: Int
    /// Neither escapes nor bytes outside ASCII: equal names are equal bytes.
    var isPlain: Bool
  }

  /// One step on the way to the value under way, for the pointer of an error.
  enum Step {
    case member(start: Int, count: Int, isPlain: Bool)
    case element(Int)
  }

  /// Up to here duplicates are found by comparing; larger objects use a set.
  static let keysPerObject = 48

  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Names of the objects that are open. A message has few, so there is room for a few; for as many as there may be the
  /// allocator would have to search at every message. Whoever made the scanner deallocates it.
  private(set) var keys = UnsafeMutablePointer<Key>.allocate(capacity: 40)
  private var keySlots = 40
  let steps: UnsafeMutablePointer<Step>
  var position = 0
  /// How many `keys` are in use by the objects that are open.
  private var openKeys = 0
  /// How many `steps` lead to the value under way.
  private var depth = 0

  init(start: UnsafePointer<UInt8>, count: Int, steps: UnsafeMutablePointer<Step>) {
    bytes = start
    self.count = count
    self.steps = steps
  }

  mutating func run(_ tree: KeyTree) throws(StrictJSONError) {
    skipSpace()
    try value(tree)
    skipSpace()
    if position < count { throw error(.trailingBytes) }
  }

  // MARK: Values

  private mutating func value(_ tree: KeyTree) throws(StrictJSONError) {
    guard position < count else { throw error(.unexpectedEnd) }
    switch bytes[position] {
    case 0x22: _ = try string()
    case 0x7B: try object(tree)
    case 0x5B: try array(tree)
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    case 0x2D, 0x30...0x39: try integer()
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func object(_ tree: KeyTree) throws(StrictJSONError) {
    guard depth < StrictJSON.maximumDepth else { throw error(.tooDeep) }
    position += 1
    skipSpace()
    if take(0x7D) { return }
    let firstKey = openKeys
    var manyKeys: Set<String> = []
    var hint = 0
    depth += 1
    steps[depth - 1] = .element(0)
    while true {
      let keyPosition = position
      guard position < count else { throw error(.unexpectedEnd, above: 1) }
      guard bytes[position] == 0x22 else { throw error(.unexpectedByte, above: 1) }
      steps[depth - 1] = .member(start: position + 1, count: 0, isPlain: false)
      let isPlain = try string()
      let key = Key(start: keyPosition + 1, count: position - keyPosition - 2, isPlain: isPlain)
      steps[depth - 1] = .member(start: key.start, count: key.count, isPlain: isPlain)
      if isDuplicate(key, since: firstKey, &manyKeys) { throw error(.duplicateKey, at: keyPosition) }
      let subtree = try subtree(of: tree, key, &hint)
      skipSpace()
      guard take(0x3A) else { throw error(position < count ? .unexpectedByte : .unexpectedEnd) }
      skipSpace()
      try value(subtree)
      skipSpace()
      if take(0x2C) {
        skipSpace()
        continue
      }
      if take(0x7D) { break }
      throw error(position < count ? .unexpectedByte : .unexpectedEnd, above: 1)
    }
    depth -= 1
    openKeys = firstKey
  }

  private mutating func array(_ tree: KeyTree) throws(StrictJSONError) {
    guard depth < StrictJSON.maximumDepth else { throw error(.tooDeep) }
    position += 1
    skipSpace()
    if take(0x5D) { return }
    var element = KeyTree.any
    if case .array(let subtree) = tree { element = subtree }
    depth += 1
    var index = 0
    while true {
      steps[depth - 1] = .element(index)
      try value(element)
      skipSpace()
      if take(0x2C) {
        skipSpace()
        index += 1
        continue
      }
      if take(0x5D) { break }
      throw error(position < count ? .unexpectedByte : .unexpectedEnd, above: 1)
    }
    depth -= 1
  }

  private mutating func literal(_ word: StaticString) throws(StrictJSONError) {
    let length = word.utf8CodeUnitCount
    guard count - position >= length else { throw error(.unexpectedEnd) }
    guard memcmp(bytes + position, word.utf8Start, length) == 0 else { throw error(.unexpectedByte) }
    position += length
  }

  private mutating func integer() throws(StrictJSONError) {
    let start = position
    let isNegative = take(0x2D)
    guard position < count else { throw error(.unexpectedEnd) }
    guard isDigit(bytes[position]) else { throw error(.unexpectedByte) }
    var magnitude: UInt64 = 0
    let firstDigit = position
    while position < count, isDigit(bytes[position]) {
      // 17 digits are out of range already, and cannot overflow.
      if position - firstDigit < 17 { magnitude = magnitude * 10 + UInt64(bytes[position] - 0x30) }
      position += 1
    }
    let digits = position - firstDigit
    if position < count, bytes[position] == 0x2E || bytes[position] | 0x20 == 0x65 { throw error(.notAnInteger, at: start) }
    if digits > 1, bytes[firstDigit] == 0x30 { throw error(.notAnInteger, at: start) }
    if isNegative, magnitude == 0 { throw error(.notAnInteger, at: start) }
    if digits > 16 || magnitude > StrictJSON.maximumInteger { throw error(.integerOutOfRange, at: start) }
  }

  // MARK: Strings

  /// Passes over a string, quotes included; returns whether it holds neither escapes nor bytes outside ASCII.
  private mutating func string() throws(StrictJSONError) -> Bool {
    position += 1
    var isPlain = true
    while true {
      skipPlainText()
      guard position < count else { throw error(.unexpectedEnd) }
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        return isPlain
      case 0x5C:
        isPlain = false
        try escape()
      case 0x80...:
        isPlain = false
        try multibyte(byte)
      case 0x20...:
        position += 1
      default:
        throw error(.controlCharacter)
      }
    }
  }

  /// Eight bytes at a time, as long as none of them needs a look: quote, backslash, control or outside ASCII.
  private mutating func skipPlainText() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while count - position >= 8 {
      let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let hit =
        (word &- (ones &* 0x20)) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | word
      if hit & tops != 0 { return }
      position += 8
    }
  }

  private mutating func escape() throws(StrictJSONError) {
    let start = position
    guard count - position >= 2 else { throw error(.unexpectedEnd) }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case 0x22, 0x5C, 0x2F, 0x6E, 0x74: return
    case 0x62, 0x66, 0x72: throw error(.controlCharacter, at: start)
    case 0x75: break
    default: throw error(.badEscape, at: start)
    }
    let unit = try hexUnit(start)
    switch unit {
    case 0x0A, 0x09: return
    case 0..<0x20: throw error(.controlCharacter, at: start)
    case 0xDC00...0xDFFF: throw error(.unpairedSurrogate, at: start)
    case 0xD800...0xDBFF:
      guard count - position >= 2, bytes[position] == 0x5C, bytes[position + 1] == 0x75 else {
        throw error(.unpairedSurrogate, at: start)
      }
      position += 2
      guard (0xDC00...0xDFFF).contains(try hexUnit(start)) else { throw error(.unpairedSurrogate, at: start) }
    default: return
    }
  }

  private mutating func hexUnit(_ start: Int) throws(StrictJSONError) -> UInt16 {
    guard count - position >= 4 else { throw error(.unexpectedEnd) }
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = JSONSlice.hexValue(bytes[position]) else { throw error(.badEscape, at: start) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// One character outside ASCII, by the table of RFC 3629.
  private mutating func multibyte(_ lead: UInt8) throws(StrictJSONError) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw error(.invalidUTF8)
    }
    guard count - position >= length else { throw error(.invalidUTF8) }
    guard second.contains(bytes[position + 1]) else { throw error(.invalidUTF8) }
    for index in 2..<max(2, length) where bytes[position + index] & 0xC0 != 0x80 { throw error(.invalidUTF8) }
    position += length
  }

  // MARK: Members

  private func raw(_ key: Key) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + key.start, count: key.count)
  }

  private func text(_ key: Key) -> String {
    JSONSlice.unescaped(raw(key))
  }

  /// Whether the open object has the name already; notes it if not. Names that Unicode calls equal are equal here too,
  /// because they are the same key to a Swift dictionary.
  private mutating func isDuplicate(_ key: Key, since first: Int, _ many: inout Set<String>) -> Bool {
    if !many.isEmpty { return !many.insert(text(key)).inserted }
    for index in first..<openKeys {
      let other = keys[index]
      if key.isPlain, other.isPlain {
        if key.count == other.count, memcmp(bytes + key.start, bytes + other.start, key.count) == 0 { return true }
      } else if text(key) == text(other) {
        return true
      }
    }
    if openKeys - first == Self.keysPerObject {
      for index in first..<openKeys { many.insert(text(keys[index])) }
      many.insert(text(key))
      return false
    }
    if openKeys == keySlots { makeRoom() }
    keys[openKeys] = key
    openKeys += 1
    return false
  }

  private mutating func makeRoom() {
    let larger = UnsafeMutablePointer<Key>.allocate(capacity: keySlots * 2)
    larger.update(from: keys, count: openKeys)
    keys.deallocate()
    keys = larger
    keySlots *= 2
  }

  private func subtree(of tree: KeyTree, _ key: Key, _ hint: inout Int) throws(StrictJSONError) -> KeyTree {
    switch tree {
    case .any, .array: return .any
    case .map(let each): return each
    case .members(let members):
      var found: Int?
      if key.isPlain {
        found = members.index(of: raw(key), from: hint)
      } else {
        let name = Array(text(key).utf8)
        found = name.withUnsafeBytes { members.index(of: $0, from: hint) }
      }
      guard let found else {
        throw error(.unknownKey(name: shownName(key, cut: true), allowed: members.names), at: key.start - 1)
      }
      hint = found + 1
      return members.trees[found]
    }
  }

  // MARK: Small steps

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private mutating func skipSpace() {
    while position < count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}

// MARK: Errors

extension StrictScanner {
  /// The error at the value under way, or `above` steps over it.
  private func error(_ reason: StrictJSONError.Reason, at offset: Int? = nil, above: Int = 0) -> StrictJSONError {
    var pointer = ""
    for index in 0..<max(0, depth - above) {
      switch steps[index] {
      case .element(let number): pointer += "/\(number)"
      case .member(let start, let count, let isPlain):
        pointer += "/" + (shownName(Key(start: start, count: count, isPlain: isPlain), cut: false) ?? "*")
      }
    }
    return StrictJSONError(reason: reason, pointer: pointer, offset: offset ?? position)
  }

  /// A name that may be shown: plain letters, and not long; a longer one is cut if asked for.
  private func shownName(_ key: Key, cut: Bool) -> String? {
    guard key.isPlain, key.count > 0, cut || key.count <= 40 else { return nil }
    let name = UnsafeRawBufferPointer(start: bytes + key.start, count: min(key.count, 40))
    let isShowable = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    return isShowable ? String(decoding: name, as: UTF8.self) : nil
  }
}
