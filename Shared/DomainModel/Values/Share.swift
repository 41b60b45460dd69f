/// An exact fraction of integers, such as the two thirds of a quorum. Never reduced, never rounded: a tally keeps the
/// counts it was made of.
///
/// On the wire `"2/3"`.
public struct Share: Hashable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  /// - Throws: `ArithmeticFault` when negative or when the denominator is zero.
  public init(_ numerator: Int64, of denominator: Int64) throws(ArithmeticFault) {
    guard numerator >= 0, denominator >= 0 else { throw .negative }
    guard denominator > 0 else { throw .divisionByZero }
    self.numerator = numerator
    self.denominator = denominator
  }

  init(unchecked numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static let whole = Share(unchecked: 1, 1)

  /// - Throws: `ValueFault` unless the text is two whole numbers with a slash between them.
  public init(_ text: String) throws(ValueFault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let top = Share.digits(parts[0]), let bottom = Share.digits(parts[1]), bottom > 0 else {
      throw ValueFault(expected: "a fraction such as 2/3")
    }
    self.init(unchecked: top, bottom)
  }

  private static func digits(_ text: Substring) -> Int64? {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    guard text == "0" || !text.hasPrefix("0") else { return nil }
    return Int64(text)
  }

  /// Whether `part` of `total` is at least this share, by cross-multiplication. The bound counts as reached (不少于, 以上),
  /// and a test over nothing is not met.
  public func isReached(by part: Int64, of total: Int64) -> Bool {
    total > 0 && Int128(part) * Int128(denominator) >= Int128(total) * Int128(numerator)
  }

  /// The least whole count out of `total` that reaches this share.
  public func least(of total: Int64) -> Int64 {
    let product = Int128(total) * Int128(numerator)
    return Int64(truncatingIfNeeded: (product + Int128(denominator) - 1) / Int128(denominator))
  }

  /// For people: a percentage cut (never rounded up) to two places. It decides nothing.
  public var percentage: String {
    let hundredths = Int128(numerator) * 10_000 / Int128(denominator)
    return DecimalText.text(Int64(truncatingIfNeeded: hundredths)) + "%"
  }
}

extension Share: CustomStringConvertible {
  public var description: String { "\(numerator)/\(denominator)" }
}

extension Share: WireText {
  public static var schema: Schema {
    .string(pattern: "^(0|[1-9][0-9]{0,14})/[1-9][0-9]{0,14}$", maxLength: 31, description: "an exact fraction")
  }
  public static var sample: Share { Share(unchecked: 2, 3) }
}
