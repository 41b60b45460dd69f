/// What an event says of its project.
public struct FactStatement: Codable, Hashable, Sendable {
  public let key: FactKey
  public let value: FactValue
  /// The day on which it is so, when that is not the event's own business date.
  public let on: BusinessDate?

  public init(_ key: FactKey, _ value: FactValue, on: BusinessDate? = nil) {
    self.key = key
    self.value = value
    self.on = on
  }
}

/// A fact as a service knows it, with the event it rests on.
public struct Fact: Codable, Hashable, Sendable {
  public let value: FactValue
  public let on: BusinessDate
  public let source: SourceRef
  /// Taken back by its owner; what rests on it is in question.
  public var isWithdrawn: Bool
  /// It stands, but rests itself on something that was withdrawn.
  public var isInQuestion: Bool

  public init(
    value: FactValue, on: BusinessDate, source: SourceRef, isWithdrawn: Bool = false, isInQuestion: Bool = false
  ) {
    self.value = value
    self.on = on
    self.source = source
    self.isWithdrawn = isWithdrawn
    self.isInQuestion = isInQuestion
  }
}

/// What is known of one project, by all five services alike: the values that gates consult.
public struct ProjectFacts: Codable, Hashable, Sendable {
  public let project: ProjectID
  private var facts: [String: Fact]

  public init(project: ProjectID) {
    self.project = project
    facts = [:]
  }

  /// The fact, unless it is unknown or was withdrawn.
  public subscript(key: FactKey) -> Fact? {
    guard let fact = facts[key.rawValue], !fact.isWithdrawn else { return nil }
    return fact
  }

  /// Every fact ever stated and not replaced, withdrawn ones too, in the order of the closed list.
  public var all: [(key: FactKey, fact: Fact)] {
    FactKey.allCases.compactMap { key in facts[key.rawValue].map { (key, $0) } }
  }

  /// What is so now, in the place of what was stated before.
  public mutating func state(_ key: FactKey, _ fact: Fact) {
    facts[key.rawValue] = fact
  }

  /// Marks what rests directly on `source`.
  public mutating func withdraw(_ source: SourceRef) {
    for (key, fact) in facts where fact.source == source { facts[key]?.isWithdrawn = true }
  }

  /// Marks or clears what was stated by `source` as resting on something withdrawn.
  public mutating func question(_ source: SourceRef, _ isInQuestion: Bool) {
    question(isInQuestion) { $0 == source }
  }

  /// Marks or clears what was stated by these sources as resting on something withdrawn.
  public mutating func question(_ isInQuestion: Bool, _ isStatedBy: (SourceRef) -> Bool) {
    for (key, fact) in facts where isStatedBy(fact.source) { facts[key]?.isInQuestion = isInQuestion }
  }

  /// Whether a flag is known and true.
  public func holds(_ key: FactKey) -> Bool {
    self[key]?.value == .flag(true)
  }
}
