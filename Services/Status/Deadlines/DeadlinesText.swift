import Contracts
import DomainModel
import Policy
import Terminal

/// The days that matter, as a page, a sheet or a document.
struct DeadlinesText {
  let language: Language
  let width: Int
  let articles: ArticleBook
  /// What is known of the projects: their names and editions.
  let projects: [ProjectID: ProjectList.Line]
  private let words: DeadlineWords

  init(
    _ language: Language, width: Int = TerminalSize.columns, articles: ArticleBook = .installed,
    projects: [ProjectID: ProjectList.Line] = [:]
  ) {
    self.language = language
    self.width = width
    self.articles = articles
    self.projects = projects
    words = DeadlineWords(language: language)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  // MARK: A page

  func page(_ answers: DeadlineAnswers, _ lines: [DeadlineLine]) -> String {
    let heading = say(
      "期限　截至 \(answers.asOf)（\(lines.count) 项，逾期 \(lines.filter(\.deadline.overdue).count) 项）",
      "Deadlines as of \(answers.asOf) (\(lines.count), \(lines.filter(\.deadline.overdue).count) overdue)")
    var page = [Style.heading.paint(heading), ""]
    page += lines.isEmpty ? [say("没有这样的期限。", "There are none such.")] : table(lines)
    page += answers.gaps.map { gap in
      Style.bad.paint("✗ ") + TextWidth.safe(gap.silence.sentence(of: gap.service, language))
    }
    if answers.isCut {
      page.append(
        Style.warning.paint(
          say("期限太多，只取了一部分；请用 --division 或 --within 缩小范围。", "There are more; narrow with --division or --within.")))
    }
    return page.joined(separator: "\n")
  }

  private func table(_ lines: [DeadlineLine]) -> [String] {
    var table = Table(
      say("截止", "due"), say("距今", "left"), say("项目", "project"), say("事项", "what"), say("谁来办", "owed by"),
      say("怎样算出来", "how it was counted"))
    for line in lines {
      let deadline = line.deadline
      let project = deadline.project
      let title = project.flatMap { projects[$0]?.title.value }
      let basis = [
        words.arithmetic(line), words.articles(deadline, in: project.flatMap { projects[$0]?.edition }, articles),
      ]
      table.add(
        .init(deadline.day?.description ?? "—"), .init(words.left(line), style(line)),
        .init([project?.rawValue, title].compactMap { $0 }.joined(separator: "\n")), .init(words.title(deadline)),
        .init(words.owing(deadline)),
        .init(basis.compactMap { $0 }.joined(separator: say("。依据：", ". Basis: ")), .quiet))
    }
    return table.lines(width: width)
  }

  func style(_ line: DeadlineLine) -> Style {
    if line.deadline.overdue { return .bad }
    guard let left = line.daysLeft else { return .warning }
    return left < 0 ? .quiet : left <= 7 ? .warning : .plain
  }

  // MARK: A sheet

  func sheet(_ lines: [DeadlineLine]) -> String {
    CSVSheet.text(
      [
        say("截止", "due"), say("距今天数", "days left"), say("逾期", "overdue"), say("项目编号", "project"),
        say("项目名称", "name"), say("服务", "service"), say("事项", "what"), say("谁来办", "owed by"),
        say("怎样算出来", "how it was counted"), say("依据", "basis"),
      ],
      lines.map { line in
        let deadline = line.deadline
        let known = deadline.project.flatMap { projects[$0] }
        return [
          deadline.day?.description ?? "", line.daysLeft.map(String.init) ?? "",
          deadline.overdue ? say("是", "yes") : say("否", "no"), deadline.project?.rawValue ?? "",
          known?.title.value ?? "", line.service.rawValue, words.title(deadline), words.owing(deadline),
          words.arithmetic(line), words.articles(deadline, in: known?.edition, articles) ?? "",
        ]
      })
  }

  // MARK: A document

  func value(_ answers: DeadlineAnswers, _ lines: [DeadlineLine]) -> JSONValue {
    [
      "format": "jiugai-status-deadlines/1",
      "asOf": .string(answers.asOf.description),
      "overdue": .integer(Int64(lines.filter(\.deadline.overdue).count)),
      "deadlines": .array(lines.map(value)),
      "gaps": .array(
        answers.gaps.map { gap -> JSONValue in
          ["service": .string(gap.service.rawValue), "code": .string(gap.silence.code)]
        }),
      "isCut": .bool(answers.isCut),
    ]
  }

  func value(_ line: DeadlineLine) -> JSONValue {
    let deadline = line.deadline
    return [
      "service": .string(line.service.rawValue), "kind": .string(deadline.kind.rawValue),
      "name": .string(deadline.name),
      "project": text(deadline.project?.rawValue), "day": text(deadline.day?.description),
      "daysLeft": line.daysLeft.map { .integer(Int64($0)) } ?? .null, "overdue": .bool(deadline.overdue),
      "isDuty": .bool(deadline.kind.isDuty), "basis": text(deadline.basis?.rawValue),
      "startedOn": text(deadline.startedOn?.description),
      "counted": .array(line.counted.map { .string($0.description) }),
      "skipped": .array(
        (deadline.skipped ?? []).map { day -> JSONValue in
          ["on": .string(day.on.description), "zh": .string(day.zh), "en": .string(day.en)]
        }),
      "madeUp": .array((deadline.madeUp ?? []).map { .string($0.description) }),
      "unknownYear": deadline.unknownYear.map { .integer(Int64($0)) } ?? .null,
      "organisation": text(deadline.organisation?.rawValue),
      "roles": .array((deadline.roles ?? []).map { .string($0.rawValue) }),
      "cites": .array((deadline.cites ?? []).map { .string($0.description) }),
      "arithmetic": .string(words.arithmetic(line)),
    ]
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
