/// An amount of yuan (人民币), held as whole fen. Never negative: what is owed the other way is another account's money.
///
/// On the wire a decimal string with two places, `"1080000.00"`.
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of a yuan.
  public let fen: Int64

  public static let zero = Money(unchecked: 0)
  /// The largest amount the wire form can hold: 9,999,999,999,999.99 yuan.
  public static let largest: Int64 = 999_999_999_999_999

  /// - Throws: `ArithmeticFault` when `fen` is negative or beyond `largest`.
  public init(fen: Int64) throws(ArithmeticFault) {
    guard fen >= 0 else { throw .negative }
    guard fen <= Money.largest else { throw .overflow }
    self.fen = fen
  }

  init(unchecked fen: Int64) {
    self.fen = fen
  }

  /// - Throws: `ValueFault` unless the text has the wire form.
  public init(_ text: String) throws(ValueFault) {
    guard let fen = DecimalText.hundredths(text) else {
      throw ValueFault(expected: "an amount of yuan with two places, such as 1080000.00")
    }
    self.fen = fen
  }

  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// - Throws: `ArithmeticFault.overflow` beyond `largest`.
  public func adding(_ other: Money) throws(ArithmeticFault) -> Money {
    try Money(fen: fen + other.fen)
  }

  /// - Throws: `ArithmeticFault.negative` when `other` is the larger.
  public func subtracting(_ other: Money) throws(ArithmeticFault) -> Money {
    try Money(fen: fen - other.fen)
  }

  /// What remains after `other`, or zero when `other` is the larger.
  public func reduced(by other: Money) -> Money {
    Money(unchecked: max(0, fen - other.fen))
  }

  /// - Throws: `ArithmeticFault.overflow` beyond `largest`.
  public static func sum(_ amounts: some Sequence<Money>) throws(ArithmeticFault) -> Money {
    var total = Money.zero
    for amount in amounts { total = try total.adding(amount) }
    return total
  }

  /// `share` of this amount, rounded once to the fen, half up.
  public func portion(_ share: Share) throws(ArithmeticFault) -> Money {
    let product = Int128(fen) * Int128(share.numerator) * 2 + Int128(share.denominator)
    let rounded = product / (Int128(share.denominator) * 2)
    guard let whole = Int64(exactly: rounded) else { throw .overflow }
    return try Money(fen: whole)
  }

  /// Splits the amount in proportion to the weights so that the parts sum to it exactly: the whole part for each, the
  /// fen left over to the largest remainders, ties in order.
  ///
  /// - Throws: `ArithmeticFault` when a weight is negative or all are zero.
  public func apportioned(byWeights weights: [Int64]) throws(ArithmeticFault) -> [Money] {
    var total: Int128 = 0
    for weight in weights {
      guard weight >= 0 else { throw .negative }
      total += Int128(weight)
    }
    guard total > 0 else { throw .divisionByZero }
    var parts: [Int64] = []
    var remainders: [(index: Int, rest: Int128)] = []
    var given: Int64 = 0
    for (index, weight) in weights.enumerated() {
      let (quotient, rest) = (Int128(fen) * Int128(weight)).quotientAndRemainder(dividingBy: total)
      let part = Int64(truncatingIfNeeded: quotient)
      parts.append(part)
      remainders.append((index, rest))
      given += part
    }
    remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index }
    for place in 0..<Int(fen - given) { parts[remainders[place].index] += 1 }
    return parts.map { Money(unchecked: $0) }
  }
}

extension Money: CustomStringConvertible {
  public var description: String { DecimalText.text(fen) }
}

extension Money: WireText {
  public static var schema: Schema {
    .string(pattern: DecimalText.pattern, maxLength: 16, description: "yuan with two places")
  }
  public static var sample: Money { Money(unchecked: 108_000_000) }
}
