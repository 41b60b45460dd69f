import Contracts
import DomainModel

/// The buildings of a survey: a row for each. What the survey says of the community as a whole comes from a form in
/// JSON.
struct BuildingSheet {
  static let columns = [
    Column("building", ["幢号", "楼号", "栋号", "楼幢"], required: true),
    Column("completionYear", ["建成年份", "竣工年份", "建成年代"], required: true),
    Column("completionDate", ["建成日期", "竣工日期"]),
    Column("permitFloorArea", ["规划许可面积", "规划许可证核定建筑面积", "许可面积"]),
    Column("registeredFloorArea", ["产权登记面积", "登记面积", "产权面积"]),
    Column("areaBasis", ["面积依据", "采用面积"]),
    Column("areaBasisEvidence", ["面积依据文件", "面积依据校验值"]),
    Column("stairwells", ["梯数", "单元数", "楼道数"], required: true),
    Column("households", ["户数", "套数"], required: true),
  ]

  private(set) var sheet: Sheet
  private(set) var buildings: [SurveyedBuilding] = []

  init(_ table: CSVTable, file: String) throws {
    sheet = try Sheet(table, columns: BuildingSheet.columns, file: file)
    var seen: [BuildingID: Int] = [:]
    for row in sheet.rows {
      guard let building = read(row) else { continue }
      if let line = seen[building.building] {
        sheet.fault(row, "building", zh: "与第 \(line) 行是同一幢", en: "it is the same building as line \(line)")
      }
      seen[building.building] = row.line
      buildings.append(building)
    }
    try sheet.check()
  }

  private mutating func read(_ row: CSVTable.Row) -> SurveyedBuilding? {
    let area = (zh: "面积，最多两位小数", en: "an area with at most two places")
    let building = sheet.required(row, "building", expects: ("幢号，如 3幢", "a building such as 3幢")) {
      UnitName.building($0)
    }
    let year = sheet.required(row, "completionYear", expects: ("年份，如 1996", "a year such as 1996")) {
      CellText.whole($0).flatMap { try? Whole<1900, 2199>($0) }
    }
    let day = sheet.value(
      row, "completionDate", expects: ("日期，如 1996-08-01", "a day such as 1996-08-01"), CellText.date)
    let permitted = sheet.value(row, "permitFloorArea", expects: area) {
      CellText.decimal($0).flatMap { try? Area($0) }
    }
    let registered = sheet.value(row, "registeredFloorArea", expects: area) {
      CellText.decimal($0).flatMap { try? Area($0) }
    }
    let basis = sheet.value(row, "areaBasis", expects: ("规划许可或产权登记", "planning-permit or registered-title")) {
      CellText.word($0, BuildingSheet.bases)
    }
    let evidence = sheet.value(row, "areaBasisEvidence", expects: ("64 位校验值", "a hash of 64 digits")) {
      try? DocumentHash($0.lowercased())
    }
    let stairwells = sheet.required(row, "stairwells", expects: ("0 到 200 的整数", "a whole number from 0 to 200")) {
      CellText.whole($0).flatMap { try? Whole<0, 200>($0) }
    }
    let households = sheet.required(row, "households", expects: ("0 到 5000 的整数", "a whole number from 0 to 5000")) {
      CellText.whole($0).flatMap { try? Whole<0, 5000>($0) }
    }
    guard let building, let year, let stairwells, let households else { return nil }
    return SurveyedBuilding(
      building: building, completionYear: year, completionDate: day, permitFloorArea: permitted,
      registeredFloorArea: registered, areaBasis: basis, areaBasisEvidence: evidence, stairwells: stairwells,
      households: households)
  }

  private static let bases: [(SurveyedAreaBasis, [String])] = [
    (.planningPermit, ["规划许可", "规划许可证", "许可"]), (.registeredTitle, ["产权登记", "登记", "产权"]),
  ]
}
