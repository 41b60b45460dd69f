import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// The projects, by city, stage, subdistrict, whom they wait for, and whether something is overdue.
struct ProjectsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "项目清单：按城市、阶段、街道、等谁、是否逾期筛选。 The projects, filtered and sorted.",
    discussion: """
        jiugai-status projects                              全部项目
        jiugai-status projects --city yueqing --stage S16   乐清规则下、处在 S16 的
        jiugai-status projects --waits-for finance          等财政局的（角色、服务或单位）
        jiugai-status projects --overdue --sort due         有逾期事项的，最急的在前
        jiugai-status projects --csv > 项目.csv

      A filter that is given more than once takes all that it names; different filters must all hold.

      Exit codes: 0 listed · 1 the list is not whole, or a service did not tell its deadlines · 2 intake does not answer ·
      64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Option(help: "城市（规则包），如 yueqing，可写几次。 The city's pack; may be repeated.")
  var city: [String] = []

  @Option(help: "区划，可写几次；默认是已装规则包的区划。 Projects of this division; may be repeated.")
  var division: [DivisionCode] = []

  @Option(help: "阶段代码，如 S16，可写几次。 The stage's code; may be repeated.")
  var stage: [String] = []

  @Option(help: "街道（乡镇）名称，可写一部分。 The subdistrict, or a part of its name.")
  var subdistrict: String?

  @Option(name: .customLong("waits-for"), help: "等谁：角色、服务或单位，如 finance、财政局、voting。 Whom it waits for.")
  var waitsFor: String?

  @Flag(help: "只看有逾期事项的。 Those with something overdue.")
  var overdue = false

  @Flag(help: "连同已撤回的。 Those given up too.")
  var withdrawn = false

  @Option(help: "顺序：number、stage、subdistrict、due。 The order.")
  var sort: ProjectOrder = .number

  @Option(name: .customLong("as-of"), help: "站在哪一天看期限；默认今天。 The day from which deadlines are looked at.")
  var asOf: BusinessDate?

  @Flag(help: "以 CSV 输出（UTF-8，带 BOM）。 A sheet for spreadsheet programs.")
  var csv = false

  func validate() throws {
    if csv, options.json { throw ValidationError("--csv, --json: one of them") }
    for code in stage where (try? StageCode(code)) == nil {
      throw ValidationError(options.say("--stage：阶段代码形如 S16。", "--stage: a code such as S16"))
    }
  }

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let inquirer = Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division)
    let told = await inquirer.rows(asOf: asOf ?? Instant.now().businessDate)
    let filter = ProjectFilter(
      cities: Set(city), stages: Set(stage), subdistrict: subdistrict, waitsFor: waitsFor, isOverdueOnly: overdue,
      withWithdrawn: withdrawn)
    let rows = sort.sorted(told.rows.filter(filter.takes))
    let text = ProjectsText(options.language)
    let all = told.rows.count
    let output =
      csv
      ? text.sheet(rows)
      : (options.json ? text.value(rows, of: all, gap: told.gap).text : text.page(rows, of: all, gap: told.gap)) + "\n"
    try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
    var code: Int32 = told.gap == nil && told.deadlines.gaps.isEmpty ? 0 : 1
    if case .silent = told.gap { code = 2 }
    if code != 0 { throw ExitCode(code) }
  }
}

extension ProjectOrder: ExpressibleByArgument {}
