import DomainModel

/// What a rule is called, and what helps where it does not hold. `{name}` stands for a value of the finding.
public struct RuleText: Hashable, Sendable {
  public let rule: RuleID
  /// What must hold.
  public let title: Bilingual
  /// What to do where it does not.
  public let cure: Bilingual

  init(_ rule: RuleID, _ zh: String, _ en: String, cure zhCure: String, _ enCure: String) {
    self.rule = rule
    title = Bilingual(zh: zh, en: en)
    cure = Bilingual(zh: zhCure, en: enCure)
  }
}

/// The sentences of all rules, in both languages: of those that gates name and of those that services judge by.
/// Findings store codes and values; these are chosen when they are shown.
public enum RuleTexts {
  public static let all: [RuleText] = residents + filings + approvals + money + works

  private static let byRule = Dictionary(all.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })

  /// Both sentences of a rule; nil for a rule without text.
  public static func text(of rule: RuleID) -> RuleText? { byRule[rule] }

  /// What must hold; the rule's id where it has no text yet.
  public static func title(of rule: RuleID, _ language: Language, _ values: [NamedValue] = []) -> String {
    text(of: rule).map { filled($0.title, language, values) } ?? rule.rawValue
  }

  /// What to do where it does not hold; nil for a rule without text.
  public static func cure(of rule: RuleID, _ language: Language, _ values: [NamedValue] = []) -> String? {
    text(of: rule).map { filled($0.cure, language, values) }
  }

  /// A value that the finding does not give leaves a gap that reads as one: `…`.
  private static func filled(_ text: Bilingual, _ language: Language, _ values: [NamedValue]) -> String {
    var sentence = language == .zh ? text.zh : text.en
    for value in values { sentence = sentence.replacing("{\(value.name)}", with: value.value.text) }
    return sentence.replacing(/\{[a-z-]+\}/, with: "…")
  }
}
