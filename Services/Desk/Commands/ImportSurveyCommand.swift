import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Imports the buildings of a survey.
struct ImportSurveyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "导入小区调查（各幢一行）。 A survey, a row for each building.",
    discussion: """
      小区整体的情况写在一个 JSON 表单里：先用 jiugai send intake.record-survey --example 得到样例，改好后用 --form 给出；
      其中的 buildings 由表格填入。

      Example:
        jiugai import survey 楼幢.csv --community 330382-C00017 --form 调查.json --on 2024-01-20 --as subdistrict
      """)

  @Option(help: "小区编号。 The community.")
  var community: CommunityID

  @Option(help: "小区整体情况的 JSON 文件。 The form about the community as a whole.")
  var form: String

  @OptionGroup var options: ImportOptions

  var output: OutputOptions { options.output }

  func perform() async throws {
    let data = try options.data()
    let sheet = try BuildingSheet(CSVTable(data: data, file: options.name), file: options.name)
    let body = try filled(sheet)
    let message = try MessageBook.prepare(RecordSurvey.self, body, project: nil)
    var summary = ImportSummary(sheet.sheet, isDryRun: options.dryRun)
    summary.add("buildings", "幢数", "buildings", sheet.buildings.count)
    summary.add("stairwells", "梯数", "stairwells", sheet.buildings.reduce(0) { $0 + $1.stairwells.value })
    summary.add("households", "户数", "households", sheet.buildings.reduce(0) { $0 + $1.households.value })
    guard !options.dryRun else { return output.show(summary.json) { summary.text(output) } }

    let role = try options.office.requiredRole()
    let office = try options.office.office(output)
    defer { office.close() }
    // The form belongs to what is imported: with another one it is another survey.
    let run = ImportRun(
      office: office, role: role, day: options.day, file: data + message.body, target: "survey \(community)")
    let survey = try JSONDecoder().decode(RecordSurvey.self, from: message.body)
    let answer = try await run.send(survey, part: 0)
    summary.add("number", "第几次调查", "survey number", answer.reply.number)
    if let year = answer.reply.communityYear { summary.add("communityYear", "小区建成年份", "year of the community", year) }
    summary.add("subsidyArea", "补助面积 m²", "subsidy area m²", answer.reply.subsidyArea.description)
    output.show(summary.json) { summary.text(output) }
  }

  /// The form with community and buildings filled in; it may be the whole body or the survey alone.
  private func filled(_ sheet: BuildingSheet) throws -> Data {
    let text = try BodyText.read("@" + form)
    guard let given = try? JSONValue(data: text), case .object(let members) = given["survey"] ?? given else {
      throw DeskFault.rejected("malformed", zh: "\(form) 不是 JSON 对象。", en: "\(form) is no JSON object.")
    }
    let buildings = try JSONValue(encoding: sheet.buildings)
    let survey = JSONValue.object(members.filter { $0.name != "buildings" } + [.init("buildings", buildings)])
    let body: JSONValue = ["community": .string(community.rawValue), "survey": survey]
    return Data(body.line.utf8)
  }
}
