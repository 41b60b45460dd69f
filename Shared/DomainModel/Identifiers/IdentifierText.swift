/// Small tests that the identifier kinds share. They walk the bytes and make no substrings: every id of every message that
/// comes in, and of every entity that is read, passes here.
enum IdentifierText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Whether the UTF-8 of a text passes a test.
  static func holds(_ text: String, _ test: (Bytes) -> Bool) -> Bool {
    var text = text
    return text.withUTF8(test)
  }

  static func isDigits(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard range.upperBound <= text.count else { return false }
    for place in range where text[place] < 48 || text[place] > 57 { return false }
    return true
  }

  /// Lower-case letters, digits and hyphens, beginning with a letter or digit.
  static func isSlug(_ text: String, count: ClosedRange<Int>) -> Bool {
    holds(text) { bytes in
      guard count.contains(bytes.count), bytes.first != UInt8(ascii: "-") else { return false }
      return bytes.allSatisfy {
        ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "-")
      }
    }
  }

  /// `330382-2024-0007` as the first `count` bytes.
  static func isProject(_ text: Bytes, count: Int) -> Bool {
    guard (16...18).contains(count), count <= text.count else { return false }
    return isDigits(text, 0..<6) && text[6] == UInt8(ascii: "-") && isDigits(text, 7..<11)
      && text[11] == UInt8(ascii: "-") && isDigits(text, 12..<count)
  }
}
