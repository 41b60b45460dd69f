/// A key of several texts, compared and ordered by their bytes as the database does.
struct ByteKey: Hashable, Comparable, Sendable {
  let parts: [String]

  init(_ parts: String...) {
    self.parts = parts
  }

  static func == (left: ByteKey, right: ByteKey) -> Bool {
    left.parts.count == right.parts.count && zip(left.parts, right.parts).allSatisfy { $0.hasSameBytes(as: $1) }
  }

  func hash(into hasher: inout Hasher) {
    for part in parts { hasher.combine(bytesOf: part) }
  }

  static func < (left: ByteKey, right: ByteKey) -> Bool {
    for (mine, other) in zip(left.parts, right.parts) where !mine.hasSameBytes(as: other) {
      return mine.precedes(other)
    }
    return left.parts.count < right.parts.count
  }
}
