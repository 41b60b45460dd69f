/// One setting of a service: its key, what it holds, what holds when it is left out, and why one would change it.
public struct Setting: Sendable {
  public enum Kind: String, Sendable {
    case text
    case path
    case whole
  }

  public let key: String
  public let kind: Kind
  /// None for a setting that must be given.
  public let fallback: String?
  public let explanation: String
  /// What a whole number may be.
  public let bounds: ClosedRange<Int>

  public init(
    _ key: String, _ kind: Kind, fallback: String?, within bounds: ClosedRange<Int> = 0...Int.max, _ explanation: String
  ) {
    self.bounds = bounds
    self.key = key
    self.kind = kind
    self.fallback = fallback
    self.explanation = explanation
  }
}
