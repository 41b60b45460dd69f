/// A text or number that is not a value of the type it was given for. It names the bound and the shape, never the text.
public struct ValueFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What the type expects, in one English phrase: "1 to 40 characters", "a date such as 2024-03-01".
  public let expected: String

  public init(expected: String) {
    self.expected = expected
  }

  public var description: String { "expected \(expected)" }
}
