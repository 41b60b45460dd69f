import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// One page of HTML that tells how far the city is.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "报表：一页自带图表的 HTML，可打印。 One self-contained page with charts, made for screen and paper.",
    discussion: """
        jiugai-status report --out 报表.html            打开即看，打印用 A4
        jiugai-status report --division 330382 --lang en --out report.html
        jiugai-status report --as-of 2024-12-31 > 年报.html

      Funnel by stage, the course of each project, money by source, forms by day, what is overdue and what open projects
      wait for. The page holds everything it needs: no script, nothing from elsewhere, no personal data.

      Exit codes: 0 written · 1 written, but something did not come (the page says what) · 2 intake does not answer,
      nothing is written · 64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Option(help: "写到这个文件；默认写到标准输出。 The file; standard output when left out.")
  var out: String?

  @Option(name: .customLong("as-of"), help: "截至哪一天；默认今天。 The day that ends the report; today when left out.")
  var asOf: BusinessDate?

  @Option(help: "只看这个区划，可写几次；默认是已装规则包的区划。 Projects of this division only; may be repeated.")
  var division: [DivisionCode] = []

  func validate() throws {
    if options.json {
      throw ValidationError(
        options.say(
          "报表是网页；数据请用 projects --json 和 deadlines --json。",
          "The report is a page; for data use projects --json and deadlines --json."))
    }
  }

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let inquirer = Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division)
    let data = await inquirer.report(asOf: asOf ?? Instant.now().businessDate)
    if case .silent(let silence) = data.gap {
      try? FileHandle.standardError.write(
        contentsOf: Data((silence.sentence(of: .intake, options.language) + "\n").utf8))
      throw ExitCode(2)
    }
    let page = Data(ReportPage(options.language).html(data).utf8)
    if let out {
      do { try page.write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
        throw ValidationError(options.say("不能写到 \(out)。", "\(out) cannot be written."))
      }
    } else {
      try FileHandle.standardOutput.write(contentsOf: page)
    }
    if data.gap != nil || data.incomplete > 0 || !data.deadlines.gaps.isEmpty { throw ExitCode(1) }
  }
}
