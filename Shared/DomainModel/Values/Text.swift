/// Text that a person wrote: 1 to `max` characters, not blank, without control characters (a line feed is allowed).
public struct Text<let max: Int>: Hashable, Sendable {
  public let value: String

  /// - Throws: `ValueFault` that names the bound.
  public init(_ value: String) throws(ValueFault) {
    guard Text.accepts(value) else {
      throw ValueFault(expected: "1 to \(max) characters of text that is not blank, without control characters")
    }
    self.value = value
  }

  private static func accepts(_ text: String) -> Bool {
    // A character has at most a few scalars in honest text: bounding bytes first keeps a flood of combining marks cheap.
    guard text.utf8.count <= max * 12, text.count <= max else { return false }
    var seen = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: guard scalar == "\n" else { return false }
      case .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return false
      case .spaceSeparator, .format: continue
      default: seen = true
      }
    }
    return seen
  }
}

extension Text: CustomStringConvertible {
  public var description: String { value }
}

extension Text: ExpressibleByStringLiteral {
  /// For texts written in the program; one that breaks the bound is a fault of the program.
  public init(stringLiteral value: String) {
    precondition(Text.accepts(value), "a literal text breaks its bound of \(max)")
    self.value = value
  }
}

extension Text: WireText {
  public static var schema: Schema { .string(minLength: 1, maxLength: max) }
  public static var sample: Text { Text(stringLiteral: String("文".prefix(max))) }
}
