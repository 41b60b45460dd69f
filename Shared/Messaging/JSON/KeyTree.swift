/// The member names that a JSON text may have, so that unknown ones are refused in the same pass that checks the text.
///
/// It says nothing about the types of values or what must be there: decoding does.
public indirect enum KeyTree: Sendable {
  /// Anything.
  case any
  /// If it is an object, these members and no others.
  case members(KeyTreeMembers)
  /// If it is an array, this for each element.
  case array(KeyTree)
  /// If it is an object, any names, and this for each value.
  case map(KeyTree)

  /// If it is an object, these members and no others. Give them in the order in which senders write them: that is the
  /// order in which they are found fastest.
  public static func object(_ members: KeyValuePairs<String, KeyTree>) -> KeyTree {
    .members(KeyTreeMembers(members.map { ($0.key, $0.value) }))
  }

  /// The same, from members that were put together at run time.
  public static func object(_ members: [(String, KeyTree)]) -> KeyTree {
    .members(KeyTreeMembers(members))
  }
}

/// The members of one object in a `KeyTree`.
public final class KeyTreeMembers: Sendable {
  /// The names, in the order given.
  public let names: [String]
  let bytes: [[UInt8]]
  let trees: [KeyTree]

  init(_ members: [(String, KeyTree)]) {
    precondition(Set(members.map(\.0)).count == members.count, "a member is listed twice")
    names = members.map(\.0)
    bytes = members.map { Array($0.0.utf8) }
    trees = members.map(\.1)
  }

  /// The place of a name given in UTF-8; the search begins at `hint`, where the next member of a tidy sender stands.
  func index(of name: UnsafeRawBufferPointer, from hint: Int) -> Int? {
    let count = bytes.count
    var index = hint < count ? hint : 0
    for _ in 0..<count {
      if bytes[index].count == name.count, bytes[index].withUnsafeBytes({ $0.elementsEqual(name) }) { return index }
      index += 1
      if index == count { index = 0 }
    }
    return nil
  }
}
