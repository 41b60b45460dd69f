/// Where a rule stands: the key of an instrument that the pack lists, and the article in it. On the wire `"plan 3.3"`.
public struct Citation: Hashable, Sendable {
  /// The pack's short key of the document, `plan`.
  public let instrument: String
  /// The article as the domain cites it, `3.3` for 三(三), `5.2.1`, `annex-3`.
  public let article: String

  public init(instrument: String, article: String) {
    self.instrument = instrument
    self.article = article
  }
}

extension Citation: WireText {
  /// - Throws: `ValueFault` unless the text is a key, one space and an article.
  public init(_ text: String) throws(ValueFault) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, IdentifierText.isSlug(String(parts[0]), count: 1...40), (1...40).contains(parts[1].count),
      parts[1].unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw ValueFault(expected: "an instrument and an article, such as plan 3.3") }
    self.init(instrument: String(parts[0]), article: String(parts[1]))
  }

  public var description: String { "\(instrument) \(article)" }
  public static var schema: Schema { .string(pattern: "^[a-z0-9][a-z0-9-]* .+$", maxLength: 81) }
  public static var sample: Citation { Citation(instrument: "plan", article: "3.3") }
}
