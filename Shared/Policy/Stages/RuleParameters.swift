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
