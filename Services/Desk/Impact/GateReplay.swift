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
    if let again = judgedByStep(rule, recorded) { return again }
    let isSame = old.map { $0.parameters == rule.parameters } ?? false
    if isSame, altered.isDisjoint(with: consults), let recorded { return recorded.under(rule) }
    if let facts, RuleRegistry.rule(rule.rule) != nil {
      return RuleRegistry.finding(under: rule, in: Circumstances(facts: facts, on: receipt.on))
    }
    // A rule that looks at the command itself: what was found stands, what was not asked then is not known.
    return recorded?.under(rule) ?? rule.finding(.unknown)
  }

  /// The rules of steps whose figures stand in the receipt.
  private func judgedByStep(_ rule: GateRule, _ recorded: Finding?) -> Finding? {
    guard let recorded else { return nil }
    func value(_ name: String) -> FactValue? { recorded.values.first { $0.name.rawValue == name }?.value }
    func day(_ name: String) -> BusinessDate? {
      guard case .date(let day)? = value(name) else { return nil }
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
    case "notice.summary-visible":
      guard case .count(let visible)? = value("visible-working-days") else { return nil }
      return rule.finding(
        visible >= Int64(rule.parameters.workingDays ?? 0) ? .satisfied : .violated, recorded.values.items,
        recorded.sources.items)
    case "subsidy.start-in-scope":
      guard let started = day("started") else { return nil }
      guard let scope = law.edition.stated(\.funding.appliesFrom).value else { return rule.finding(.satisfied) }
      let holds = started >= scope.startedOnOrAfter
      let result: Finding.Result = holds ? .satisfied : recorded.result == .overridden ? .overridden : .violated
      return rule.finding(
        result, [NamedValue("started", .date(started)), NamedValue("applies-from", .date(scope.startedOnOrAfter))])
    case StartMonth.reached:
      guard case .flag(let isPilot)? = value("pilot"), let on = day("on") else { return nil }
      return StartMonth(law.edition, facts: facts, isPilot: isPilot).reached(on: on, under: rule)
    case "funds.purpose-allowed":
      guard case .code(let purpose)? = value("purpose") else { return nil }
      let allowed = law.edition.settled(\.funding.purposes).value?.contains { $0.rawValue == purpose } ?? true
      return rule.finding(allowed ? .satisfied : .violated, recorded.values.items)
    case DocumentBands.mergeAllowed:
      return merged(rule, recorded)
    default: return nil
    }
  }

  /// Whether the documents of a receipt may be one under the changed bands.
  private func merged(_ rule: GateRule, _ recorded: Finding) -> Finding? {
    var figures: (investment: Money?, government: Bool?, simplified: Bool?) = (nil, nil, nil)
    var documents: [Identifier<SlugKind>] = []
    for value in recorded.values {
      switch (value.name.rawValue, value.value) {
      case ("investment", .money(let sum)): figures.investment = sum
      case ("government-investment", .flag(let flag)): figures.government = flag
      case ("simplified", .flag(let flag)): figures.simplified = flag
      case ("document", .code(let code)): documents += [try? Identifier<SlugKind>(code)].compactMap { $0 }
      default: break
      }
    }
    guard let investment = figures.investment, let government = figures.government else { return nil }
    return DocumentBands(law.edition).finding(
      merging: documents,
      on: .init(
        investment: investment, isGovernmentInvestment: government, isSimplified: figures.simplified,
        sources: recorded.sources.items)
    ).under(rule)
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
