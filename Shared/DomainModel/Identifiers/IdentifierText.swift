/// Small tests that the identifier kinds share.
enum IdentifierText {
  static func isDigits(_ text: Substring, count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// Lower-case letters, digits and hyphens, beginning with a letter or digit.
  static func isSlug(_ text: String, count: ClosedRange<Int>) -> Bool {
    guard count.contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "-")
    }
  }

  /// `330382-2024-0007`.
  static func isProject(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && isDigits(parts[0], count: 6...6) && isDigits(parts[1], count: 4...4)
      && isDigits(parts[2], count: 4...6)
  }
}
