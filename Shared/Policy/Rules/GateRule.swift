import DomainModel

/// A rule as a pack's gate names it: which rule, with what force, on which article, with what parameters.
public struct GateRule: Hashable, Sendable {
  public let rule: RuleID
  public let force: Force
  public let cites: [Citation]
  /// `document` for the pack's own gates, `recommended` for ours where the document is silent.
  public let origin: Finding.Origin
  public let parameters: [String: String]

  public init(
    rule: RuleID, force: Force, cites: [Citation], origin: Finding.Origin = .document, parameters: [String: String] = [:]
  ) {
    self.rule = rule
    self.force = force
    self.cites = cites
    self.origin = origin
    self.parameters = parameters
  }
}

/// What a gate's rules look at.
public struct Circumstances: Sendable {
  public let facts: ProjectFacts
  /// The business date of the step.
  public let on: BusinessDate

  public init(facts: ProjectFacts, on: BusinessDate) {
    self.facts = facts
    self.on = on
  }
}
