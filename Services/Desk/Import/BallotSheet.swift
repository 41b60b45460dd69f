import Contracts
import DomainModel
import Forms

/// Returned forms as they are keyed in or scanned: a row for each form.
struct BallotSheet {
  /// What a scanner read off the form; it takes the place of number, unit and channel.
  static let code = Column("code", ["扫码", "二维码", "扫描码", "扫码内容"])

  private static func columns(isScanned: Bool) -> [Column] {
    [Column("ballotNo", ["票号", "表号", "编号"], required: !isScanned), code] + others
  }

  private static let others = [
    Column("unit", ["单元编号", "不动产单元编号", "套编号"]),
    Column("building", ["幢号", "楼号", "栋号", "楼幢"]),
    Column("room", ["房号", "室号", "门牌", "坐落", "房屋坐落"]),
    Column("opinion", ["意见", "表决意见"], required: true),
    Column("signedOn", ["签署日期", "签字日期", "日期"], required: true),
    Column("channel", ["方式", "表决方式"]),
    Column("signer", ["签字人编号", "业主编号"]),
    Column("name", ["签字人", "业主姓名", "姓名", "业主"]),
    Column("phone", ["手机", "联系电话", "电话", "手机号"]),
    Column("idNumber", ["身份证号", "证件号码", "身份证"]),
    Column("evidence", ["扫描件", "扫描件校验值"]),
  ]

  private(set) var sheet: Sheet
  /// With the line that each stands on.
  private(set) var ballots: [(line: Int, ballot: Ballot)] = []

  private let scans: ScannedBallots?

  /// Whether a table has a column of scanned codes.
  static func isScanned(_ table: CSVTable) -> Bool { table.header.cells.contains(where: code.isCalled) }

  /// - Parameter scans: what scanned codes must say; a table with codes is refused without it.
  init(_ table: CSVTable, file: String, persons: PersonBook, scans: ScannedBallots? = nil) throws {
    sheet = try Sheet(table, columns: BallotSheet.columns(isScanned: BallotSheet.isScanned(table)), file: file)
    self.scans = scans
    var seen: [Identifier<SlugKind>: Int] = [:]
    for row in sheet.rows {
      guard let ballot = read(row, persons) else { continue }
      if let line = seen[ballot.ballotNo] {
        sheet.fault(row, "ballotNo", zh: "票号与第 \(line) 行重复", en: "the number repeats line \(line)")
      }
      seen[ballot.ballotNo] = row.line
      ballots.append((row.line, ballot))
    }
    try sheet.check()
  }

  private mutating func read(_ row: CSVTable.Row, _ persons: PersonBook) -> Ballot? {
    let scanned = scanned(row)
    if scanned == nil, sheet.text(row, "code") != nil { return nil }
    let number =
      scanned?.number
      ?? sheet.required(row, "ballotNo", expects: ("票号：字母、数字、连字符", "a number of letters, digits and hyphens")) {
        CellText.slug($0)
      }
    let unit = scanned?.unit ?? sheet.unit(row, isRequired: true)
    let opinion = sheet.required(row, "opinion", expects: ("同意、不同意、空白或未签", "agree, disagree, blank or unsigned")) {
      CellText.word($0, BallotSheet.opinions)
    }
    let signedOn = sheet.required(
      row, "signedOn", expects: ("日期，如 2024-03-01", "a day such as 2024-03-01"), CellText.date)
    let channel = sheet.value(row, "channel", expects: ("纸质、现场或线上", "paper, on-site or online")) {
      CellText.word($0, BallotSheet.channels)
    }
    let evidence = sheet.value(row, "evidence", expects: ("64 位校验值", "a hash of 64 digits")) {
      try? DocumentHash($0.lowercased())
    }
    if scanned != nil, let channel, channel != .paper {
      sheet.fault(row, "channel", zh: "扫码的票是纸质票", en: "a scanned form came on paper")
    }
    let signer = signer(row, unit, isSigned: opinion != .unsigned, isScanned: scanned != nil, persons)
    guard let number, let unit, let opinion, let signedOn else { return nil }
    return Ballot(
      ballotNo: number, unit: unit, signer: signer, opinion: opinion, channel: channel ?? .paper, signedOn: signedOn,
      evidence: evidence)
  }

