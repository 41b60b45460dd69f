import ClientKit
import Contracts
import DomainModel
import Foundation

/// An owner roll as offices keep it: a row for each owner of each unit.
struct RollSheet {
  static let columns = [
    Column("building", ["幢号", "楼号", "栋号", "楼幢"], required: true),
    Column("room", ["房号", "室号", "门牌", "坐落", "房屋坐落"], required: true),
    Column("unit", ["单元编号", "不动产单元编号", "套编号"]),
    Column("area", ["专有部分面积", "面积", "专有面积", "建筑面积"], required: true),
    Column("areaBasis", ["面积依据", "面积来源"]),
    Column("use", ["用途", "房屋用途"]),
    Column("name", ["业主姓名", "姓名", "业主"]),
    Column("phone", ["手机", "联系电话", "电话", "手机号"]),
    Column("idNumber", ["身份证号", "证件号码", "身份证"]),
    Column("person", ["业主编号"]),
    Column("representative", ["代表", "共有代表", "业主代表"]),
    Column("unsold", ["未售", "是否未售"]),
    Column("household", ["计户", "是否计户"]),
  ]

  private(set) var sheet: Sheet
  private(set) var units: [RollUnit] = []

  /// - Throws: `ImportFaults` with all that is wrong.
  init(_ table: CSVTable, file: String, persons: PersonBook) throws {
    sheet = try Sheet(table, columns: RollSheet.columns, file: file)
    var drafts: [UnitID: Draft] = [:]
    var order: [UnitID] = []
    for row in sheet.rows {
      guard let line = read(row, persons) else { continue }
      if var draft = drafts[line.unit] {
        join(line, to: &draft, row)
        drafts[line.unit] = draft
      } else {
        drafts[line.unit] = line
        order.append(line.unit)
      }
    }
    for unit in order {
      guard let draft = drafts[unit] else { continue }
      if draft.owners.isEmpty, !draft.isUnsold, !draft.namesSomebody {
        sheet.fault(
          draft.row, "name", zh: "没有业主；未售的请在“未售”列写“是”", en: "there is no owner; write yes under unsold if it is unsold")
      }
      do {
        units.append(
          RollUnit(
            unit: unit, building: draft.building, roomNo: draft.roomNo, exclusiveArea: draft.area,
            areaBasis: draft.basis,
            use: draft.use, owners: try Listing(draft.owners), representative: draft.representative,
            isUnsold: draft.isUnsold ? true : nil, countsAsHousehold: draft.household ? nil : false))
      } catch {
        sheet.fault(draft.row, nil, zh: "一套最多 20 位业主", en: "a unit has at most 20 owners")
      }
    }
    try sheet.check()
    if units.isEmpty {
      throw ImportFaults(
        file: file,
        faults: [ImportFault(line: 1, column: nil, title: nil, zh: "名册里没有一套房屋。", en: "the roll holds no unit")])
    }
  }

  /// The sum of the exclusive areas, and the hash that the seal is made with.
  func seal() throws -> (area: Area, hash: DocumentHash) {
    let area = try Area.sum(units.compactMap(\.exclusiveArea))
    let content = RollContent(units.map { RollEntry($0) })
    return (area, Office.hash(Data(content.text.utf8)))
  }

  private struct Draft {
    let row: CSVTable.Row
    let unit: UnitID
    let building: BuildingID
    let roomNo: Text<40>
    let area: Area
    let basis: AreaBasis
    let use: UnitUse
    let isUnsold: Bool
    let household: Bool
    /// An owner is named who could not be told from others; that is told where it stands.
    let namesSomebody: Bool
    var owners: [RollOwner]
    var representative: PersonID?
  }

