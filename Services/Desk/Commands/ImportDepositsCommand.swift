import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Imports a bank statement.
struct ImportDepositsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposits", abstract: "导入银行流水。 A bank statement.",
    discussion: """
      登记过的流水号不会重复计入。

      Example:
        jiugai import deposits 流水.csv --project 330382-2024-0007 --on 2024-04-30 --as bank
      """)

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @Option(help: "用途：project-costs（改造项目）或 lifts（加装电梯）。 What it was paid for.")
  var purpose: FundPurpose = .projectCosts

  @Option(help: "对账单的校验值（先用 jiugai attach 上传）。 The uploaded statement.")
  var statement: DocumentHash?

  @OptionGroup var options: ImportOptions

  var output: OutputOptions { options.output }

  func perform() async throws {
    let data = try options.data()
    let sheet = try DepositSheet(CSVTable(data: data, file: options.name), file: options.name)
    var summary = ImportSummary(sheet.sheet, isDryRun: options.dryRun)
    summary.add("deposits", "笔数", "deposits", sheet.deposits.count)
    summary.add("amount", "金额（元）", "yuan", try sheet.total().description)
    guard !options.dryRun else { return output.show(summary.json) { summary.text(output) } }

    let role = try options.office.requiredRole()
    let office = try options.office.office(output)
    defer { office.close() }
    let run = ImportRun(
      office: office, role: role, day: options.day, file: data, target: "deposits \(project) \(purpose.rawValue)")
    let bar = ProgressBar(options.name, of: sheet.deposits.count)
    var recorded = 0
    var total: Money?
    var done = 0
    for (index, part) in try ImportRun.parts(sheet.deposits.map(\.row)).enumerated() {
      let answer = try await run.send(
        RecordDeposits(project: project, purpose: purpose, rows: try Listing(part), statement: statement), part: index)
      recorded += answer.reply.recorded
      total = answer.reply.total
      for row in answer.reply.notRecorded where done + row.row < sheet.deposits.count {
        summary.leftOut.append(
          (sheet.deposits[done + row.row].line, ImportDepositsCommand.fault(row.fault, output)))
      }
      done += part.count
      bar.advance(to: done)
    }
    bar.finish()
    summary.add("recorded", "新登记", "recorded", recorded)
    if let total { summary.add("total", "项目累计到位（元）", "all of the project, yuan", total.description) }
    output.show(summary.json) { summary.text(output) }
    if !summary.leftOut.isEmpty { throw Exit.refused }
  }

  private static func fault(_ fault: RowFault, _ output: OutputOptions) -> String {
    switch fault {
    case .recordedBefore: output.say("此前已登记，内容相同", "recorded before, with the same content")
    case .numberUsed: output.say("流水号已登记过另一笔，请核对", "the number was recorded with another content; check both")
    case .clearsLater: output.say("到账日期晚于登记日期", "it cleared after the day of the record")
    case .noAmount: output.say("金额为零", "the amount is zero")
    }
  }
}

extension FundPurpose: ExpressibleByArgument {}
