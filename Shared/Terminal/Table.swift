/// A table for people: columns line up, whatever the script.
public struct Table: Sendable {
  /// What a column is called and on which side its texts stand.
  public struct Column: Sendable {
    public let title: String
    /// Whether figures stand at the right edge.
    public let isNumeric: Bool

    public init(_ title: String, isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// A text and what it means.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    public let text: String
    public let style: Style

    public init(_ text: String, _ style: Style = .plain) {
      self.text = TextWidth.safe(text)
      self.style = style
    }

    public init(stringLiteral value: String) { self.init(value) }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []

  public init(_ columns: [Column]) {
    precondition(!columns.isEmpty, "a table has columns")
    self.columns = columns
  }

  /// Columns of plain text.
  public init(_ titles: String...) {
    self.init(titles.map { Column($0) })
  }

  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row: a cell for every column.
  public mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    rows.append(cells)
  }

  /// Adds a row: a cell for every column.
  public mutating func add(_ cells: Cell...) { add(cells) }

  /// The table's lines. The last column is broken so that the table keeps to `width`; the others are never cut.
  public func lines(width: Int = TerminalSize.columns) -> [String] {
    var widths = columns.map { TextWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        let longest = cell.text.split(separator: "\n").map { TextWidth.of(String($0)) }.max() ?? 0
        widths[index] = max(widths[index], longest)
      }
    }
    let last = columns.count - 1
    let before = widths[..<last].reduce(0) { $0 + $1 + 2 }
    widths[last] = min(widths[last], max(width - before, 24))
    let head = line(columns.map { Cell($0.title, .heading) }, widths)
    let rule = Style.quiet.paint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    return head + [rule] + rows.flatMap { line($0, widths) }
  }

  /// The lines in one text.
  public func text(width: Int = TerminalSize.columns) -> String { lines(width: width).joined(separator: "\n") }

  private func line(_ cells: [Cell], _ widths: [Int]) -> [String] {
    let parts = cells.enumerated().map { TextWidth.lines($1.text, width: widths[$0]) }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { place in
      var text = ""
      for (index, part) in parts.enumerated() {
        let piece = place < part.count ? part[place] : ""
        let isLast = index == parts.count - 1
        let padded =
          columns[index].isNumeric
          ? TextWidth.padded(piece, to: widths[index], atEnd: false)
          : isLast ? piece : TextWidth.padded(piece, to: widths[index])
        text += cells[index].style.paint(padded) + (isLast ? "" : "  ")
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
