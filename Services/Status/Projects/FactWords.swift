import Contracts
import DomainModel

/// What the operators' pages call a fact, an event or a step.
struct FactWords {
  let language: Language

  /// A fact in a clerk's words, an event by its line in the catalogue; else the wire name stands.
  func name(_ what: String) -> String {
    if let words = FactKey(rawValue: what)?.words { return language == .zh ? words.zh : words.en }
    return (try? WireName(what)).flatMap(line) ?? what
  }

  /// A step by its line in the catalogue, with the name under which logs and answers know it.
  func step(_ name: WireName) -> String {
    line(name).map { language == .zh ? "\($0)（\(name)）" : "\($0) (\(name))" } ?? name.rawValue
  }

  private func line(_ name: WireName) -> String? {
    MessageSummary.of(name).map { language == .zh ? $0.zh : $0.en }
  }

  /// What a fact says beside its name; nil where the name says it already.
  func value(_ value: FactValue, of what: String) -> String? {
    switch value {
    case .flag(true): nil
    case .flag(false): language == .zh ? "否" : "no"
    case .money(let money): language == .zh ? "\(money) 元" : "\(money) yuan"
    case .area(let area): "\(area) m²"
    case .share(let share): share.percentage
    case .code(let code): worded(code, of: FactKey(rawValue: what))
    case .count, .date: value.text
    }
  }

  /// The codes with a meaning of their own; the others are numbers of plans, and stand as they are.
  private func worded(_ code: String, of fact: FactKey?) -> String {
    let words: (zh: String, en: String)? =
      switch fact {
      case .eligibility: EligibilityStanding.allCases.first { $0.factCode == code }.map(FactWords.words)
      case .poolBatch: PoolBatch(rawValue: code).map(FactWords.words)
      default: nil
      }
    return words.map { language == .zh ? $0.zh : $0.en } ?? code
  }

  private static func words(_ standing: EligibilityStanding) -> (zh: String, en: String) {
    switch standing {
    case .priority: ("优先改造", "priority")
    case .exceptionCandidate: ("可按例外申请", "may apply as an exception")
    case .review: ("须人工判断", "for a person to decide")
    case .notEligible: ("不在范围", "not eligible")
    case .excluded: ("排除在外", "excluded")
    }
  }

  private static func words(_ batch: PoolBatch) -> (zh: String, en: String) {
    switch batch {
    case .implement: ("实施一批", "to be carried out")
    case .plan: ("谋划一批", "to be planned")
    case .reserve: ("储备一批", "in reserve")
    }
  }
}
