import Contracts
import DomainModel

/// The works of a plan with their costs: a row for each item of the catalogue.
struct CostSheet {
  static let columns = [
    Column("code", ["编码", "项目编码", "编号"], required: true),
    Column("key", ["标识", "项目标识"], required: true),
    Column("tier", ["类别", "层级"]),
    Column("engineeringCost", ["工程费用", "金额", "造价"], required: true),
    Column("isExcluded", ["不计入总投资", "不计入"]),
  ]

  private(set) var sheet: Sheet
  /// The item's key and its engineering cost, in the order of the file.
  private(set) var lines: [(key: CatalogueKey, cost: Money)] = []

  init(_ table: CSVTable, file: String) throws {
    sheet = try Sheet(table, columns: CostSheet.columns, file: file)
    for row in sheet.rows {
      let key = sheet.required(row, "key", expects: ("标识，如 roof-leak", "a key such as roof-leak")) {
        try? CatalogueKey($0)
      }
      let cost = sheet.required(row, "engineeringCost", expects: ("金额，最多两位小数", "an amount with at most two places")) {
        CellText.decimal($0).flatMap { try? Money($0) }
      }
      if let key, let cost { lines.append((key, cost)) }
    }
    try sheet.check()
  }
}
