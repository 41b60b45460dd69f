import DomainModel
import Foundation
import Policy

/// Prints the story as it goes: a line for each step, with its day, service, article and figures.
public final class Teller: Sendable {
  private let isQuiet: Bool
  private let hasColour: Bool
  /// Stands before each line where several stories are told at once.
  private let prefix: String
  /// Hears of each chapter, also where nothing is printed.
  private let onChapter: @Sendable () -> Void

  public init(isQuiet: Bool = false, prefix: String = "", onChapter: @escaping @Sendable () -> Void = {}) {
    self.isQuiet = isQuiet
    self.onChapter = onChapter
    self.prefix = prefix.isEmpty ? "" : prefix + "  "
    hasColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  public func chapter(_ title: String) {
    onChapter()
    print((prefix.isEmpty ? "\n" : "") + paint(title, "1;34"))
  }

  public func told(_ day: BusinessDate, _ service: ServiceName, _ text: String, _ article: String = "") {
    line("✓", "32", day, service, text, article)
  }

  /// What was done and did not come out as hoped: a vote that does not carry is no refusal.
  public func missed(_ day: BusinessDate, _ service: ServiceName, _ text: String, _ article: String = "") {
    line("○", "33", day, service, text, article)
  }

  /// A refusal by a rule: what must hold, and what to do.
  public func refused(_ day: BusinessDate, _ service: ServiceName, _ text: String, _ finding: Finding) {
    let article = finding.cites.map(\.description).joined(separator: ", ")
    line("✗", "31", day, service, "不予办理：" + text, article)
    let values = finding.values.items
    let cure = RuleTexts.cure(of: finding.rule, .zh, values).map { "。\($0)" } ?? ""
    note("须满足：\(RuleTexts.title(of: finding.rule, .zh, values))\(cure)（\(finding.rule)）")
  }

  /// A refusal by the state of things: what is wrong and what to do.
  public func refused(_ day: BusinessDate, _ service: ServiceName, _ text: String, _ code: RefusalCode, _ detail: String) {
    line("✗", "31", day, service, "不予办理：" + text, "")
    note("\(detail)（\(code.code)）")
  }

  public func note(_ text: String) {
    print("                             " + paint(text, "2"))
  }

  private func line(_ mark: String, _ colour: String, _ day: BusinessDate, _ service: ServiceName, _ text: String, _ article: String) {
    let name = service.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
    let cited = article.isEmpty ? "" : "  " + paint("[\(article)]", "36")
    print("\(paint(mark, colour)) \(day)  \(name)  \(text)\(cited)")
  }

  private func paint(_ text: String, _ code: String) -> String { hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

  private func print(_ text: String) {
    guard !isQuiet else { return }
    FileHandle.standardOutput.write(Data((prefix + text + "\n").utf8))
  }
}
