import Contracts
import DomainModel
import Policy
import Terminal

/// A refusal or an error as a clerk reads it: the sentence, every finding with its article and figures, what to do
/// next.
struct ProblemText {
  private let language: Language
  private let findings: FindingText

  init(_ language: Language, articles: ArticleBook) {
    self.language = language
    findings = FindingText(language: language, articles: articles)
  }

  private var isChinese: Bool { language == .zh }

  func text(_ problem: Problem) -> String {
    var lines = [Style.bad.paint("✗ \(TextWidth.safe(problem.title))") + Style.quiet.paint("  [\(problem.code)]")]
    if !problem.detail.isEmpty, problem.detail != problem.title { lines.append(TextWidth.safe(problem.detail)) }
    if problem.detail.isEmpty || problem.findings.isEmpty == false || problem.detail == problem.title {
      for pointer in problem.pointers where !pointer.isEmpty {
        lines.append("  \(isChinese ? "字段" : "field") \(TextWidth.safe(pointer))")
      }
    }
    if let step = problem.step {
      let edition = problem.edition.map { " · \($0.pack) \($0.edition)" } ?? ""
      lines.append(
        Style.quiet.paint("\(isChinese ? "步骤" : "step") \(step)\(problem.on.map { " · \($0)" } ?? "")\(edition)"))
    }
    for finding in ordered(problem.findings) { lines += findings.lines(finding, in: problem.edition) }
    if !problem.values.isEmpty { lines.append("  " + findings.values(problem.values)) }
    if let next = next(problem) { lines.append(next) }
    return lines.joined(separator: "\n")
  }

  /// What stops the step comes first.
  private func ordered(_ findings: [Finding]) -> [Finding] {
    findings.filter(\.stops) + findings.filter { !$0.stops }
  }

  private func next(_ problem: Problem) -> String? {
    // What this program finds by itself says in its sentence what to do; wire codes are in capital letters.
    let isOfWire = problem.code == "no-answer" || problem.code == problem.code.uppercased()
    if !isOfWire, problem.step == nil, problem.pointers.isEmpty { return nil }
    if isOfWire, problem.retry == .later {
      return isChinese ? "命令可用 jiugai send --resend 以同一编号重发。" : "Send a command again under its id: jiugai send --resend."
    }
    return switch (problem.retry, isChinese) {
    case (.later, true): "可以稍后再试：所等的信息到达后，用新的编号重发。"
    case (.later, false): "Try again later: once what is awaited has arrived, send it under a new id."
    case (.afterCorrection, true): "按上面所列补齐或更正后，再办一次。"
    case (.afterCorrection, false): "Complete or correct what is listed, then try again."
    case (.never, true): "原样重发不会有别的结果。"
    case (.never, false): "Sending the same again will not change the answer."
    }
  }
}
