import Foundation

/// A column that an import knows: what offices call it, and whether it must be there.
struct Column: Hashable, Sendable {
  /// The name by which the import asks for it, also accepted as a title.
  let key: String
  let titles: [String]
  let isRequired: Bool

  init(_ key: String, _ titles: [String], required: Bool = false) {
    self.key = key
    self.titles = titles
    isRequired = required
  }

  var title: String { titles.first ?? key }

  func isCalled(_ title: String) -> Bool {
    let plain = Column.plain(title)
    return ([key] + titles).contains { Column.plain($0) == plain }
  }

  /// A title without what offices add to it: `*`, `（必填）`, `(㎡)`, blanks.
  private static func plain(_ title: String) -> String {
    let open = title.firstIndex { "（(【[".contains($0) } ?? title.endIndex
    return String(title[..<open]).filter { !$0.isWhitespace && $0 != "*" && $0 != "-" && $0 != "_" }.lowercased()
  }
}

/// A file's rows under known columns, and the faults found in them so far.
struct Sheet {
  let file: String
  let rows: [CSVTable.Row]
  /// Titles that no column answers to; they are left out.
  let unused: [String]
  private let titles: [String]
  private let places: [String: Int]
  private(set) var faults: [ImportFault] = []

  /// - Throws: `ImportFaults` when a required column is missing or one is there twice.
  init(_ table: CSVTable, columns: [Column], file: String) throws {
    self.file = file
    rows = table.rows
    titles = table.header.cells
    var places: [String: Int] = [:]
    var unused: [String] = []
    var faults: [ImportFault] = []
    for (index, title) in titles.enumerated() where !title.isEmpty {
      guard let column = columns.first(where: { $0.isCalled(title) }) else {
        unused.append(title)
        continue
      }
      if places[column.key] != nil {
        faults.append(
          ImportFault(
            line: table.header.line, column: index + 1, title: title, zh: "与另一列含义相同，请只留一列。",
            en: "means the same as another column; keep one"))
      }
      places[column.key] = index
    }
    for column in columns where column.isRequired && places[column.key] == nil {
      let names = column.titles.joined(separator: "、")
      faults.append(
        ImportFault(
          line: table.header.line, column: nil, title: nil, zh: "缺少列“\(column.title)”（也可写作 \(names)、\(column.key)）。",
          en: "the column \(column.key) is missing (also called \(names))"))
    }
    guard faults.isEmpty else { throw ImportFaults(file: file, faults: faults) }
    self.places = places
    self.unused = unused
  }

  func has(_ key: String) -> Bool { places[key] != nil }

  /// The cell's text; nil when the column or the text is missing.
  func text(_ row: CSVTable.Row, _ key: String) -> String? {
    guard let place = places[key], place < row.cells.count, !row.cells[place].isEmpty else { return nil }
    return row.cells[place]
  }

  /// The cell read by `parse`; a fault is noted when there is a text that it cannot read.
  mutating func value<Value>(
    _ row: CSVTable.Row, _ key: String, expects: (zh: String, en: String), _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(row, key) else { return nil }
    if let value = parse(text) { return value }
    fault(row, key, zh: "应为\(expects.zh)", en: "\(expects.en) is expected")
    return nil
  }

  /// The same, and an empty cell is a fault too.
  mutating func required<Value>(
    _ row: CSVTable.Row, _ key: String, expects: (zh: String, en: String), _ parse: (String) -> Value?
  ) -> Value? {
    guard text(row, key) != nil else {
      fault(row, key, zh: "不能为空，应为\(expects.zh)", en: "it may not be empty; \(expects.en) is expected")
      return nil
    }
    return value(row, key, expects: expects, parse)
  }

  mutating func fault(_ row: CSVTable.Row, _ key: String?, zh: String, en: String) {
    let place = key.flatMap { places[$0] }
    faults.append(
      ImportFault(
        line: row.line, column: place.map { $0 + 1 }, title: place.map { titles[$0] }, zh: zh, en: en))
  }

  /// - Throws: `ImportFaults` when any was noted.
  func check() throws {
    guard faults.isEmpty else {
      throw ImportFaults(file: file, faults: faults.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) })
    }
  }
}
