/// Decimal strings with exactly two places, the wire form of money and area: digits, a point, two digits, no sign, no
/// leading zero, at most 13 digits before the point.
enum DecimalText {
  static let pattern = "^(0|[1-9][0-9]{0,12})\\.[0-9]{2}$"

  /// The number of hundredths, or nil when the text has another shape.
  static func hundredths(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, bytes.count <= 16, bytes[bytes.count - 3] == UInt8(ascii: ".") else { return nil }
    if bytes[0] == UInt8(ascii: "0"), bytes.count > 4 { return nil }
    var value: Int64 = 0
    for (index, byte) in bytes.enumerated() where index != bytes.count - 3 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  static func text(_ hundredths: Int64) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