  private mutating func read(_ row: CSVTable.Row, _ persons: PersonBook) -> Draft? {
    let building = sheet.required(row, "building", expects: ("幢号，如 3幢", "a building such as 3幢")) {
      UnitName.building($0)
    }
    let roomNo = sheet.required(row, "room", expects: ("40 字以内的房号", "a room of at most 40 characters")) {
      try? Text<40>($0)
    }
    let buildingText = sheet.text(row, "building")
    var unit = sheet.value(row, "unit", expects: ("编号，如 u-3-1-502", "an id such as u-3-1-502")) { CellText.slug($0) }
    if unit == nil, sheet.text(row, "unit") == nil, let room = sheet.text(row, "room") {
      unit = UnitName.unit(room: room, building: buildingText)
      if unit == nil {
        sheet.fault(row, "room", zh: "看不出是哪一套，请填“单元编号”", en: "it does not name a unit; give its id under unit")
      }
    }
    let area = sheet.required(row, "area", expects: ("面积，最多两位小数", "an area with at most two places")) {
      CellText.decimal($0).flatMap { try? Area($0) }
    }
    let basis = sheet.value(row, "areaBasis", expects: ("登记、实测或合同", "registered, surveyed or contract")) {
      CellText.word($0, RollSheet.bases)
    }
    let use = sheet.value(row, "use", expects: ("住宅、商业、车库或其他", "residential, commercial, garage or other")) {
      CellText.word($0, RollSheet.uses)
    }
    let isUnsold = sheet.value(row, "unsold", expects: ("是或否", "yes or no"), CellText.flag) ?? false
    let household = sheet.value(row, "household", expects: ("是或否", "yes or no"), CellText.flag)
    let speaks = sheet.value(row, "representative", expects: ("是或否", "yes or no"), CellText.flag) ?? false
    let owner = unit.flatMap { self.owner(row, $0, persons) }
    guard let building, let roomNo, let unit, let area else { return nil }
    return Draft(
      row: row, unit: unit, building: building, roomNo: roomNo, area: area, basis: basis ?? .registered,
      use: use ?? .residential, isUnsold: isUnsold, household: household ?? true,
      namesSomebody: sheet.text(row, "name") != nil,
      owners: owner.map { [$0] } ?? [],
      representative: speaks ? owner?.person : nil)
  }

  private mutating func owner(_ row: CSVTable.Row, _ unit: UnitID, _ persons: PersonBook) -> RollOwner? {
    let name = sheet.value(row, "name", expects: ("40 字以内的姓名", "a name of at most 40 characters")) { try? Text<40>($0) }
    let phone = sheet.value(row, "phone", expects: ("电话号码", "a phone number")) { text -> Text<20>? in
      text.allSatisfy { $0.isNumber || "+- ".contains($0) } ? try? Text<20>(text) : nil
    }
    let number = sheet.value(row, "idNumber", expects: ("18 位身份证号", "an id number of 18 characters")) {
      IDNumber.checked($0).flatMap { try? Text<18>($0) }
    }
    let given = sheet.value(row, "person", expects: ("编号，如 p-0001", "an id such as p-0001")) { CellText.slug($0) }
    if name == nil, phone == nil, number == nil, given == nil { return nil }
    let identity = PersonBook.Identity(name: name?.value, phone: phone?.value, idNumber: number?.value, unit: unit)
    guard let person = given ?? persons.id(of: identity) else {
      sheet.fault(
        row, "name", zh: "无法确定是哪一位：请填身份证号，或姓名和手机，或业主编号",
        en: "this does not tell one person from another: give an id number, or name and phone, or an owner's id")
      return nil
    }
    persons.remember(identity, as: person)
    return RollOwner(person: person, name: name, phone: phone, idNumber: number)
  }

  /// A further owner of a unit that is there already; what the rows say of the unit must agree.
  private mutating func join(_ line: Draft, to draft: inout Draft, _ row: CSVTable.Row) {
    if line.area != draft.area {
      sheet.fault(
        row, "area", zh: "与第 \(draft.row.line) 行同一套的面积不同（\(draft.area)）",
        en: "it differs from line \(draft.row.line) of the same unit (\(draft.area))")
    }
    if line.building != draft.building {
      sheet.fault(
        row, "building", zh: "与第 \(draft.row.line) 行同一套的幢号不同",
        en: "it differs from line \(draft.row.line) of the same unit")
    }
    guard let owner = line.owners.first, !draft.owners.contains(where: { $0.person == owner.person }) else {
      sheet.fault(
        row, "room", zh: "与第 \(draft.row.line) 行重复：同一套、同一业主",
        en: "it repeats line \(draft.row.line): the same unit and owner")
      return
    }
    draft.owners.append(owner)
    if let speaker = line.representative {
      if draft.representative != nil {
        sheet.fault(row, "representative", zh: "一套只能有一位代表", en: "a unit has one representative")
      }
      draft.representative = speaker
    }
  }

  private static let bases: [(AreaBasis, [String])] = [
    (.registered, ["登记", "产权登记", "产权登记面积", "登记面积"]), (.surveyed, ["实测", "实测面积"]), (.contract, ["合同", "合同面积"]),
  ]

  private static let uses: [(UnitUse, [String])] = [
    (.residential, ["住宅", "居住"]), (.commercial, ["商业", "商铺", "店面", "营业"]), (.garage, ["车库", "储藏间", "车位", "车棚"]),
    (.other, ["其他", "其它"]),
  ]
}

/// Public ids of citizens.
enum IDNumber {
  /// The number in capital letters, if its last digit fits the others (GB 11643).
  static func checked(_ text: String) -> String? {
    let number = text.uppercased()
    let digits = Array(number.utf8)
    guard digits.count == 18, digits[..<17].allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == digits[17] ? number : nil
  }
}
