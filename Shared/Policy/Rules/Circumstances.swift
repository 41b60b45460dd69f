import DomainModel

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
