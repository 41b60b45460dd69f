import ArgumentParser
import ClientKit
import DomainModel

/// The operators' tool: asks the five services how they are, and says what to do first.
public struct StatusCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "jiugai-status",
    abstract: "旧改运维状态：五个服务怎样，项目到了哪一步，先处理什么。 How the services are, and what to see to first.",
    discussion: """
        jiugai-status                                   看一次
        jiugai-status --watch 5                         每 5 秒看一次，Ctrl-C 结束
        jiugai-status --json                            一份 JSON，供监控读取
        jiugai-status --division 330382 --lang en
        jiugai-status watch                             全屏，一直开着
        jiugai-status projects --overdue                哪些项目有逾期事项
        jiugai-status project 330382-2024-0007          一个项目到了哪一步、缺什么、等谁
        jiugai-status deadlines --within 7              七天内截止的，怎样算出来
        jiugai-status report --out 报表.html            一页带图表的报表
        jiugai-status metrics --serve 9464              供 Prometheus 抓取
        jiugai-status parked list                       哪些项目滞留、为什么
        jiugai-status feed list                         哪些数据流停读、为什么
        jiugai-status doctor                            体检：哪里不对、先做什么
        jiugai-status verify                            核验：记下的是否还是原来的
        jiugai-status refusals                          不予办理的记录

      Where the services are and which key may be used stands in connection.json (--connection, else
      $JIUGAI_CONNECTION, else ./connection.json). The role is `operator`.

      Exit codes: 0 healthy · 1 degraded: something is to be seen to · 2 down: a service does not answer ·
      64 wrong use of this command line, or a connection file that cannot be used.
      """,
    version: Version.current, subcommands: [
      WatchCommand.self, ProjectsCommand.self, DossierCommand.self, DeadlinesCommand.self, ReportCommand.self,
      MetricsCommand.self, ParkedCommand.self, FeedCommand.self, DoctorCommand.self, VerifyCommand.self,
      RefusalsCommand.self,
    ])

  @OptionGroup var options: OperatorOptions

  @Option(help: "只看这个区划的项目，可写几次；默认是已装规则包的区划。 Projects of this division only; may be repeated.")
  var division: [DivisionCode] = []

  @Option(help: "每隔多少秒再看一次。 Look again every so many seconds.")
  var watch: Int?

  public init() {}

  public func validate() throws {
    if let watch, !(1...86_400).contains(watch) { throw ValidationError("--watch: 1 to 86400 seconds") }
  }

  public func run() async throws {
    let office = try options.office()
    let inquirer = Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division)
    let screen = StatusScreen(language: options.language, isJSON: options.json, isWatching: watch != nil)
    repeat {
      let assessment = Assessment(await inquirer.answers())
      try screen.show(assessment)
      guard let watch else {
        office.close()
        throw ExitCode(assessment.verdict.exitCode)
      }
      try await Task.sleep(for: .seconds(watch))
    } while !Task.isCancelled
  }
}

/// The whole of the program's `main`.
public enum StatusProgram {
  public static func main() async {
    ToolStart.refuseMisspeltVariables()
    await StatusCommand.main()
  }
}
