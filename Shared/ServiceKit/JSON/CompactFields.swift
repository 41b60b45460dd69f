import DomainModel

/// The members of an object in a JSON text, for a value that reads itself. It is valid while the text is.
///
/// As with `Codable` a member may be missing or null where it may be absent, and members that nobody asks for are passed
/// over.
public struct CompactFields {
  private let text: CompactText
  private let place: Int

  init(_ text: CompactText, of node: Int) throws {
    guard text.nodes[node].kind == .object else { throw CompactText.Unreadable() }
    self.text = text
    place = node
  }

  // What is plain is found here; the generic methods below are inlined, so that they are compiled for the very types.

  /// The text of a member.
  public func text(_ name: StaticString) throws -> String {
    guard let text = try textIfPresent(name) else { throw CompactText.Unreadable() }
    return text
  }

  /// The text of a member; nil when it is missing or null.
  public func textIfPresent(_ name: StaticString) throws -> String? {
    guard let node = text.member(name, of: place), text.nodes[node].kind != .null else { return nil }
    return try text.string(of: node)
  }

  /// Yes or no.
  public func flag(_ name: StaticString) throws -> Bool {
    guard let node = text.member(name, of: place) else { throw CompactText.Unreadable() }
    switch text.nodes[node].kind {
    case .yes: return true
    case .no: return false
    default: throw CompactText.Unreadable()
    }
  }

  /// The members of an object within.
  public func members(_ name: StaticString) throws -> CompactFields {
    guard let node = text.member(name, of: place) else { throw CompactText.Unreadable() }
    return try CompactFields(text, of: node)
  }

  /// The elements of an array, each an object.
  public func elements(_ name: StaticString) throws -> [CompactFields] {
    try nodes(name).map { try CompactFields(text, of: $0) }
  }

  /// The elements of an array, each a text.
  public func texts(_ name: StaticString) throws -> [String] {
    try nodes(name).map { try text.string(of: $0) }
  }

  private func nodes(_ name: StaticString) throws -> [Int] {
    guard let array = text.member(name, of: place), text.nodes[array].kind == .array else { throw CompactText.Unreadable() }
    var elements: [Int] = []
    var index = array + 1
    while index < text.nodes[array].next {
      elements.append(index)
      index = text.nodes[index].next
    }
    return elements
  }

  /// A value with a text of its own: an id, a date, an area.
  @inlinable
  public func value<Value: WireText>(_ name: StaticString) throws -> Value { try Value(text(name)) }

  /// The same where there may be none.
  @inlinable
  public func valueIfPresent<Value: WireText>(_ name: StaticString) throws -> Value? {
    guard let text = try textIfPresent(name) else { return nil }
    return try Value(text)
  }

  /// One of a closed list of words.
  @inlinable
  public func word<Word: WireEnum>(_ name: StaticString) throws -> Word {
    let text = try text(name)
    guard let word = Word(rawValue: text) else { throw ValueFault(expected: "one of the words of \(Word.self)") }
    return word
  }

  /// An object within.
  @inlinable
  public func object<Value: CompactReading>(_ name: StaticString) throws -> Value { try Value(reading: members(name)) }

  /// An array of objects.
  @inlinable
  public func objects<Value: CompactReading>(_ name: StaticString) throws -> [Value] {
    try elements(name).map { try Value(reading: $0) }
  }

  /// An array of values with a text of their own.
  @inlinable
  public func values<Value: WireText>(_ name: StaticString) throws -> [Value] { try texts(name).map { try Value($0) } }
}
