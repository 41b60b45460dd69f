import DomainModel
import Policy

/// Judges one rule of a gate again, as it would have been judged under a changed edition.
struct GateReplay {
  let receipt: Receipt
  /// What the service knew then, with what would be different.
  let facts: ProjectFacts?
  let altered: Set<FactKey>
  let law: Law

  /// - Parameters:
  ///   - old: the rule as it was; nil when the gate did not have it.
  ///   - recorded: what was found then.
  func finding(under rule: GateRule, insteadOf old: GateRule?, _ recorded: Finding?) -> Finding? {
    let consults = RuleRegistry.rule(rule.rule)?.consults ?? []
    let isSame = old.map { $0.parameters == rule.parameters } ?? false
    if isSame, altered.isDisjoint(with: consults), let recorded { return recorded.under(rule) }
    if let facts, RuleRegistry.rule(rule.rule) != nil {
      return RuleRegistry.finding(under: rule, in: Circumstances(facts: facts, on: receipt.on))
    }
    if let again = judgedByStep(rule, recorded) { return again }
    // A rule that looks at the command itself: what was found stands, what was not asked then is not known.
    return recorded?.under(rule) ?? rule.finding(.unknown)
  }

  /// The rules of steps whose figures stand in the receipt.
  private func judgedByStep(_ rule: GateRule, _ recorded: Finding?) -> Finding? {
    guard let recorded else { return nil }
    func day(_ name: String) -> BusinessDate? {
      guard case .date(let day)? = recorded.values.first(where: { $0.name.rawValue == name })?.value else { return nil }
      return day
    }
    switch rule.rule {
    case "notice.minimum-reached":
      guard let posted = day("posted-on"), let last = day("last-day") else { return nil }
      return NoticePeriod(postedOn: posted, minimum: rule.parameters.workingDays, calendar: law.calendar)
        .minimumReached(by: last, under: rule)
    case AnnualPlanDeadline.rule:
      guard case .count(let year)? = recorded.values.first(where: { $0.name.rawValue == "plan-year" })?.value,
        let on = day("on")
      else { return nil }
      return AnnualPlanDeadline.finding(
        forPlanYear: Int(year), on: on, under: law.edition, isExcused: recorded.result == .overridden
      ).under(rule)
    default: return nil
    }
  }

  /// What a finding means for its step: whether the rule is there, how it came out, whether it stops.
  static func effect(_ finding: Finding?) -> [String] {
    guard let finding else { return ["none"] }
    return [finding.result.rawValue, finding.force.rawValue]
  }

  /// `violated, blocks`
  static func told(_ finding: Finding?) -> String {
    guard let finding else { return "no rule" }
    return "\(finding.result.rawValue), \(finding.stops ? "stops" : finding.force.rawValue)"
  }
}

extension Finding {
  /// The same finding under another wording of its rule: its force and articles.
  fileprivate func under(_ rule: GateRule) -> Finding {
    Finding(
      self.rule, result, force: rule.force, origin: rule.origin, cites: rule.citations, values: values.items,
      sources: sources.items, awaits: awaits)
  }
}
