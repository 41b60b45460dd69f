import Contracts
import DomainModel
import Policy
import Terminal

/// A project's decisions as people read them, and what lies ahead.
struct StoryText {
  private let language: Language
  private let findings: FindingText
  private let problems: ProblemText

  init(_ language: Language, articles: ArticleBook) {
    self.language = language
    findings = FindingText(language: language, articles: articles)
    problems = ProblemText(language, articles: articles)
  }

  private var isChinese: Bool { language == .zh }
  private func say(_ zh: String, _ en: String) -> String { isChinese ? zh : en }

  func text(_ story: ProjectStory, of project: ProjectID, withRefusals: Bool) -> String {
    var lines = [Style.heading.paint("\(say("项目", "Project")) \(project)")]
    if !story.silent.isEmpty {
      let names = ServiceName.allCases.filter(story.silent.contains).map(\.rawValue).joined(separator: ", ")
      lines.append(
        Style.warning.paint(say("下列服务没有答复，其办理记录未列：\(names)", "No answer from \(names): their decisions are missing")))
    }
    lines += ["", Style.heading.paint(say("已办理", "Decided"))]
    let steps = story.ordered
    if steps.isEmpty { lines.append(say("（还没有）", "(nothing yet)")) }
    for step in steps { lines += taken(step) }
    if withRefusals, !story.refusals.isEmpty {
      lines += ["", Style.heading.paint(say("不予办理的记录", "Refusals"))]
      for refusal in story.refusals.sorted(by: { $0.given.at < $1.given.at }) {
        lines.append(
          Style.quiet.paint("\(refusal.given.at) · \(refusal.service.rawValue) · \(refusal.given.organisation)"))
        lines.append(problems.text(refusal.given.problem))
      }
    }
    if let outlook = story.outlook { lines += ahead(outlook, steps.last?.taken.receipt.edition) }
    return lines.joined(separator: "\n")
  }

  private func taken(_ step: ProjectStory.Step) -> [String] {
    let receipt = step.taken.receipt
    let edition = receipt.edition.map { Style.quiet.paint("  \($0.pack) \($0.edition)") } ?? ""
    var lines = ["", "\(receipt.on)  \(Style.heading.paint(receipt.step.rawValue))  #\(step.taken.sequence)\(edition)"]
    if let source = step.taken.inQuestion {
      lines.append(
        Style.warning.paint(
          say(
            "  有疑问：所依据的 \(source.feed.rawValue) #\(source.sequence) 已被撤回；请补办，或由经办单位说明理由后确认。",
            "  In question: \(source.feed.rawValue) #\(source.sequence), on which it rests, was withdrawn; "
              + "replace it, or confirm the step with a reason."
          )))
    }
    for finding in receipt.findings { lines += findings.lines(finding, in: receipt.edition).map { "  " + $0 } }
    return lines
  }

  private func ahead(_ outlook: Outlook, _ edition: PackEdition?) -> [String] {
    let coming = outlook.stages.filter { $0.step != nil }
    guard !coming.isEmpty else { return [] }
    var lines = ["", Style.heading.paint(say("接下来", "Ahead"))]
    if outlook.isHalted { lines.append(Style.warning.paint(say("项目已暂停。", "The project is suspended."))) }
    for stage in coming {
      guard let step = stage.step else { continue }
      let open = stage.isOpen ? Style.good.paint(say("可以办理", "open")) : Style.warning.paint(say("条件未齐", "waiting"))
      let by = stage.takenBy.map { isChinese ? $0.zh : $0.rawValue }.joined(separator: say("、", ", "))
      lines += [
        "",
        "\(stage.stage.code) \(say(stage.stage.zh, stage.stage.en))  \(Style.heading.paint(step.rawValue))  \(open)",
      ]
      if !by.isEmpty { lines.append("  \(say("办理单位：", "Taken by: "))\(by)") }
      let missing = stage.findings.filter { $0.result != .satisfied }
      for finding in missing { lines += findings.lines(finding, in: edition).map { "  " + $0 } }
    }
    return lines
  }
}
