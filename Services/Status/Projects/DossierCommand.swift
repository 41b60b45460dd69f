import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// One project: where it stands, what it waits for, and by which article.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "一个项目：到了哪一步、缺什么、等谁、依据哪一条。 One project: where it stands and what it waits for.",
    discussion: """
        jiugai-status project 330382-2024-0007
        jiugai-status project 330382-2024-0007 --timeline       连同全部经过
        jiugai-status project 330382-2024-0007 --as-of 2024-05-07 --lang en

      ✓ met · ✗ not met · ? not known yet, with the service whose record is awaited. Articles come from the packs of this
      machine; where they are not installed the short form stands.

      Exit codes: 0 nothing is wrong with it · 1 a step is in question, events wait, or something is overdue · 2 a
      service does not answer · 64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Argument(help: "项目编号，如 330382-2024-0007。 The project's number.")
  var project: ProjectID

  @Flag(help: "列出全部经过；默认最近 20 条。 The whole timeline, not only the last 20 entries.")
  var timeline = false

  @Option(name: .customLong("as-of"), help: "站在哪一天看；默认今天。 The day to look from; today when left out.")
  var asOf: BusinessDate?

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let inquirer = Inquirer(office: office, divisions: [])
    let dossier = await inquirer.dossier(of: project, asOf: asOf ?? Instant.now().businessDate)
    let output =
      options.json
      ? try DossierJSON(options.language).value(dossier, of: project).text
      : DossierText(options.language, entries: timeline ? nil : 20).page(dossier, of: project)
    try FileHandle.standardOutput.write(contentsOf: Data((output + "\n").utf8))
    let code: Int32 = dossier.gaps.isEmpty && dossier.deadlines.gaps.isEmpty ? (dossier.hasTrouble ? 1 : 0) : 2
    if code != 0 { throw ExitCode(code) }
  }
}
