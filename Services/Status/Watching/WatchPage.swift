import Contracts
import DomainModel
import Terminal

/// The live view as lines: what is most urgent first, each section no longer than an operator reads at a glance.
struct WatchPage {
  let language: Language
  let width: Int
  private let figures: Figures
  private let words: DeadlineWords
  private let status: StatusText
  /// Rows of a section at most; the commands that list all are named below it.
  private static let most = 8

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
    figures = Figures(language: language)
    words = DeadlineWords(language: language)
    status = StatusText(language, width: width)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The line that stays at the top.
  func head(_ scene: WatchScene) -> String {
    guard let assessment = scene.assessment else {
      return Style.heading.paint(say("旧改运维　正在询问五个服务……", "Jiugai: asking the five services…"))
    }
    let (word, style): (String, Style) =
      switch assessment.verdict {
      case .healthy: (say("● 正常", "● healthy"), .good)
      case .degraded: (say("● 需处理", "● degraded"), .warning)
      case .down: (say("● 有服务不可用", "● down"), .bad)
      }
    let time = figures.moment(assessment.at)
    return Style.heading.paint(say("旧改运维　\(time)　", "Jiugai  \(time)  ")) + style.paint(word)
  }

  /// Everything below the head; the last lines may lie below the screen's edge.
  func body(_ scene: WatchScene) -> [String] {
    guard let assessment = scene.assessment else { return [] }
    return [""] + services(assessment, scene.rates) + feeds(assessment) + troubles(assessment) + parked(assessment)
      + deadlines(scene) + gates(scene) + projects(scene)
  }

  private func section(_ title: String) -> [String] { ["", Style.heading.paint(title)] }

  /// The first rows, and how many more there are.
  private func cut<Row>(_ rows: [Row], _ command: String, _ line: (Row) -> [String]) -> [String] {
    let shown = rows.prefix(WatchPage.most).flatMap(line)
    let rest = rows.count - min(rows.count, WatchPage.most)
    guard rest > 0 else { return shown }
    return shown + [
      Style.quiet.paint(say("　另有 \(rest) 项：jiugai-status \(command)", "  \(rest) more: jiugai-status \(command)"))
    ]
  }

  // MARK: Services

  private func services(_ assessment: Assessment, _ rates: RateBook) -> [String] {
    var table = Table([
      .init(say("服务", "service")), .init(say("状态", "state")), .init(say("版本", "version")),
      .init(say("纪元", "epoch")), .init(say("末号", "head"), isNumeric: true),
      .init(say("事件/秒", "events/s"), isNumeric: true), .init(say("近况", "lately")),
      .init(say("存储", "store"), isNumeric: true), .init(say("磁盘余量", "disk free"), isNumeric: true),
      .init(say("滞留", "parked"), isNumeric: true),
    ])
    for standing in assessment.services {
      let name = say("\(standing.service.rawValue) \(standing.service.zh)", standing.service.rawValue)
      guard let health = standing.health else {
        table.add([.init(name), status.state(standing)] + Array(repeating: Table.Cell("—", .quiet), count: 8))
        continue
      }
      let rate = rates.tenths(of: standing.service).map { "\(figures.count($0 / 10)).\($0 % 10)" } ?? "—"
      let isDiskLow = standing.troubles.contains { $0.code == "disk-low" }
      table.add(
        .init(name), status.state(standing), .init(health.version), .init(health.epoch),
        .init(figures.count(health.head)),
        .init(rate), .init(rates.bars(of: standing.service, 16), .good), .init(figures.bytes(health.storeSize)),
        .init(figures.disk(free: health.diskFree, size: health.diskSize), isDiskLow ? .warning : .plain),
        .init("\(health.parkedProjects)", health.parkedProjects > 0 ? .warning : .plain))
    }
    return table.lines(width: width)
  }

  /// The table only while somebody is behind: five services that have read all need one line.
  private func feeds(_ assessment: Assessment) -> [String] {
    let all = assessment.services.flatMap(\.feeds)
    guard !all.isEmpty else { return [] }
    if all.allSatisfy({ $0.lag == 0 }) {
      return ["", Style.quiet.paint(say("各服务互相都已读到最新。", "Every service has read every feed to its end."))]
    }
    return section(say("各服务还有多少条未读", "Events still to read")) + status.feeds(assessment)
  }

  // MARK: What to see to

