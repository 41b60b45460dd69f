import Contracts
import Crypto
import DomainModel
import Foundation

/// Filled satisfaction forms (满意度调查表): a row for each, answers in the words of the form.
struct QuestionnaireSheet {
  static let columns = [
    Column("respondent", ["问卷编号", "编号"]),
    Column("name", ["被调查人姓名", "姓名"]),
    Column("contact", ["联系方式", "联系电话", "电话", "手机"]),
    Column("sex", ["性别"]),
    Column("age", ["年龄"]),
    Column("ageBand", ["年龄段"]),
    Column("education", ["文化程度", "学历"]),
    Column("awareness", ["了解程度", "是否了解"]),
    Column("involvement", ["是否涉及改造", "是否改造"]),
    Column("aspects", ["改造内容", "改造方面"]),
    Column("otherAspect", ["其他内容", "其他改造内容"]),
    Column("improvement", ["改善程度", "生活品质"]),
    Column("satisfaction", ["满意度", "是否满意"], required: true),
    Column("comments", ["意见", "意见建议", "建议"]),
  ]

  private(set) var sheet: Sheet
  private(set) var rows: [(line: Int, row: QuestionnaireRow)] = []
  /// Forms without a number, name or contact: each counts by its place in this file.
  private(set) var anonymous = 0

  init(_ table: CSVTable, file: String, hash: DocumentHash, persons: PersonBook) throws {
    sheet = try Sheet(table, columns: QuestionnaireSheet.columns, file: file)
    var seen: [PersonID: Int] = [:]
    for row in sheet.rows {
      let respondent = respondent(row, hash, persons)
      let answers = read(row, respondent)
      guard let respondent, let answers else { continue }
      if let line = seen[respondent] {
        sheet.fault(
          row, sheet.has("respondent") ? "respondent" : "name", zh: "与第 \(line) 行是同一人",
          en: "it is the same person as line \(line)")
      }
      seen[respondent] = row.line
      rows.append((row.line, answers))
    }
    try sheet.check()
  }

  private mutating func respondent(_ row: CSVTable.Row, _ hash: DocumentHash, _ persons: PersonBook) -> PersonID? {
    if sheet.text(row, "respondent") != nil {
      return sheet.value(row, "respondent", expects: ("编号：字母、数字、连字符", "letters, digits and hyphens")) {
        CellText.slug($0.allSatisfy(\.isNumber) ? "q-" + $0 : $0)
      }
    }
    if let name = sheet.text(row, "name"), let contact = sheet.text(row, "contact"),
      let person = persons.id(of: .init(name: name, phone: contact))
    {
      return person
    }
    anonymous += 1
    return try? PersonID("q-\(hash.rawValue.prefix(12))-\(row.line)")
  }

  private mutating func read(_ row: CSVTable.Row, _ respondent: PersonID?) -> QuestionnaireRow? {
    let name = sheet.value(row, "name", expects: ("40 字以内", "at most 40 characters")) { try? Text<40>($0) }
    let contact = sheet.value(row, "contact", expects: ("40 字以内", "at most 40 characters")) { try? Text<40>($0) }
    let age = sheet.value(row, "age", expects: ("0 到 130 的整数", "a whole number from 0 to 130")) {
      CellText.whole($0).flatMap { try? Whole<0, 130>($0) }
    }
    let other = sheet.value(row, "otherAspect", expects: ("60 字以内", "at most 60 characters")) { try? Text<60>($0) }
    let comments = sheet.value(row, "comments", expects: ("400 字以内", "at most 400 characters")) { try? Text<400>($0) }
    let sex = choice(row, "sex", QuestionnaireWords.sex)
    let band = choice(row, "ageBand", QuestionnaireWords.ageBand)
    let education = choice(row, "education", QuestionnaireWords.education)
    let awareness = choice(row, "awareness", QuestionnaireWords.awareness)
    let involvement = choice(row, "involvement", QuestionnaireWords.involvement)
    let improvement = choice(row, "improvement", QuestionnaireWords.improvement)
    let satisfaction = choice(row, "satisfaction", QuestionnaireWords.satisfaction)
    let aspects = aspects(row)
    guard let respondent else { return nil }
    return QuestionnaireRow(
      respondent: respondent, name: name, contact: contact, sex: sex, age: age, ageBand: band, education: education,
      awareness: awareness, involvement: involvement, aspects: aspects, otherAspect: other, improvement: improvement,
      satisfaction: satisfaction, comments: comments)
  }

  private mutating func choice<Word: WireEnum>(_ row: CSVTable.Row, _ key: String, _ words: [(Word, [String])]) -> Word?
  {
    let known = words.compactMap(\.1.first).joined(separator: "、")
    let wire = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return sheet.value(row, key, expects: ("下列之一：\(known)", "one of \(wire)")) { CellText.word($0, words) }
  }

  private mutating func aspects(_ row: CSVTable.Row) -> Listing<RenovatedAspect, 8> {
    guard let text = sheet.text(row, "aspects") else { return [] }
    var found: [RenovatedAspect] = []
    for part in text.split(whereSeparator: { "、,，;；|".contains($0) }).map({ CellText.trimmed(String($0)) }) {
      guard let aspect = CellText.word(part, QuestionnaireWords.aspects) else {
        let known = QuestionnaireWords.aspects.compactMap(\.1.first).joined(separator: "、")
        sheet.fault(row, "aspects", zh: "其中有一项不在表上，应为：\(known)", en: "one of them is not on the form")
        continue
      }
      if !found.contains(aspect) { found.append(aspect) }
    }
    return Listing(capped: found)
  }
}

/// The options of the form, in its own words (domain §15.7).
enum QuestionnaireWords {
  static let sex: [(Sex, [String])] = [(.male, ["男"]), (.female, ["女"])]
  static let ageBand: [(AgeBand, [String])] = [
    (.to20, ["20岁及以下"]), (.to35, ["21-35岁"]), (.to45, ["36-45岁"]), (.to60, ["46-60岁"]), (.over60, ["60周岁以上", "60岁以上"]),
  ]
  static let education: [(Education, [String])] = [
    (.junior, ["初中及以下"]), (.senior, ["高中/中专", "高中", "中专"]), (.college, ["大专"]), (.bachelor, ["本科"]),
    (.master, ["硕士及以上", "硕士"]),
  ]
  static let awareness: [(Awareness, [String])] = [
    (.not, ["不了解"]), (.little, ["了解一点"]), (.fairly, ["基本了解"]), (.well, ["非常了解"]),
  ]
  static let involvement: [(Involvement, [String])] = [(.yes, ["是"]), (.no, ["不是", "否"])]
  static let aspects: [(RenovatedAspect, [String])] = [
    (.pipes, ["管线"]), (.facade, ["房屋外立面", "外立面"]), (.roads, ["小区道路", "道路"]), (.greening, ["小区绿化", "绿化"]),
    (.evCharging, ["电动车辆充电设施", "充电设施"]), (.leaks, ["漏水改造", "漏水"]), (.lift, ["加装电梯", "电梯"]), (.other, ["其他", "其它"]),
  ]
  static let improvement: [(Improvement, [String])] = [
    (.muchBetter, ["较原来提高很多", "提高很多"]), (.bitBetter, ["较原来有一点提高", "有一点提高"]), (.same, ["跟原来差不多", "差不多"]),
    (.worse, ["比原来差"]),
  ]
  static let satisfaction: [(Satisfaction, [String])] = [
    (.very, ["非常满意"]), (.fairly, ["基本满意"]), (.soSo, ["一般"]), (.not, ["不满意"]),
  ]
}
