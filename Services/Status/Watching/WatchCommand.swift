import ArgumentParser
import ClientKit
import DomainModel
import Foundation
import Terminal

/// The live view that an operator keeps open.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "一直开着的全屏视图：服务、速率、落后、滞留、期限、资金、磁盘。 The live view that an operator keeps open.",
    discussion: """
        jiugai-status watch                             全屏，每 2 秒刷新服务，每 30 秒刷新项目和期限
        jiugai-status watch --every 5 --lang en
        jiugai-status watch --times 3 | cat             不是终端时：一页接一页，三页后结束

      Keys: q or Ctrl-C leave · ↑ ↓ j k scroll · space b a page · g G begin, end · r look again at once.
      The terminal is put back however the program ends. For scripts there are --times, `jiugai-status --watch N` and
      `metrics`.

      Exit codes: 0 left by a key or a signal · after --times the verdict last seen: 0 healthy, 1 degraded, 2 down ·
      64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Option(help: "每隔多少秒问一次服务，1 到 3600。 Seconds between looks at the services.")
  var every: Int = 2

  @Option(help: "每隔多少秒问一次项目和期限，5 到 86400。 Seconds between looks at projects and deadlines.")
  var survey: Int = 30

  @Option(help: "看多少次后结束；默认一直看。 End after so many looks.")
  var times: Int?

  @Option(help: "只看这个区划的项目，可写几次；默认是已装规则包的区划。 Projects of this division only; may be repeated.")
  var division: [DivisionCode] = []

  func validate() throws {
    guard (1...3600).contains(every) else { throw ValidationError("--every: 1 to 3600 seconds") }
    guard (5...86_400).contains(survey) else { throw ValidationError("--survey: 5 to 86400 seconds") }
    if let times, times < 1 { throw ValidationError("--times: 1 or more") }
    if options.json {
      throw ValidationError(
        options.say(
          "全屏视图没有 JSON；请用 jiugai-status --watch N --json。",
          "The live view has no JSON; use jiugai-status --watch N --json."))
    }
  }

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let inquirer = Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division)
    let loop = WatchLoop(
      inquirer: inquirer, language: options.language, every: .seconds(every), survey: .seconds(survey), times: times)
    let verdict = await TerminalMode.takeScreen() ? loop.onScreen() : loop.onPages()
    if times != nil, let verdict, verdict != .healthy { throw ExitCode(verdict.exitCode) }
  }
}