  private func troubles(_ assessment: Assessment) -> [String] {
    guard !assessment.troubles.isEmpty else { return [] }
    return section(say("需处理（\(assessment.troubles.count)）", "To see to (\(assessment.troubles.count))"))
      + cut(assessment.troubles, "") { trouble in
        let style: Style = if case .down = trouble { .bad } else { .warning }
        return [
          style.paint(style == .bad ? "✗ " : "! ") + TextWidth.safe(trouble.sentence(language)),
          "  \(Style.quiet.paint("→")) \(TextWidth.safe(trouble.cure(language)))",
        ]
      }
  }

  private func parked(_ assessment: Assessment) -> [String] {
    guard !assessment.parked.isEmpty else { return [] }
    return section(say("滞留的项目（\(assessment.parked.count)）", "Projects that wait (\(assessment.parked.count))"))
      + cut(assessment.parked, "parked list") { parked in
        let waiting = parked.waiting
        return [
          "\(waiting.name(language))  \(parked.service) ← \(waiting.feed) #\(waiting.sequence)  "
            + Style.warning.paint(TextWidth.safe("\(waiting.word(language))\(say("：", ": "))\(waiting.detail)"))
        ]
      }
  }

  private func deadlines(_ scene: WatchScene) -> [String] {
    guard let deadlines = scene.deadlines else { return [] }
    let pressing = scene.pressing
    let overdue = pressing.filter(\.deadline.overdue).count
    let title = say(
      "期限：逾期 \(overdue) 项，\(WatchScene.soon) 天内 \(pressing.count - overdue) 项",
      "Deadlines: \(overdue) overdue, \(pressing.count - overdue) within \(WatchScene.soon) days")
    guard !pressing.isEmpty else { return ["", Style.quiet.paint(title)] }
    let text = DeadlinesText(language, width: width)
    var table = Table(
      say("截止", "due"), say("距今", "left"), say("项目", "project"), say("事项", "what"), say("谁来办", "owed by"))
    for line in pressing.prefix(WatchPage.most) {
      table.add(
        .init(line.deadline.day?.description ?? "—"), .init(words.left(line), text.style(line)),
        .init(line.deadline.project?.rawValue ?? "—"), .init(words.title(line.deadline)),
        .init(words.owing(line.deadline)))
    }
    let rest = pressing.count - WatchPage.most
    let more =
      rest > 0
      ? [
        Style.quiet.paint(
          say("　另有 \(rest) 项：jiugai-status deadlines --within 7", "  \(rest) more: jiugai-status deadlines --within 7"))
      ] : []
    let gaps = deadlines.gaps.map { Style.quiet.paint(TextWidth.safe($0.silence.sentence(of: $0.service, language))) }
    return section(title) + table.lines(width: width) + more + gaps
  }

  private func gates(_ scene: WatchScene) -> [String] {
    let gates = scene.gates
    guard !gates.isEmpty else { return [] }
    var table = Table([
      .init(say("项目", "project")), .init(say("名称", "name")), .init(say("到位", "in place")),
      .init(say("要求", "asked for"), isNumeric: true), .init(say("尚缺（元）", "missing, yuan"), isNumeric: true),
      .init(say("卡在", "before")),
    ])
    for gate in gates.prefix(WatchPage.most) {
      let ratio = gate.inPlace.map(\.percentage) ?? say("未知", "unknown")
      table.add(
        .init(gate.project.rawValue), .init(status.short(gate.title)), .init("\(gate.bar) \(ratio)", .warning),
        .init(gate.required?.percentage ?? "—"), .init(gate.missing.map(\.description) ?? "—"),
        .init(gate.step.rawValue))
    }
    let rest = gates.count - WatchPage.most
    let more = rest > 0 ? [Style.quiet.paint(say("　另有 \(rest) 个", "  \(rest) more"))] : []
    return section(say("等居民出资到位（\(gates.count)）", "Waiting for residents' money (\(gates.count))"))
      + table.lines(width: width) + more
  }

  private func projects(_ scene: WatchScene) -> [String] {
    let stages = scene.stages
    guard !stages.isEmpty else { return [] }
    let all = stages.reduce(0) { $0 + $1.count }
    let parts = stages.map { "\($0.code) \($0.count)" }.joined(separator: " · ")
    let line = say("项目 \(all) 个：\(parts)", "Projects: \(all), by stage \(parts)")
    return [""] + TextWidth.lines(line, width: width).map { Style.quiet.paint($0) }
  }
}
