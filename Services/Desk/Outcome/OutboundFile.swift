import Contracts
import DomainModel
import Foundation

/// The file form of an item for an outside system: the same item is the same bytes, whenever and wherever it is written.
enum OutboundFile {
  enum Format: String, CaseIterable, Sendable {
    case csv, json
  }

  static func text(of item: OutboundReport.Attempt, as format: Format) -> String {
    switch format {
    case .csv: csv(item)
    case .json: json(item)
    }
  }

  /// UTF-8 with a byte order mark, which spreadsheet programs need for Chinese, and lines that end as RFC 4180 says.
  private static func csv(_ item: OutboundReport.Attempt) -> String {
    "\u{FEFF}" + ([item.columns] + item.rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where it must be. A cell that a spreadsheet would take for a formula is told to be text.
  private static func cell(_ text: String) -> String {
    let plain = text.first.map("=+-@\t".contains) == true ? "'" + text : text
    let mustQuote = plain.contains { ",\"\n\r".contains($0) }
    return mustQuote ? "\"" + plain.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : plain
  }

  /// Item, system and day, then each row with its columns by name, all in the order of the columns.
  private static func json(_ item: OutboundReport.Attempt) -> String {
    let rows = item.rows.map { row in
      JSONValue.object(zip(item.columns, row).map { JSONValue.Member($0, .string($1)) })
    }
    let whole = JSONValue.object([
      .init("item", .string(item.item)), .init("system", .string(item.system.rawValue)),
      .init("systemName", .string(item.systemName ?? "")), .init("preparedOn", .string(item.preparedOn.description)),
      .init("rows", .array(rows)),
    ])
    return whole.text + "\n"
  }
}
