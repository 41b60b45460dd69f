import Foundation
import SwiftCSV

/// A CSV file taken apart, each row with the line it begins on. SwiftCSV reads the rows; the line numbers are ours,
/// because it keeps none.
struct CSVTable {
  struct Row: Hashable, Sendable {
    /// From 1.
    let line: Int
    let cells: [String]
  }

  let header: Row
  let rows: [Row]

  init(data: Data, file: String) throws {
    let text = try CSVText.decode(data, file: file)
    let (records, unended) = CSVTable.records(text)
    var faults: [ImportFault] = []
    if let unended {
      faults.append(
        ImportFault(
          line: unended, column: nil, title: nil, zh: "这一行起的引号没有配对。",
          en: "a quotation mark that begins here is never closed"))
    }
    guard let first = records.first else {
      throw ImportFaults(
        file: file,
        faults: [ImportFault(line: 1, column: nil, title: nil, zh: "文件是空的。", en: "the file is empty")])
    }
    let delimiter = CSVDelimiter.guessed(string: first.text)
    var rows: [Row] = []
    for record in records where unended.map({ record.line < $0 }) ?? true {
      do {
        let cells = try CSV<Enumerated>(string: record.text, delimiter: delimiter, loadColumns: false).header
        rows.append(Row(line: record.line, cells: cells.map(CellText.trimmed)))
      } catch {
        faults.append(
          ImportFault(
            line: record.line, column: nil, title: nil, zh: "引号用法不对：有引号的内容应整体用引号括起，其中的引号写两个。",
            en: "quotation marks are misused: quote the whole field and double the marks inside"))
      }
    }
    guard faults.isEmpty else { throw ImportFaults(file: file, faults: faults) }
    header = rows[0]
    // Spreadsheets leave rows of nothing but commas behind.
    self.rows = rows.dropFirst().filter { row in row.cells.contains { !$0.isEmpty } }
  }

  /// The text of each row with its first line's number; a line feed inside quotation marks does not end a row.
  private static func records(_ text: String) -> (records: [(line: Int, text: String)], unended: Int?) {
    var records: [(line: Int, text: String)] = []
    var current = String.UnicodeScalarView()
    var line = 1
    var start = 1
    var isQuoted = false
    var lastWasReturn = false
    func flush() {
      let text = String(current)
      if !text.allSatisfy(\.isWhitespace) { records.append((start, text)) }
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let isSecondHalf = scalar == "\n" && lastWasReturn
      lastWasReturn = scalar == "\r"
      if scalar == "\"" { isQuoted.toggle() }
      guard scalar == "\n" || scalar == "\r" else {
        current.append(scalar)
        continue
      }
      if !isSecondHalf { line += 1 }
      if isQuoted {
        if !isSecondHalf { current.append("\n") }
      } else {
        if !isSecondHalf { flush() }
        start = line
      }
    }
    let unended = isQuoted ? start : nil
    flush()
    return (records, unended)
  }
}
