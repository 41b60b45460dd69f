extension Identifier where Kind == DivisionKind {
  /// The digits that all divisions in this one begin with: a code that ends in `00` is a prefecture with its counties, one
  /// that ends in `0000` a province (GB/T 2260).
  public var stem: String {
    var stem = rawValue[...]
    while stem.hasSuffix("00") { stem = stem.dropLast(2) }
    return String(stem)
  }

  /// Whether a division lies in this one, itself included.
  public func contains(_ other: DivisionCode) -> Bool { other.rawValue.hasPrefix(stem) }
}
