import DomainModel

/// What a pack may tell a rule beyond its force: a closed list, so that a misspelt parameter is refused, never ignored.
public struct RuleParameters: Decodable, Hashable, Sendable {
  public let workingDays: Int?
  /// The part of the planned money that must be in place.
  public let ratio: Share?
  /// Whether a pledge must cover the rest.
  public let pledgeForRest: Bool?
  /// The latest day of the year.
  public let monthDay: MonthDay?
  /// The package whose mandatory items must be there.
  public let package: Identifier<SlugKind>?
  /// The rule does not bind when one of these takes the step.
  public let unlessBy: [Role]?
  /// Who may go past an overridable rule, with a reason.
  public let overridableBy: [Role]?
}

extension RuleParameters {
  /// The parameters without which a rule has nothing to compare with.
  static func needed(by rule: RuleID) -> [String] {
    switch rule.rawValue {
    case "funds.in-place": ["ratio"]
    case "notice.minimum-reached", "notice.summary-visible": ["workingDays"]
    case "plan.deadline": ["monthDay"]
    case "application.forms-complete", "declaration.package-complete": ["package"]
    default: []
    }
  }

  /// The names of the parameters that can be needed and are given.
  var given: Set<String> {
    var names: Set<String> = []
    if ratio != nil { names.insert("ratio") }
    if workingDays != nil { names.insert("workingDays") }
    if monthDay != nil { names.insert("monthDay") }
    if package != nil { names.insert("package") }
    return names
  }
}
