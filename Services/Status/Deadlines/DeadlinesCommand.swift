import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Every day that matters in all five services, with the way it was counted.
struct DeadlinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "期限：何时截止、谁来办、工作日怎样数出来。 What is due when, by whom, and how it was counted.",
    discussion: """
        jiugai-status deadlines                         全部期限，最早的在前
        jiugai-status deadlines --within 7              七天内截止的，连同已逾期的
        jiugai-status deadlines --overdue               只看逾期的
        jiugai-status deadlines --as-of 2024-05-07      站在那一天看
        jiugai-status deadlines --csv > 期限.csv

      The first day is never counted; a period is complete at the end of its last day. Days that are not worked are named
      with the reason, so that the day can be checked with a calendar in hand. A notice, a round or a warranty that ends
      makes nobody late; what a department or an office owes does.

      Exit codes: 0 nothing is overdue · 1 something is · 2 a service did not answer · 64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Option(help: "只看多少天内截止的（连同逾期的）。 Due within so many days, and the overdue.")
  var within: Int?

  @Option(name: .customLong("as-of"), help: "站在哪一天看；默认今天。 The day to look from; today when left out.")
  var asOf: BusinessDate?

  @Flag(help: "只看逾期的。 The overdue only.")
  var overdue = false

  @Option(help: "只看这个项目。 Of this project only.")
  var project: ProjectID?

  @Option(help: "只看这个区划，可写几次；默认全部。 Of this division's projects; may be repeated.")
  var division: [DivisionCode] = []

  @Flag(help: "以 CSV 输出（UTF-8，带 BOM）。 A sheet for spreadsheet programs.")
  var csv = false

  func validate() throws {
    if let within, !(0...3660).contains(within) { throw ValidationError("--within: 0 to 3660 days") }
    if csv, options.json { throw ValidationError("--csv, --json: one of them") }
  }

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let day = asOf ?? Instant.now().businessDate
    let inquirer = Inquirer(office: office, divisions: division)
    let answers = await inquirer.deadlines(
      of: project, asOf: day, until: overdue ? day : within.map { day.adding(days: $0) })
    let lines = overdue ? answers.overdue : within.map { answers.within($0) } ?? answers.lines
    let text = DeadlinesText(options.language, projects: await inquirer.names(of: lines.compactMap(\.deadline.project)))
    let output =
      csv ? text.sheet(lines) : (options.json ? text.value(answers, lines).text : text.page(answers, lines)) + "\n"
    try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
    let code: Int32 = answers.gaps.isEmpty ? (answers.overdue.isEmpty ? 0 : 1) : 2
    if code != 0 { throw ExitCode(code) }
  }
}

extension BusinessDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard let day = try? BusinessDate(argument) else { return nil }
    self = day
  }
}
