import DomainModel

/// One rule of a gate: an id and a pure function over what is known of a project.
public protocol Rule: Sendable {
  var id: RuleID { get }
  /// The facts it consults, for the overview of what a gate waits for.
  var consults: [FactKey] { get }
  func finding(under rule: GateRule, in circumstances: Circumstances) -> Finding
}

/// A rule that asks for one flag: the step it names was taken, on or before the day of the next one.
struct FlagHolds: Rule {
  let id: RuleID
  let fact: FactKey
  /// A step complete at the end of its day opens the next one the day after (a posting period); most open the same day.
  var opensNextDay = false

  var consults: [FactKey] { [fact] }

  func finding(under rule: GateRule, in circumstances: Circumstances) -> Finding {
    guard let known = circumstances.facts[fact] else { return rule.unknown(fact) }
    var result = Finding.Result.satisfied
    if known.value != .flag(true) || known.isInQuestion { result = .violated }
    if opensNextDay ? known.on >= circumstances.on : known.on > circumstances.on { result = .violated }
    return rule.finding(
      result,
      [NamedValue("holds", known.value), NamedValue("since", .date(known.on)), NamedValue("on", .date(circumstances.on))]
        + (known.isInQuestion ? [NamedValue("in-question", .flag(true))] : []),
      [known.source])
  }
}

/// A rule whose whole test is written out in the registry.
struct Judged: Rule {
  let id: RuleID
  let consults: [FactKey]
  let judge: @Sendable (GateRule, Circumstances) -> Finding

  func finding(under rule: GateRule, in circumstances: Circumstances) -> Finding { judge(rule, circumstances) }
}

extension Circumstances {
  /// Whether a gate may count on a fact: it is not in question, and not dated after the step.
  func counts(_ fact: Fact?) -> Bool {
    guard let fact else { return false }
    return !fact.isInQuestion && fact.on <= on
  }

  /// The same of a flag that must be true.
  func holds(_ flag: Fact?) -> Bool { flag?.value == .flag(true) && counts(flag) }

  /// What a finding says when one of its facts is in question.
  func doubts(_ facts: Fact?...) -> [NamedValue] {
    facts.contains { $0?.isInQuestion == true } ? [NamedValue("in-question", .flag(true))] : []
  }
}

extension GateRule {
  /// A finding of this rule, with its force, article and origin.
  public func finding(_ result: Finding.Result, _ values: [NamedValue] = [], _ sources: [SourceRef] = []) -> Finding {
    Finding(self.rule, result, force: force, origin: origin, cites: citations, values: values, sources: sources)
  }

  /// The fact has not arrived: the finding says which, and whose word is awaited.
  public func unknown(_ fact: FactKey) -> Finding {
    Finding(
      self.rule, .unknown, force: force, origin: origin, cites: citations,
      values: [NamedValue("fact", .code(fact.rawValue))], awaits: fact.owner)
  }
}
