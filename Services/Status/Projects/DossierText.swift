import Contracts
import DomainModel
import Policy
import Terminal

/// One project as operators read it: where it stands, what it waits for and from whom, by which article.
struct DossierText {
  let language: Language
  let width: Int
  /// How many of the last entries of the timeline are shown; nil for all.
  let entries: Int?
  private let articles: ArticleBook
  private let status: StatusText
  private let figures: Figures
  private let words: FactWords

  init(
    _ language: Language, width: Int = TerminalSize.columns, entries: Int? = 20, articles: ArticleBook = .installed
  ) {
    self.language = language
    self.width = width
    self.entries = entries
    self.articles = articles
    status = StatusText(language, width: width)
    figures = Figures(language: language)
    words = FactWords(language: language)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func page(_ dossier: Dossier, of project: ProjectID) -> String {
    var lines = head(dossier, project)
    lines += dossier.gaps.map { gap in
      Style.bad.paint("✗ ") + TextWidth.safe(gap.silence.sentence(of: gap.service, language))
    }
    lines += next(dossier) + money(dossier) + questioned(dossier) + parked(dossier) + deadlines(dossier)
    lines += course(dossier) + gates(dossier) + refusals(dossier) + timeline(dossier)
    return lines.joined(separator: "\n")
  }

  private func section(_ zh: String, _ en: String) -> [String] { ["", Style.heading.paint(say(zh, en))] }

  // MARK: Where it stands

  private func head(_ dossier: Dossier, _ project: ProjectID) -> [String] {
    guard let report = dossier.report else { return [Style.heading.paint(say("项目 \(project)", "Project \(project)"))] }
    var marks: [String] = []
    if report.isWithdrawn { marks.append(say("已撤回", "withdrawn")) }
    if let day = report.suspendedOn { marks.append(say("自 \(day) 暂停", "suspended since \(day)")) }
    if report.isPlanLate { marks.append(say("逾期列入计划", "listed late")) }
    var table = Table("", "")
    func add(_ zh: String, _ en: String, _ value: String?) {
      if let value { table.add(.init(say(zh, en), .quiet), .init(value)) }
    }
    add(
      "小区", "community",
      [report.communityName?.value, report.community.rawValue].compactMap { $0 }.joined(separator: " "))
    add("街道", "subdistrict", dossier.subdistrict)
    add("规则", "rules", "\(report.edition.pack)/\(report.edition.edition)")
    add("阶段", "stage", status.stage(report.stage))
    add("建立", "opened", report.openedOn.description)
    add("计划年度", "plan year", report.planYear.map(String.init))
    add("建设单位", "construction unit", report.constructionUnit?.rawValue)
    add("标记", "flags", marks.isEmpty ? nil : marks.joined(separator: say("、", ", ")))
    return [Style.heading.paint("\(project)　\(TextWidth.safe(report.title.value))")]
      + table.lines(width: width).dropFirst(2)
  }

  // MARK: What it waits for

  private func next(_ dossier: Dossier) -> [String] {
    guard dossier.outlook != nil else { return [] }
    guard !dossier.next.isEmpty else {
      return section("下一步", "Next") + [say("全部办完，没有下一步。", "All done; nothing lies ahead.")]
    }
    var lines = section("下一步，和它还缺什么", "What comes next, and what it lacks")
    for ahead in dossier.next {
      guard let step = ahead.step else { continue }
      let missing = ahead.findings.filter { $0.stops && !RuleRegistry.judgedByStep.contains($0.rule) }
      let met = ahead.findings.filter { $0.result == .satisfied || $0.result == .overridden }
      let by = ProjectStanding.takers(of: step, ahead.takenBy).map { say($0.zh, $0.rawValue) }.joined(
        separator: say("、", " or "))
      let state =
        missing.isEmpty
        ? Style.good.paint(say("可以办理", "open"))
        : Style.warning.paint(say("还缺 \(missing.count) 项", "lacks \(missing.count)"))
      lines.append(
        "\(ahead.stage.code) \(say(ahead.stage.zh, ahead.stage.en))　\(Style.quiet.paint(words.step(step)))　\(state)")
      if !by.isEmpty { lines.append(Style.quiet.paint(say("  由谁办理：", "  Taken by: ")) + by) }
      let edition = dossier.report?.edition
      for finding in missing + met { lines += self.finding(finding, in: edition, withCure: true) }
      let judged = ahead.findings.filter { RuleRegistry.judgedByStep.contains($0.rule) }
      if !judged.isEmpty {
        let titles = judged.map { RuleTexts.title(of: $0.rule, language, $0.values.items) }
        lines.append(
          Style.quiet.paint(say("  办理时再核：", "  Judged when it is taken: ") + titles.joined(separator: say("；", "; "))))
      }
    }
    return lines
  }

  private func finding(_ finding: Finding, in edition: PackEdition?, withCure: Bool) -> [String] {
    let (mark, style): (String, Style) =
      switch finding.result {
      case .satisfied: ("✓", .good)
      case .violated: ("✗", finding.force == .advises ? .warning : .bad)
      case .unknown: ("?", .warning)
      case .overridden: ("!", .warning)
      }
    let awaited =
      finding.result == .unknown ? finding.awaits.map { say("（等\($0.zh)登记）", " (from \($0.rawValue))") } : nil
    var lines = [
      "  \(style.paint(mark)) \(TextWidth.safe(RuleTexts.title(of: finding.rule, language, finding.values.items)))\(awaited ?? "")"
    ]
    let cites = finding.cites.map { articles.text(of: $0, in: edition, language) }
    if !cites.isEmpty {
      lines.append(
        "    " + Style.quiet.paint(TextWidth.safe(say("依据：", "Basis: ") + cites.joined(separator: say("；", "; ")))))
    }
    if withCure, finding.stops, let cure = RuleTexts.cure(of: finding.rule, language, finding.values.items) {
      lines.append("    \(Style.quiet.paint("→")) \(TextWidth.safe(cure))")
    }
    return lines
  }

  private func money(_ dossier: Dossier) -> [String] {
    guard let account = dossier.account, account.planned != nil || account.cleared > .zero else { return [] }
    let planned = account.planned.map { "\($0)" } ?? say("未定", "not fixed")
    let ratio = account.ratio.map { "　\($0.percentage)" } ?? ""
    let missing = account.missing.map { $0 > .zero ? say("，尚缺 \($0) 元", ", \($0) yuan missing") : "" } ?? ""
    return section("居民出资", "Residents' money") + [
      say(
        "应筹 \(planned) 元，到位 \(account.cleared) 元\(ratio)\(missing)",
        "planned \(planned), cleared \(account.cleared) yuan\(ratio)\(missing)")
    ]
  }

  private func questioned(_ dossier: Dossier) -> [String] {
    guard !dossier.inQuestion.isEmpty else { return [] }
    return section("存疑的步骤", "Steps in question")
      + dossier.inQuestion.map { step in
        let source = step.taken.inQuestion.map { "\($0.feed)/\($0.sequence)" } ?? ""
        return Style.warning.paint("! ")
          + say(
            "\(step.taken.receipt.on) \(words.step(step.taken.receipt.step))，\(step.service) 第 \(step.taken.sequence) 号：所依据的 \(source) 已被撤回；补办，或说明理由后确认。",
            "\(step.taken.receipt.on) \(words.step(step.taken.receipt.step)), \(step.service) #\(step.taken.sequence): \(source), on which it rests, "
              + "was taken back; replace it, or confirm the step with a reason.")
      }
  }

  private func parked(_ dossier: Dossier) -> [String] {
    guard !dossier.parked.isEmpty else { return [] }
    return section("滞留", "Waiting events")
      + dossier.parked.flatMap { parked in
        [
          Style.warning.paint("! ")
            + say(
              "\(parked.service)：自 \(parked.waiting.feed) 第 \(parked.waiting.sequence) 号起，\(parked.waiting.word(.zh))。",
              "\(parked.service): since \(parked.waiting.feed) #\(parked.waiting.sequence), \(parked.waiting.word(.en))."
            ),
          "  → " + Parked.Waiting.cure(parked.waiting, in: parked.service, language),
        ]
      }
  }

  private func deadlines(_ dossier: Dossier) -> [String] {
    guard !dossier.deadlines.lines.isEmpty else { return [] }
    let deadlines = DeadlineWords(language: language)
    let text = DeadlinesText(language, width: width)
    var table = Table(
      say("截止", "due"), say("距今", "left"), say("事项", "what"), say("谁来办", "owed by"), say("怎样算出来", "how it was counted"))
    for line in dossier.deadlines.lines {
      let basis = [deadlines.arithmetic(line), deadlines.articles(line.deadline, in: dossier.report?.edition, articles)]
      table.add(
        .init(line.deadline.day?.description ?? "—"), .init(deadlines.left(line), text.style(line)),
        .init(deadlines.title(line.deadline)), .init(deadlines.owing(line.deadline)),
        .init(basis.compactMap { $0 }.joined(separator: say("。依据：", ". Basis: ")), .quiet))
    }
    return section("期限", "Deadlines") + table.lines(width: width)
  }

  // MARK: What happened

  private func course(_ dossier: Dossier) -> [String] {
    guard !dossier.course.isEmpty else { return [] }
    var table = Table(say("到达", "reached"), say("阶段", "stage"))
    for reached in dossier.course.sorted(by: { ($0.on, $0.order) < ($1.on, $1.order) }) {
      table.add(
        .init(reached.on.description), .init("\(reached.stage.code) \(say(reached.stage.zh, reached.stage.en))"))
    }
    return section("走过的阶段", "Stages reached") + table.lines(width: width)
  }

  /// The gates that were passed, each with what was found and by which article.
  private func gates(_ dossier: Dossier) -> [String] {
    let passed = dossier.steps.filter { !$0.taken.receipt.findings.isEmpty }
    guard !passed.isEmpty else { return [] }
    var lines = section("已过的关口", "Gates passed")
    for step in passed {
      let receipt = step.taken.receipt
      lines.append(
        "\(receipt.on)  \(Style.heading.paint(words.step(receipt.step)))  \(Style.quiet.paint("\(step.service)/\(step.taken.sequence)"))"
      )
      for finding in receipt.findings { lines += self.finding(finding, in: receipt.edition, withCure: false) }
    }
    return lines
  }

  private func refusals(_ dossier: Dossier) -> [String] {
    guard !dossier.refusals.isEmpty else { return [] }
    var table = Table(say("时间", "when"), say("单位", "by"), say("步骤", "step"), say("原因", "why"))
    for refusal in dossier.refusals {
      let problem = refusal.given.problem
      table.add(
        .init(figures.moment(refusal.given.at)), .init(refusal.given.organisation),
        .init(problem.step.map(words.step) ?? say(refusal.service.zh, refusal.service.rawValue)),
        .init("\(problem.title)（\(problem.code)）"))
    }
    let count = dossier.refusals.count
    return section("不予办理 \(count) 次", count == 1 ? "Refused once" : "Refused \(count) times")
      + table.lines(width: width)
  }

  private func timeline(_ dossier: Dossier) -> [String] {
    guard !dossier.timeline.isEmpty else { return [] }
    let shown = entries.map { Array(dossier.timeline.suffix($0)) } ?? dossier.timeline
    var table = Table(say("日期", "on"), say("服务", "service"), say("事项", "what"))
    for entry in shown {
      let mark =
        entry.isWithdrawn ? say("（已撤回）", " (taken back)") : entry.isInQuestion ? say("（存疑）", " (in question)") : ""
      let value = entry.value.flatMap { words.value($0, of: entry.what) }.map { say("：", ": ") + $0 } ?? ""
      table.add(
        .init(entry.on.description), .init(say(entry.service.zh, entry.service.rawValue)),
        .init(words.name(entry.what) + value + mark, entry.isWithdrawn ? .quiet : .plain))
    }
    let rest = dossier.timeline.count - shown.count
    let note =
      rest > 0 ? [Style.quiet.paint(say("（更早的 \(rest) 条用 --timeline 全部列出）", "(\(rest) earlier ones: --timeline)"))] : []
    return section("经过", "Timeline") + table.lines(width: width) + note
  }
}
