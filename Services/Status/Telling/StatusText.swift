import Contracts
import DomainModel
import Terminal

/// An assessment as operators read it: services, feeds, what waits, projects, and at the end what to do first.
public struct StatusText {
  let language: Language
  let width: Int
  let figures: Figures

  /// - Parameter width: columns of the terminal.
  public init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
    figures = Figures(language: language)
  }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  public func text(_ assessment: Assessment) -> String {
    let time = figures.moment(assessment.at)
    var lines = [Style.heading.paint(say("旧改服务状态　\(time)（北京时间）", "Jiugai status, \(time) (Beijing time)"))]
    lines += [""] + services(assessment)
    let feeds = feeds(assessment)
    if !feeds.isEmpty { lines += section("各服务还有多少条未读", "Events still to read") + feeds }
    if !assessment.parked.isEmpty { lines += section("滞留的项目", "Projects that wait") + parked(assessment) }
    lines += projects(assessment)
    if !assessment.troubles.isEmpty { lines += section("需处理", "To see to") + assessment.troubles.flatMap(trouble) }
    return (lines + ["", verdict(assessment)]).joined(separator: "\n")
  }

  func section(_ zh: String, _ en: String) -> [String] { ["", Style.heading.paint(say(zh, en))] }

  // MARK: Services

  private func services(_ assessment: Assessment) -> [String] {
    var table = Table([
      .init(say("服务", "service")), .init(say("状态", "state")), .init(say("版本", "version")),
      .init(say("纪元", "epoch")),
      .init(say("末号", "head"), isNumeric: true), .init(say("已运行", "uptime"), isNumeric: true),
      .init(say("存储", "store"), isNumeric: true), .init(say("磁盘余量", "disk free"), isNumeric: true),
      .init(say("滞留", "parked"), isNumeric: true),
    ])
    for standing in assessment.services {
      guard let health = standing.health else {
        let nothing = Array(repeating: Table.Cell("—", .quiet), count: 7)
        table.add([.init(name(standing.service)), state(standing)] + nothing)
        continue
      }
      let isDiskLow = standing.troubles.contains { $0.code == "disk-low" }
      table.add(
        .init(name(standing.service)), state(standing), .init(health.version), .init(health.epoch),
        .init(figures.count(health.head)), .init(figures.duration(standing.uptime ?? 0)),
        .init(figures.bytes(health.storeSize)),
        .init(figures.disk(free: health.diskFree, size: health.diskSize), isDiskLow ? .warning : .plain),
        .init("\(health.parkedProjects)", health.parkedProjects > 0 ? .warning : .plain))
    }
    return table.lines(width: width)
  }

  func state(_ standing: ServiceStanding) -> Table.Cell {
    if let silence = standing.silence {
      return .init(say("✗ 无答复：\(silence.word(.zh))", "✗ down: \(silence.word(.en))"), .bad)
    }
    if standing.health?.acceptingCommands == false { return .init(say("! 不受理", "! no commands"), .bad) }
    return standing.troubles.isEmpty
      ? .init(say("✓ 正常", "✓ up"), .good) : .init(say("! 需处理", "! up, see below"), .warning)
  }

  private func name(_ service: ServiceName) -> String { say("\(service) \(service.zh)", service.rawValue) }

  // MARK: Feeds

  /// One row for each service that is up, one column for each feed.
  func feeds(_ assessment: Assessment) -> [String] {
    let up = assessment.services.filter { $0.health != nil }
    guard !up.isEmpty else { return [] }
    var table = Table([.init(say("读者", "reader"))] + ServiceName.allCases.map { .init($0.rawValue, isNumeric: true) })
    for standing in up {
      table.add([.init(standing.service.rawValue)] + ServiceName.allCases.map { lag(of: standing, behind: $0) })
    }
    return table.lines(width: width)
  }

  private func lag(of standing: ServiceStanding, behind feed: ServiceName) -> Table.Cell {
    guard let found = standing.feeds.first(where: { $0.position.feed == feed }) else { return .init("—", .quiet) }
    if let code = found.position.stopped { return .init(say("停止 \(code)", "stopped \(code)"), .bad) }
    guard let lag = found.lag else { return .init(say("未知", "unknown"), .warning) }
    return .init(figures.count(lag), lag > Limits.lag ? .warning : .plain)
  }

  // MARK: What waits

  private func parked(_ assessment: Assessment) -> [String] {
    var table = Table([
      .init(say("服务", "service")), .init(say("项目", "project")), .init(say("自", "since")),
      .init(say("事件", "events"), isNumeric: true), .init(say("原因", "reason")),
    ])
    for parked in assessment.parked {
      let waiting = parked.waiting
      table.add(
        .init(parked.service.rawValue), .init(waiting.name(language)), .init("\(waiting.feed) #\(waiting.sequence)"),
        .init("\(waiting.events)"), .init("\(waiting.word(language))\(say("：", ": "))\(waiting.detail)"))
    }
    return table.lines(width: width)
  }

  // MARK: What to do

  private func trouble(_ trouble: Trouble) -> [String] {
    let style: Style = if case .down = trouble { .bad } else { .warning }
    return [
      style.paint(style == .bad ? "✗ " : "! ") + TextWidth.safe(trouble.sentence(language)),
      "  \(Style.quiet.paint("→")) \(TextWidth.safe(trouble.cure(language)))"
        + Style.quiet.paint(say("（\(trouble.kind.runbook)）", " (\(trouble.kind.runbook))")),
    ]
  }

  /// One line.
  private func verdict(_ assessment: Assessment) -> String {
    let (word, style): (String, Style) =
      switch assessment.verdict {
      case .healthy: (say("正常", "healthy"), .good)
      case .degraded: (say("需处理", "degraded"), .warning)
      case .down: (say("有服务不可用", "down"), .bad)
      }
    let head = style.paint(say("结论：\(word)。", "Verdict: \(word)."))
    guard let first = assessment.troubles.first else {
      return head + say("五个服务都在运行，没有要处理的事。", " All five services are up; there is nothing to do.")
    }
    let rest = assessment.troubles.count - 1
    let others = rest == 0 ? "" : say("其余 \(rest) 项见上。", " \(rest) more above.")
    return head + TextWidth.safe(say("先做：\(first.cure(.zh))", " First: \(first.cure(.en))")) + others
  }
}
