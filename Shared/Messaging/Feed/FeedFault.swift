/// What can be wrong with a feed. Except for `badRequest`, a reader stops at that source and tells an operator.
public enum FeedFault: Error, Sendable, Equatable {
  /// A feed read whose member of that name is out of bounds.
  case badRequest(String)
  /// A line of the page, counted from 1, is neither an event with a sequence nor a skip.
  case badLine(Int)
  /// The events do not follow on: `expected` should have come, `found` did.
  case gap(expected: Int, found: Int)
  /// The chain does not lead to the hash that the source states at that sequence: an event was altered, or hidden.
  case brokenChain(sequence: Int)
  /// The source answered with a code; `.stop` codes among them say that its past is another.
  case answered(code: String, retry: WireRetry?)
}

extension FeedFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badRequest(let name): "The feed read's \(name) is missing or out of bounds."
    case .badLine(let line): "Line \(line) of the page is neither an event nor a skip."
    case .gap(let expected, let found): "Event \(expected) is missing: \(found) came in its place."
    case .brokenChain(let sequence): "The chain is broken at event \(sequence): the source shows another past."
    case .answered(let code, _): "The source answered \(code)."
    }
  }
}
