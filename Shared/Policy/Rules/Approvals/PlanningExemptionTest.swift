import DomainModel

/// Whether planning permits are unnecessary. Never by itself: natural resources must state it in the opinion, both
/// conditions must hold, and the project must be on the simplified route (Yueqing plan 4.1, 4.4; AMB-29, AMB-53; domain
/// §18.4).
public struct PlanningExemptionTest: Sendable {
  /// What is known when it is judged.
  public struct Known: Hashable, Sendable {
    public let isStated: Bool
    public let changesPlanningConditions: Bool
    /// Natural resources' answer; nil when not answered.
    public let touchesImportantStreet: Bool?
    /// Whether the plan holds a façade item; nil when intake has not said.
    public let touchesFacade: Bool?
    /// Whether the simplified route is confirmed; nil when nobody has said yet.
    public let isSimplified: Bool?
    public let sources: [SourceRef]

    public init(
      isStated: Bool, changesPlanningConditions: Bool, touchesImportantStreet: Bool?, touchesFacade: Bool?,
      isSimplified: Bool?, sources: [SourceRef]
    ) {
      self.isStated = isStated
      self.changesPlanningConditions = changesPlanningConditions
      self.touchesImportantStreet = touchesImportantStreet
      self.touchesFacade = touchesFacade
      self.isSimplified = isSimplified
      self.sources = sources
    }
  }

  private let exemption: Provision<PlanningExemption>
  private let simplified: [Citation]

  public init(_ edition: Edition) {
    exemption = edition.stated(\.approvals.planningExemption)
    simplified = edition.stated(\.approvals.simplified).citations
  }

  /// One finding for the sentence, one for each condition, one for the route. The exemption is in effect when all hold.
  public func findings(_ known: Known) -> [Finding] {
    guard let terms = exemption.value else { return [] }
    var findings = [
      finding("planning.exemption-stated", known.isStated ? .satisfied : .violated, [], known)
    ]
    for condition in terms.conditions {
      switch condition {
      case .planningConditionsUnchanged:
        findings.append(
          finding(
            "planning.conditions-unchanged", known.changesPlanningConditions ? .violated : .satisfied,
            [NamedValue("changed", .flag(known.changesPlanningConditions))], known))
      case .noImportantStreetFacade:
        findings.append(importantStreet(known))
      }
    }
    let route = known.isSimplified.map { $0 ? Finding.Result.satisfied : .violated } ?? .unknown
    findings.append(
      Finding(
        "simplified.applicable", route, force: .advises, cites: simplified, sources: known.sources,
        awaits: route == .unknown ? .approvals : nil))
    return findings
  }

  /// A plan without façade works cannot touch an important street's façades; with them, only an answer tells.
  private func importantStreet(_ known: Known) -> Finding {
    let result: Finding.Result =
      switch (known.touchesImportantStreet, known.touchesFacade) {
      case (true, _): .violated
      case (false, _), (nil, false): .satisfied
      case (nil, _): .unknown
      }
    var values: [NamedValue] = []
    if let answer = known.touchesImportantStreet { values.append(NamedValue("important-street", .flag(answer))) }
    if let facade = known.touchesFacade { values.append(NamedValue("facade", .flag(facade))) }
    return finding("planning.no-important-street-facade", result, values, known)
  }

  private func finding(
    _ rule: RuleID, _ result: Finding.Result, _ values: [NamedValue], _ known: Known
  ) -> Finding {
    Finding(
      rule, result, force: .advises, cites: exemption.citations, values: values, sources: known.sources,
      awaits: result == .unknown ? .approvals : nil)
  }

  /// Whether findings of this test amount to an exemption in effect.
  public static func isEffective(_ findings: [Finding]) -> Bool {
    !findings.isEmpty && findings.allSatisfy { $0.result == .satisfied }
  }

  /// The façade question must have an answer where the plan touches a façade, or may (AMB-53).
  public func answerRequired(_ known: Known) -> Finding? {
    guard exemption.value?.conditions.contains(.noImportantStreetFacade) == true, known.touchesImportantStreet == nil,
      known.touchesFacade != false
    else { return nil }
    return Finding(
      "planning.important-street-answered", known.touchesFacade == nil ? .unknown : .violated,
      cites: exemption.citations,
      sources: known.sources, awaits: known.touchesFacade == nil ? .intake : nil)
  }
}
