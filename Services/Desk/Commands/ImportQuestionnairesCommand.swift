import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Imports filled satisfaction forms.
struct ImportQuestionnairesCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaires", abstract: "导入满意度调查表。 Satisfaction forms.",
    discussion: """
      没有问卷编号、姓名和联系方式的，按匿名计，每行一份。

      Example:
        jiugai import questionnaires 问卷.csv --project 330382-2024-0007 --on 2025-06-30 --as subdistrict
      """)

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @OptionGroup var options: ImportOptions

  var output: OutputOptions { options.output }

  func perform() async throws {
    let data = try options.data()
    let persons = try options.persons()
    let sheet = try QuestionnaireSheet(
      CSVTable(data: data, file: options.name), file: options.name, hash: Office.hash(data), persons: persons)
    var summary = ImportSummary(sheet.sheet, isDryRun: options.dryRun)
    summary.add("forms", "份数", "forms", sheet.rows.count)
    summary.add("anonymous", "其中匿名", "anonymous", sheet.anonymous)
    guard !options.dryRun else { return output.show(summary.json) { summary.text(output) } }

    let role = try options.office.requiredRole()
    let office = try options.office.office(output)
    defer { office.close() }
    let run = ImportRun(office: office, role: role, day: options.day, file: data, target: "questionnaires \(project)")
    let lines = Dictionary(sheet.rows.map { ($0.row.respondent, $0.line) }, uniquingKeysWith: { first, _ in first })
    let bar = ProgressBar(options.name, of: sheet.rows.count)
    var counted = 0
    var total = 0
    var done = 0
    for (index, part) in try ImportRun.parts(sheet.rows.map(\.row)).enumerated() {
      let answer = try await run.send(RecordQuestionnaires(project: project, rows: try Listing(part)), part: index)
      counted += answer.reply.counted
      total = answer.reply.total
      for person in answer.reply.repeated {
        summary.leftOut.append(
          (lines[person] ?? 0, output.say("此人此前已交过一份，以先交的为准", "an earlier form of this person stands")))
      }
      done += part.count
      bar.advance(to: done)
    }
    bar.finish()
    summary.add("counted", "新计入", "counted", counted)
    summary.add("total", "项目累计", "all of the project", total)
    output.show(summary.json) { summary.text(output) }
    if !summary.leftOut.isEmpty { throw Exit.refused }
  }
}
