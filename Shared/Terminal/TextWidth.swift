/// How many columns a text takes on a terminal: a Chinese character takes two, a combining mark none.
public enum TextWidth {
  /// The columns of one line. Colour sequences take none.
  public static func of(_ text: String) -> Int {
    var width = 0
    var scalars = text.unicodeScalars[...]
    if !scalars.contains("\u{1B}") { return text.reduce(0) { $0 + of($1) } }
    while let next = scalars.first {
      if next == "\u{1B}" {
        scalars = scalars.drop { $0 != "m" }.dropFirst()
      } else {
        width += of(Character(next))
        scalars = scalars.dropFirst()
      }
    }
    return width
  }

  /// The columns of one character: what its first scalar takes, since marks and joined emoji stand on it.
  public static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation || wide.contains(where: { $0.contains(scalar.value) }) { return 2 }
    return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1
  }

  /// The text with blanks behind it, or before it, up to a width.
  public static func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return atEnd ? text + blanks : blanks + text
  }

  /// The text broken into lines of at most `width` columns: at blanks where there are any, else between characters, as
  /// Chinese is.
  public static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { broken(String($0), width: max(2, width)) }
  }

  /// Lines that are too long, broken and set under their own beginning, two columns further in.
  public static func hanging(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard of(String(line)) > width else { return String(line) }
      let margin = min(line.prefix { $0 == " " }.count + 2, width / 2)
      // The first part may be as long as the line; the rest is broken to what the margin leaves.
      let first = broken(String(line), width: width)[0]
      let rest = String(line.dropFirst(first.count)).drop { $0 == " " }
      let further = broken(String(rest), width: max(10, width - margin))
      return ([first] + further.map { String(repeating: " ", count: margin) + $0 }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The text without control characters, so that what others wrote cannot steer the terminal. Line feeds stay.
  public static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(safe)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar.properties.generalCategory == .control
  }

  private static func broken(_ line: String, width: Int) -> [String] {
    var lines: [String] = []
    var current: [Character] = []
    var taken = 0
    var isColour = false
    for character in line {
      // A colour sequence takes no column, and is never cut.
      if character == "\u{1B}" { isColour = true }
      let columns = isColour ? 0 : of(character)
      if isColour, character == "m" { isColour = false }
      if taken + columns > width, !current.isEmpty {
        // Back to the last blank, unless the word began the line: then it is cut.
        if character != " ", let blank = current.lastIndex(of: " "), current[..<blank].contains(where: { $0 != " " }) {
          let rest = Array(current[(blank + 1)...])
          lines.append(String(current[..<blank]))
          current = rest
        } else {
          lines.append(String(current))
          current = []
        }
        taken = of(String(current))
        if character == " ", current.isEmpty { continue }
      }
      current.append(character)
      taken += columns
    }
    lines.append(String(current))
    return lines
  }

  /// East Asian Wide and Fullwidth (UAX #11), in the blocks that texts of offices come from.
  private static let wide: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x3000...0x303E, 0xFF01...0xFF60, 0x3041...0x33FF, 0x3400...0x4DBF, 0xF900...0xFAFF,
    0x2E80...0x2FFF, 0xFFE0...0xFFE6, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xA000...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0x1100...0x115F, 0x2329...0x232A, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
