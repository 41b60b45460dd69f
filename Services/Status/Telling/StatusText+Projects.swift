import Contracts
import DomainModel
import Policy
import Terminal

extension StatusText {
  /// The widest that names may be, in columns: the last column holds what an operator looks for.
  private static let widestName = 24

  func projects(_ assessment: Assessment) -> [String] {
    let divisions = assessment.divisions.map(\.rawValue).joined(separator: say("、", ", "))
    let count = assessment.projects.count
    // A list that did not come says nothing about how many there are.
    let isKnown = count > 0 || assessment.gap == nil
    var lines =
      divisions.isEmpty || !isKnown
      ? section("项目", "Projects") : section("项目（\(divisions)，\(count) 个）", "Projects (\(divisions): \(count))")
    if !assessment.projects.isEmpty { lines += table(assessment.projects) }
    if let note = note(assessment) { lines.append(note) }
    return lines
  }

  private func table(_ projects: [ProjectStanding]) -> [String] {
    var table = Table(
      say("项目", "project"), say("名称", "name"), say("阶段", "stage"), say("标记", "flags"),
      say("在等什么", "waits for"))
    for project in projects {
      let (flags, style) = flags(project)
      table.add(
        .init(project.project.rawValue), .init(short(project.title)), .init(short(stage(project.stage))),
        .init(flags, style), .init(waits(project), project.next == nil || project.isSuspended ? .quiet : .plain))
    }
    return table.lines(width: width)
  }

  func stage(_ stage: StageName?) -> String {
    stage.map { "\($0.code) \(say($0.zh, $0.en))" } ?? "—"
  }

  func flags(_ project: ProjectStanding) -> (String, Style) {
    var flags: [String] = []
    if project.isWithdrawn { flags.append(say("已撤回", "withdrawn")) }
    if project.isSuspended { flags.append(say("已暂停", "suspended")) }
    if project.isLate == true { flags.append(say("逾期列入", "late")) }
    return flags.isEmpty ? ("—", .quiet) : (flags.joined(separator: say("、", ", ")), .warning)
  }

  /// The next step, and what it lacks or who may take it.
  func waits(_ project: ProjectStanding) -> String {
    guard let next = project.next else {
      return project.isWithdrawn ? say("不再办理", "nothing more") : say("全部办完", "all done")
    }
    let step =
      next.stage.map { say("\($0.zh)（\(next.step)）", "\($0.en) (\(next.step))") }
      ?? FactWords(language: language).step(next.step)
    guard !next.missing.isEmpty else {
      let by = next.takenBy.map { say($0.zh, $0.rawValue) }.joined(separator: say("、", " or "))
      guard !by.isEmpty else { return say("\(step)：可以办理", "\(step): open") }
      return say("\(step)：等\(by)办理", "\(step): to be taken by \(by)")
    }
    let missing = next.missing.map { missing -> String in
      let title = RuleTexts.title(of: missing.rule, language, missing.values)
      guard missing.isUnknown else { return say("· \(title)（不满足）", "· \(title) (not met)") }
      guard let service = missing.awaits else { return "· \(title)" }
      return say("· \(title)（等\(service.zh)登记）", "· \(title) (from \(service))")
    }
    return ([say("\(step)还差：", "\(step) needs:")] + missing).joined(separator: "\n")
  }

  private func note(_ assessment: Assessment) -> String? {
    let text: String? =
      switch assessment.gap {
      case .noDivision:
        say(
          "这台机器上没有规则包说明区划；请用 --division 给出，例如 --division 330382。",
          "No pack on this machine names a division; give one with --division, such as --division 330382.")
      case .silent(let silence):
        say(
          "项目列表没有问到（intake \(silence.word(.zh))）。",
          "The list of projects did not come (intake: \(silence.word(.en))).")
      case .cut: say("项目太多，只列出一部分；请用 --division 分区划查看。", "There are more; look at one --division at a time.")
      case nil: assessment.projects.isEmpty ? say("（还没有项目）", "(no projects yet)") : nil
      }
    return text.map { (assessment.gap == nil ? Style.quiet : .warning).paint($0) }
  }

  /// Cut to the widest that names may be, with an ellipsis.
  func short(_ text: String) -> String {
    let text = text.replacing("\n", with: " ")
    guard TextWidth.of(text) > StatusText.widestName else { return text }
    var short = ""
    for character in text {
      guard TextWidth.of(short) + TextWidth.of(character) < StatusText.widestName else { break }
      short.append(character)
    }
    return short + "…"
  }
}
