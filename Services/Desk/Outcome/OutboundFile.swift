import Contracts
import DomainModel
import Terminal

/// The file form of an item for an outside system: the same item is the same bytes, whenever and wherever it is written.
enum OutboundFile {
  enum Format: String, CaseIterable, Sendable {
    case csv, json
  }

  static func text(of item: OutboundReport.Attempt, as format: Format) -> String {
    switch format {
    case .csv: CSVSheet.text(item.columns, item.rows)
    case .json: json(item)
    }
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
