import Contracts
import DomainModel
import Policy
import Terminal

/// The report as one page of HTML with everything it needs inside: no script, no picture, no font from elsewhere.
struct ReportPage {
  private let words: ReportWords
  private let figures: Figures
  private let deadlines: DeadlineWords
  private let status: StatusText
  private let articles: ArticleBook
  /// Rows of a table at most; the sheet of the projects holds all.
  private static let mostRows = 80

  init(_ language: Language, articles: ArticleBook = .installed) {
    words = ReportWords(language: language)
    figures = Figures(language: language)
    deadlines = DeadlineWords(language: language)
    status = StatusText(language, width: 100)
    self.articles = articles
  }

  func html(_ data: ReportData) -> String {
    let title = say("老旧小区改造进展报告", "Renovation of old communities: progress report")
    let body =
      [header(title, data), gaps(data), tiles(data), funnel(data), gantt(data), money(data), ballots(data)]
      + [overdue(data), soon(data), projects(data), footer(data)]
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escape(title)) \(data.asOf)</title><style>
      \(ReportStyle.css)
      </style></head><body><main>
      \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main></body></html>

      """
  }

  private func say(_ zh: String, _ en: String) -> String { words.say(zh, en) }
  private func escape(_ text: String) -> String { HTMLText.escape(text) }

  private func section(_ title: String, _ note: String? = nil, isLong: Bool = false, _ content: String) -> String {
    let note = note.map { "<p class=\"note\">\(escape($0))</p>" } ?? ""
    return "<section\(isLong ? " class=\"long\"" : "")><h2>\(escape(title))</h2>\(note)\(content)</section>"
  }

  // MARK: Head

  private func header(_ title: String, _ data: ReportData) -> String {
    let cities = Dictionary(grouping: data.projects) { $0.line.edition?.pack.rawValue ?? "—" }.sorted {
      $0.key < $1.key
    }
    .map { "\($0.key) \($0.value.count)" }.joined(separator: " · ")
    return "<header><h1>\(escape(title))</h1><p>"
      + escape(say("截至 \(data.asOf)　规则：\(cities)", "As of \(data.asOf). Rules: \(cities)")) + "</p></header>"
  }

  /// What did not come is said before any figure.
  private func gaps(_ data: ReportData) -> String {
    var sentences = data.deadlines.gaps.map { $0.silence.sentence(of: $0.service, words.language) }
    switch data.gap {
    case .silent(let silence): sentences.append(silence.sentence(of: .intake, words.language))
    case .cut: sentences.append(say("项目太多，只统计了一部分。", "There are more projects; a part is counted."))
    case .noDivision: sentences.append(say("没有指明区划。", "No division was named."))
    case nil: break
    }
    if data.incomplete > 0 {
      sentences.append(
        say(
          "\(data.incomplete) 个项目的部分数据没有问到，下列合计偏小。",
          "Of \(data.incomplete) projects not everything came: the sums below are too small."))
    }
    guard !sentences.isEmpty else { return "" }
    return "<section class=\"warn\">" + sentences.map { "<div>\(escape($0))</div>" }.joined() + "</section>"
  }

  private func tiles(_ data: ReportData) -> String {
    let accepted = data.count(reached: "S31")
    // Two codes tell of a start: cities that clear structures first have one of their own.
    let started = max(data.count(reached: "S30"), data.count(reached: "S28"))
    let overdue = data.deadlines.overdue.count
    let received = (try? Money.sum(data.sources.map(\.amount))).map { words.money($0) } ?? "—"
    let ratio = try? Share(data.residentsCleared.fen, of: data.residentsPlanned.fen).percentage
    let suspended = data.projects.filter(\.line.isHalted).count
    return "<div class=\"tiles\">"
      + tile("\(data.projects.count)", say("项目", "projects"))
      + tile("\(max(0, started - accepted))", say("施工中", "under works"))
      + tile("\(accepted)", say("已通过联合验收", "accepted"))
      + tile(received, say("到位资金", "money received"))
      + tile(ratio ?? "—", say("居民出资到位率", "residents' money in place"))
      + tile("\(overdue)", say("逾期事项", "overdue"), isBad: overdue > 0)
      + (suspended > 0 ? tile("\(suspended)", say("已暂停", "suspended"), isBad: true) : "") + "</div>"
  }

  private func tile(_ figure: String, _ name: String, isBad: Bool = false) -> String {
    "<div class=\"tile\(isBad ? " bad" : "")\"><b>\(escape(figure))</b><span>\(escape(name))</span></div>"
  }

  private func key(_ entries: [(style: String, name: String)]) -> String {
    "<ul class=\"key\">"
      + entries.map { entry in
        "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" height=\"10\" rx=\"2\" class=\"\(entry.style)\"/></svg>\(escape(entry.name))</li>"
      }.joined() + "</ul>"
  }

  // MARK: Charts

  private func funnel(_ data: ReportData) -> String {
    let steps = data.funnel
    guard !steps.isEmpty else { return "" }
    return section(
      say("各阶段的项目", "Projects by stage"),
      say(
        "横条为走到该阶段的项目数；各市阶段次序不尽相同。", "The bar counts projects that came as far; cities order their stages differently."),
      FunnelChart(words: words).drawing(steps, of: data.projects.count).markup)
  }

  private func gantt(_ data: ReportData) -> String {
    let rows = data.projects.map { row in
      GanttChart.Row(
        title: row.line.title.value, course: data.courses[row.line.project] ?? [],
        isOpen: row.line.next != nil, overdue: row.overdue)
    }
    guard let drawing = GanttChart(words: words).drawing(rows, asOf: data.asOf) else { return "" }
    let left = rows.count - GanttChart.mostRows
    return section(
      say("项目进程", "The course of each project"),
      left > 0 ? say("另有 \(left) 个项目未画出。", "\(left) more are not drawn.") : nil, isLong: true,
      key(
        CoursePhase.allCases.map { ($0.style, $0.name(words)) } + [
          ("open", say("停留至今", "waits since")), ("late", say("逾期", "overdue")),
        ]) + drawing.markup)
  }

  private func money(_ data: ReportData) -> String {
    guard let drawing = MoneyChart(words: words).drawing(data.sources) else { return "" }
    return section(
      say("资金来源", "Money by source"),
      say("已到账并仍有效的资金，按来源合计。", "What cleared and stands, by source."),
      key([("m0", say("居民", "residents")), ("m1", say("财政", "treasury")), ("m2", say("社会", "social"))]) + drawing.markup
    )
  }

  private func ballots(_ data: ReportData) -> String {
    let chart = BallotChart(words: words)
    guard let drawing = chart.drawing(data.ballots) else { return "" }
    let all = data.ballots.reduce(0) { $0 + $1.forms }
    return section(
      chart.columns(data.ballots).areWeeks ? say("每周表决票", "Forms by week") : say("每日表决票", "Forms by day"),
      say(
        "按票面签署日期统计，共 \(figures.count(Int64(all))) 张；只有张数，没有意见。",
        "By the date on the form, \(figures.count(Int64(all))) in all; counts alone, no opinions."),
      key([("m0", words.round(.willingness)), ("m1", words.round(.plan))]) + drawing.markup)
  }

  // MARK: Tables

  private func overdue(_ data: ReportData) -> String {
    let lines = data.deadlines.overdue
    let title = say("逾期事项（\(lines.count)）", "Overdue (\(lines.count))")
    guard !lines.isEmpty else {
      return section(title, nil, "<p class=\"calm\">\(escape(say("没有逾期的事项。", "Nothing is overdue.")))</p>")
    }
    return section(title, isLong: true, table(lines, data))
  }

  private func soon(_ data: ReportData) -> String {
    let lines = data.deadlines.within(30).filter { !$0.deadline.overdue }
    guard !lines.isEmpty else { return "" }
    return section(say("30 天内的期限（\(lines.count)）", "Within 30 days (\(lines.count))"), isLong: true, table(lines, data))
  }

  private func table(_ lines: [DeadlineLine], _ data: ReportData) -> String {
    let known = Dictionary(uniqueKeysWithValues: data.rows.map { ($0.line.project, $0.line) })
    let rows = lines.prefix(ReportPage.mostRows).map { line -> String in
      let project = line.deadline.project.flatMap { known[$0] }
      let basis = [deadlines.arithmetic(line), deadlines.articles(line.deadline, in: project?.edition, articles)]
      return row(
        isBad: line.deadline.overdue,
        [
          escape(deadlines.left(line)), escape(line.deadline.day?.description ?? "—"),
          escape(project?.title.value ?? "") + "<small>\(escape(line.deadline.project?.rawValue ?? ""))</small>",
          escape(deadlines.title(line.deadline))
            + "<small>\(escape(basis.compactMap { $0 }.joined(separator: say("。依据：", ". Basis: "))))</small>",
          escape(deadlines.owing(line.deadline)),
        ])
    }
    return grid(
      [say("距今", "left"), say("截止", "due"), say("项目", "project"), say("事项", "what"), say("谁来办", "owed by")], rows)
      + more(lines.count - ReportPage.mostRows)
  }

  private func projects(_ data: ReportData) -> String {
    let open = data.projects.filter { $0.line.next != nil }
    guard !open.isEmpty else { return "" }
    let rows = open.prefix(ReportPage.mostRows).map { project in
      row(
        isBad: false,
        [
          escape(project.line.title.value) + "<small>\(escape(project.line.project.rawValue))</small>",
          escape(project.line.subdistrict?.value ?? "—"), escape(status.stage(project.line.stage)),
          escape(status.waits(project.standing)).replacing("\n", with: "<br>"),
        ])
    }
    return section(
      say("在办项目在等什么（\(open.count)）", "What open projects wait for (\(open.count))"), isLong: true,
      grid([say("项目", "project"), say("街道", "subdistrict"), say("阶段", "stage"), say("在等什么", "waits for")], Array(rows))
        + more(open.count - ReportPage.mostRows))
  }

  private func more(_ rest: Int) -> String {
    rest > 0 ? "<p class=\"note\">\(escape(say("另有 \(rest) 项未列出。", "\(rest) more are not listed.")))</p>" : ""
  }

  private func grid(_ heads: [String], _ rows: [String]) -> String {
    "<table><thead><tr>" + heads.map { "<th>\(escape($0))</th>" }.joined() + "</tr></thead><tbody>" + rows.joined()
      + "</tbody></table>"
  }

  /// - Parameter cells: markup.
  private func row(isBad: Bool, _ cells: [String]) -> String {
    "<tr\(isBad ? " class=\"bad\"" : "")>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }

  private func footer(_ data: ReportData) -> String {
    let time = figures.moment(data.at)
    return "<footer>"
      + escape(
        say(
          "\(time)（北京时间）由 jiugai-status \(Version.current) 根据五个服务的查询结果生成；不含个人信息。",
          "Made \(time) (Beijing time) by jiugai-status \(Version.current) from what the five services answered. No personal data."
        ))
      + "</footer>"
  }
}
