extension Identifier where Kind == DivisionKind {
  /// Whether a division lies in this one, itself included: a code that ends in `00` is a prefecture with all its counties,
  /// one that ends in `0000` a province (GB/T 2260).
  public func contains(_ other: DivisionCode) -> Bool {
    var stem = rawValue[...]
    while stem.hasSuffix("00") { stem = stem.dropLast(2) }
    return other.rawValue.hasPrefix(stem)
  }
}
