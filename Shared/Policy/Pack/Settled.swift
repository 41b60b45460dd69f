import DomainModel

/// What applies for a parameter, and by whose word.
public enum Settled<Value: Sendable & Hashable>: Hashable, Sendable {
  /// The city's document says so.
  case document(Value, [Citation])
  /// The document is silent; this is our default.
  case recommended(Value, Recommendation)
  /// The document is silent and we hold no default: a person decides.
  case open

  public var value: Value? {
    switch self {
    case .document(let value, _), .recommended(let value, _): value
    case .open: nil
    }
  }

  /// For findings: whose word the value is.
  public var origin: Finding.Origin {
    switch self {
    case .document: .document
    case .recommended, .open: .recommended
    }
  }

  /// For findings: the articles, or the path of our default.
  public var citations: [Citation] {
    switch self {
    case .document(_, let citations): citations
    case .recommended(_, let why): [Citation(instrument: Recommendation.instrument, article: why.path)]
    case .open: []
    }
  }
}
