/// What one rule found: the rule, the article it rests on, what it looked at and what it said.
public struct Finding: Codable, Hashable, Sendable {
  /// What the rule said.
  public enum Result: String, WireEnum {
    case satisfied
    case violated
    /// A fact the rule needs has not arrived.
    case unknown
    /// Violated, and an office that may do so went past it with a reason.
    case overridden
  }

  /// Whose word the rule is.
  public enum Origin: String, WireEnum {
    /// The pinned edition's document.
    case document
    /// Our own default, where the document is silent (REC).
    case recommended
    /// The parent pack's, shown as advice.
    case parentReference = "parent-reference"
  }

  public let rule: RuleID
  public let result: Result
  public let force: Force
  public let origin: Origin
  public let cites: Listing<Citation, 16>
  /// Inputs and thresholds, by name.
  public let values: Listing<NamedValue, 24>
  /// The events the inputs rest on; a withdrawn one puts the step in question.
  public let sources: Listing<SourceRef, 24>
  /// For `unknown`: the service that would have told.
  public let awaits: ServiceName?

  public init(
    _ rule: RuleID, _ result: Result, force: Force = .blocks, origin: Origin = .document, cites: [Citation],
    values: [NamedValue] = [], sources: [SourceRef] = [], awaits: ServiceName? = nil
  ) {
    self.rule = rule
    self.result = result
    self.force = force
    self.origin = origin
    // Receipts are made by rules, which look at a handful of values: what goes beyond is our fault, and cut here rather
    // than trapped so that a record of the world is never lost for its receipt's length.
    self.cites = Listing(capped: cites)
    self.values = Listing(capped: values)
    self.sources = Listing(capped: sources)
    self.awaits = awaits
  }

  /// Whether this finding stops the step it guards.
  public var stops: Bool { force != .advises && (result == .violated || result == .unknown) }
}

extension Listing {
  /// The first `max` of `items`, for lists that the program itself makes.
  public init(capped items: [Element]) {
    self.items = Array(items.prefix(max))
  }
}
