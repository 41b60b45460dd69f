import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging

/// Writes what was made ready for the province's system as a file that a clerk uploads there. No network beyond the
/// service itself: the file is the adapter.
struct OutboundCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbound", abstract: "把录入、推送的内容写成文件。 Write an item for the province's system as a file.",
    discussion: """
      同一次录入（推送）每次写出的文件逐字节相同；上传后请用 intake.record-system-answer 或 intake.record-push-answer
      登记系统的回执编号或退回理由。

      Examples:
        jiugai outbound --project 330382-2024-0007 --format csv --to 录入.csv
        jiugai outbound --plan 330382-plan-2025 --format json
      """)

  @Option(help: "项目编号：录入的内容。 The project whose entry is wanted.")
  var project: ProjectID?

  @Option(help: "年度计划编号，如 330382-plan-2025：推送的内容。 The annual plan whose push is wanted.")
  var plan: String?

  @Option(help: "第几次；默认最后一次。 Which attempt; the last when left out.")
  var attempt: Int?

  @Option(help: "csv 或 json。")
  var format: OutboundFile.Format = .csv

  @Option(name: .customLong("to"), help: "写到这个文件；默认打印。 The file to write; printed when left out.")
  var file: String?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (project == nil) != (plan == nil) else {
      throw ValidationError("--project 与 --plan 用一个。 Use either --project or --plan.")
    }
  }

  func perform() async throws {
    let query = OutboundQuery(project: project, planYear: try plan.map(OutboundCommand.planYear))
    let desk = try office.office(output)
    defer { desk.close() }
    let answer = try await desk.deliver(
      .query, .intake, as: office.readingRole(), type: OutboundQuery.wireType, subject: query.subject,
      body: try JSONEncoder().encode(query))
    let report = try JSONDecoder().decode(OutboundReport.self, from: answer.body)
    guard let item = report.attempts.last(where: { attempt == nil || $0.attempt == attempt }) else {
      throw DeskFault.rejected(
        "nothing-outbound", zh: "还没有生成这一项；请先发送 intake.record-in-system 或 intake.push-annual-plan。",
        en: "No such item was made ready; send intake.record-in-system or intake.push-annual-plan first.")
    }
    let text = OutboundFile.text(of: item, as: format)
    guard let file else { return print(text, terminator: "") }
    try PrivateFile.replace(URL(fileURLWithPath: file), with: Data(text.utf8))
    DeskSurroundings.tell(file)
  }

  /// `330382-plan-2025` as the plan of a year.
  static func planYear(_ text: String) throws -> PlanYear {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "plan", let year = Int(parts[2]),
      let division = try? DivisionCode(String(parts[0])), let bounded = try? Whole<2000, 2199>(year)
    else {
      throw DeskFault.usage(
        "plan-unreadable", zh: "“\(text)”不是年度计划编号，应如 330382-plan-2025。",
        en: "\(text) is no annual plan; write it like 330382-plan-2025.")
    }
    return PlanYear(division: division, year: bounded)
  }
}

extension OutboundFile.Format: ExpressibleByArgument {}
