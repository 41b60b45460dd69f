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

  public init(_ key: String, _ kind: Kind, fallback: String?, _ explanation: String) {
    self.key = key
    self.kind = kind
    self.fallback = fallback
    self.explanation = explanation
  }
}
