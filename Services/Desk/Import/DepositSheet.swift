import Contracts
import DomainModel

/// A bank statement: a row for each deposit.
struct DepositSheet {
  static let columns = [
    Column("transaction", ["流水号", "交易流水号", "交易号"], required: true),
    Column("amount", ["金额", "交易金额", "入账金额"], required: true),
    Column("clearedOn", ["到账日期", "入账日期", "交易日期"], required: true),
    Column("source", ["资金来源", "来源"]),
    Column("unit", ["单元编号", "不动产单元编号", "套编号"]),
    Column("building", ["幢号", "楼号", "栋号", "楼幢"]),
    Column("room", ["房号", "室号", "门牌", "坐落", "房屋坐落"]),
  ]

  private(set) var sheet: Sheet
  /// With the line that each stands on.
  private(set) var deposits: [(line: Int, row: DepositRow)] = []

  init(_ table: CSVTable, file: String) throws {
    sheet = try Sheet(table, columns: DepositSheet.columns, file: file)
    var seen: [BankReference: Int] = [:]
    for row in sheet.rows {
      guard let deposit = read(row) else { continue }
      if let line = seen[deposit.transaction] {
        sheet.fault(row, "transaction", zh: "流水号与第 \(line) 行重复", en: "the number repeats line \(line)")
      }
      seen[deposit.transaction] = row.line
      deposits.append((row.line, deposit))
    }
    try sheet.check()
  }

  /// The sum of all rows.
  func total() throws -> Money { try Money.sum(deposits.map(\.row.amount)) }

  private mutating func read(_ row: CSVTable.Row) -> DepositRow? {
    let transaction = sheet.required(row, "transaction", expects: ("流水号：字母、数字、连字符", "letters, digits and hyphens")) {
      try? BankReference($0)
    }
    let amount = sheet.required(
      row, "amount", expects: ("金额，最多两位小数，不为零", "an amount with at most two places, not zero")
    ) {
      text -> Money? in
      guard let amount = CellText.decimal(text).flatMap({ try? Money($0) }), amount > .zero else { return nil }
      return amount
    }
    let clearedOn = sheet.required(
      row, "clearedOn", expects: ("日期，如 2024-03-01", "a day such as 2024-03-01"), CellText.date)
    let source = sheet.value(
      row, "source",
      expects: (
        "个人出资、单位捐资、维修资金、房改房维修资金、公共收益、社会捐赠、其他改造资金、社会资金或财政补助",
        """
        personal, unit-donation, maintenance-fund, housing-reform-fund, common-income, donation, other-self-raised, \
        social-capital or fiscal
        """
      )
    ) { CellText.word($0, DepositSheet.sources) }
    let unit = sheet.unit(row, isRequired: false)
    guard let transaction, let amount, let clearedOn else { return nil }
    return DepositRow(
      transaction: transaction, amount: amount, clearedOn: clearedOn, source: source ?? .personal, unit: unit)
  }

  private static let sources: [(DepositSource, [String])] = [
    (.personal, ["个人出资", "个人", "居民自筹", "居民"]), (.unitDonation, ["单位捐资", "捐资"]),
    (.maintenanceFund, ["物业专项维修资金", "维修资金"]), (.commonIncome, ["小区公共收益", "公共收益"]),
    (.housingReformFund, ["房改房维修资金"]), (.donation, ["社会捐赠"]), (.otherSelfRaised, ["其他改造资金"]),
    (.socialCapital, ["社会资金", "社会资本"]), (.originalOwner, ["原产权单位出资", "原产权单位"]),
    (.utilityOperator, ["管线经营单位出资", "管线经营单位", "管线单位"]), (.fiscal, ["财政补助资金", "财政补助", "财政"]),
  ]
}
