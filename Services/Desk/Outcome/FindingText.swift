import DomainModel
import Policy
import Terminal

/// A finding as a clerk reads it: what must hold, whether it does, on which article it rests, with which figures, and
/// what to do where it does not.
struct FindingText {
  let language: Language
  let articles: ArticleBook

  private var isChinese: Bool { language == .zh }

  func lines(_ finding: Finding, in edition: PackEdition?) -> [String] {
    let (mark, word, style) = FindingText.result(finding.result)
    let title = RuleTexts.title(of: finding.rule, language, finding.values.items)
    let force = finding.stops || finding.result == .satisfied ? "" : advice(finding)
    var lines = ["\(style.paint("\(mark) \(isChinese ? word.zh : word.en)"))  \(TextWidth.safe(title))\(force)"]
    let cites = finding.cites.map { articles.text(of: $0, in: edition, language) }
    if !cites.isEmpty {
      lines.append(detail(isChinese ? "依据" : "Basis", cites.joined(separator: isChinese ? "；" : "; ")))
    }
    if !finding.values.isEmpty { lines.append(detail(isChinese ? "数值" : "Values", values(finding.values.items))) }
    if finding.result == .violated || finding.result == .unknown {
      if let awaited = finding.awaits {
        lines.append(
          detail(
            isChinese ? "等待" : "Awaited",
            isChinese ? "\(awaited.zh)（\(awaited.rawValue)）登记" : "the record of \(awaited.rawValue)"))
      }
      if let cure = RuleTexts.cure(of: finding.rule, language, finding.values.items) {
        lines.append(detail(isChinese ? "下一步" : "Next", cure))
      }
    }
    return lines
  }

  /// `名称=数值`, in the order in which the rule gives them.
  func values(_ values: [NamedValue]) -> String {
    values.map { "\(Words.name($0.name.rawValue, language)) \(text($0.value))" }.joined(
      separator: isChinese ? "，" : ", ")
  }

  func text(_ value: FactValue) -> String {
    switch value {
    case .flag(let flag): isChinese ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .money(let money): isChinese ? "\(money) 元" : "\(money) yuan"
    case .area(let area): "\(area) m²"
    case .code(let code): TextWidth.safe(FindingWords.code(code, language))
    case .count, .share, .date: value.text
    }
  }

  private func detail(_ name: String, _ text: String) -> String {
    "    \(Style.quiet.paint(name + (isChinese ? "：" : ":")))\(isChinese ? "" : " ")\(TextWidth.safe(text))"
  }

  private func advice(_ finding: Finding) -> String {
    guard finding.force == .advises, finding.result != .overridden else { return "" }
    return Style.quiet.paint(isChinese ? "（提示，不影响办理）" : " (advice; it stops nothing)")
  }

  static func result(_ result: Finding.Result) -> (mark: String, word: (zh: String, en: String), style: Style) {
    switch result {
    case .satisfied: ("✓", ("满足", "met"), .good)
    case .violated: ("✗", ("不满足", "not met"), .bad)
    case .unknown: ("?", ("尚不知", "not known"), .warning)
    case .overridden: ("!", ("例外放行", "overridden"), .warning)
    }
  }
}
