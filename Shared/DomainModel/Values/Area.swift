/// A floor area, held as whole hundredths of a square metre. On the wire a decimal string with two places, `"78.32"`.
///
/// Exclusive areas (专有部分面积) of the roll and building areas (建筑面积) of the survey are different figures of the same
/// unit; the field that holds one says which.
public struct Area: Hashable, Comparable, Sendable {
  /// Hundredths of a square metre.
  public let hundredths: Int64

  public static let zero = Area(unchecked: 0)

  /// - Throws: `ArithmeticFault` when negative or beyond 13 digits of square metres.
  public init(hundredths: Int64) throws(ArithmeticFault) {
    guard hundredths >= 0 else { throw .negative }
    guard hundredths <= Money.largest else { throw .overflow }
    self.hundredths = hundredths
  }

  init(unchecked hundredths: Int64) {
    self.hundredths = hundredths
  }

  /// - Throws: `ValueFault` unless the text has the wire form.
  public init(_ text: String) throws(ValueFault) {
    guard let hundredths = DecimalText.hundredths(text) else {
      throw ValueFault(expected: "square metres with two places, such as 78.32")
    }
    self.hundredths = hundredths
  }

  public static func < (left: Area, right: Area) -> Bool { left.hundredths < right.hundredths }

  /// - Throws: `ArithmeticFault.overflow` beyond the largest area that can be written.
  public func adding(_ other: Area) throws(ArithmeticFault) -> Area {
    try Area(hundredths: hundredths + other.hundredths)
  }

  /// - Throws: `ArithmeticFault.negative` when `other` is the larger.
  public func subtracting(_ other: Area) throws(ArithmeticFault) -> Area {
    try Area(hundredths: hundredths - other.hundredths)
  }

  /// - Throws: `ArithmeticFault.overflow` beyond the largest area that can be written.
  public static func sum(_ areas: some Sequence<Area>) throws(ArithmeticFault) -> Area {
    var total = Area.zero
    for area in areas { total = try total.adding(area) }
    return total
  }

  /// This area times an amount per square metre, rounded down to the fen.
  public func times(_ perSquareMetre: Money) throws(ArithmeticFault) -> Money {
    let fen = Int128(hundredths) * Int128(perSquareMetre.fen) / 100
    guard let whole = Int64(exactly: fen) else { throw .overflow }
    return try Money(fen: whole)
  }
}

extension Area: CustomStringConvertible {
  public var description: String { DecimalText.text(hundredths) }
}

extension Area: WireText {
  public static var schema: Schema {
    .string(pattern: DecimalText.pattern, maxLength: 16, description: "square metres with two places")
  }
  public static var sample: Area { Area(unchecked: 7_832) }
}