  /// The form that a row's code names; nil without a code, or with a fault noted.
  private mutating func scanned(_ row: CSVTable.Row) -> BallotCode? {
    guard let text = sheet.text(row, "code") else { return nil }
    guard let code = BallotCode(text), code.number != nil else {
      sheet.fault(row, "code", zh: "不是本系统所印表决票的二维码内容", en: "this is not the code of a form printed here")
      return nil
    }
    guard let scans else {
      sheet.fault(row, "code", zh: "没有可核对的轮次", en: "there is no round to check the code against")
      return nil
    }
    if let fault = scans.fault(code) {
      sheet.fault(row, "code", zh: fault.zh, en: fault.en)
      return nil
    }
    if sheet.text(row, "unit") != nil || sheet.text(row, "room") != nil, sheet.unit(row, isRequired: false) != code.unit {
      sheet.fault(row, "code", zh: "二维码是 \(code.unit)，与本行的房号不同", en: "the code names \(code.unit), the row another unit")
      return nil
    }
    return code
  }

  private mutating func signer(
    _ row: CSVTable.Row, _ unit: UnitID?, isSigned: Bool, isScanned: Bool, _ persons: PersonBook
  ) -> PersonID? {
    if let given = sheet.value(row, "signer", expects: ("编号，如 p-0001", "an id such as p-0001"), { CellText.slug($0) }) {
      return given
    }
    guard isSigned else { return nil }
    // Whoever signed for a unit with one owner can only be that owner; of several, the form says which.
    if isScanned, sheet.text(row, "name") == nil, sheet.text(row, "idNumber") == nil, let unit,
      let owner = scans?.soleOwners[unit]
    {
      return owner
    }
    let person = persons.id(
      of: .init(
        name: sheet.text(row, "name"), phone: sheet.text(row, "phone"),
        idNumber: sheet.text(row, "idNumber").flatMap(IDNumber.checked), unit: unit))
    if person == nil {
      sheet.fault(
        row, sheet.has("name") ? "name" : nil,
        zh: "无法确定签字人：请填签字人编号、身份证号，或姓名和手机；本机导入过名册的，填房号和姓名即可",
        en:
          "the signer is not clear: give an id, an id number, or name and phone; "
            + "room and name do where this machine imported the roll"
      )
    }
    return person
  }

  private static let opinions: [(Opinion, [String])] = [
    (.agree, ["同意", "赞成", "√"]), (.disagree, ["不同意", "反对", "×"]), (.blank, ["空白", "未表态", "弃权"]),
    (.unsigned, ["未签", "未签名", "无签名"]),
  ]
  private static let channels: [(BallotChannel, [String])] = [
    (.paper, ["纸质", "书面"]), (.onSite, ["现场"]), (.online, ["线上", "网上"]),
  ]
}

extension Sheet {
  /// The unit of a row: by its id, else by building and room as in the roll.
  mutating func unit(_ row: CSVTable.Row, isRequired: Bool) -> UnitID? {
    if text(row, "unit") != nil {
      return value(row, "unit", expects: ("编号，如 u-3-1-502", "an id such as u-3-1-502")) { CellText.slug($0) }
    }
    guard let room = text(row, "room") else {
      if isRequired {
        fault(
          row, has("room") ? "room" : has("unit") ? "unit" : nil, zh: "没有房号：请填“幢号”和“房号”，或“单元编号”",
          en: "no unit: give building and room, or the unit's id")
      }
      return nil
    }
    let found = UnitName.unit(room: room, building: text(row, "building"))
    if found == nil { fault(row, "room", zh: "看不出是哪一套", en: "it does not name a unit") }
    return found
  }
}
