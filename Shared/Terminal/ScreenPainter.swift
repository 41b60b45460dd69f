import Foundation

/// Draws pages in place of one another without flicker: one write, each line overwritten and cleared to its end.
public struct ScreenPainter: Sendable {
  public init() {}

  /// A page for a screen of `rows` and `columns`: the head, the body from `offset` on, and a foot at the bottom.
  ///
  /// - Returns: what to write, and the offset that was used: never beyond the body's end.
  public func page(
    head: String, body: [String], foot: String, offset: Int, rows: Int, columns: Int
  ) -> (text: String, offset: Int) {
    let room = max(1, rows - 2)
    let offset = max(0, min(offset, body.count - room))
    var lines = [head] + body[min(offset, body.count)...].prefix(room)
    lines += Array(repeating: "", count: max(0, rows - 1 - lines.count)) + [foot]
    // Between these two marks terminals that know them show nothing half drawn; the others pass over them.
    var text = "\u{1B}[?2026h\u{1B}[H"
    for (place, line) in lines.prefix(rows).enumerated() {
      text += (place == 0 ? "" : "\r\n") + ScreenPainter.cut(line, columns) + "\u{1B}[0m\u{1B}[K"
    }
    return (text + "\u{1B}[J\u{1B}[?2026l", offset)
  }

  /// The line up to a width; colour sequences take none and are kept.
  static func cut(_ line: String, _ columns: Int) -> String {
    guard TextWidth.of(line) > columns else { return line }
    var text = ""
    var taken = 0
    var scalars = line.unicodeScalars[...]
    while let next = scalars.first {
      if next == "\u{1B}" {
        let end = scalars.firstIndex(of: "m").map { scalars.index(after: $0) } ?? scalars.endIndex
        text.unicodeScalars.append(contentsOf: scalars[..<end])
        scalars = scalars[end...]
        continue
      }
      let width = TextWidth.of(Character(next))
      guard taken + width < columns else { break }
      taken += width
      text.unicodeScalars.append(next)
      scalars = scalars.dropFirst()
    }
    return text + "…"
  }
}
