import Foundation

/// A moment of the wall clock, RFC 3339 in UTC with milliseconds. For records and liveness only; no rule reads it.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The wall clock. Only the outermost layer calls this.
  public static func now() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// The office's calendar day at this moment: Asia/Shanghai, eight hours ahead of UTC all year.
  public var businessDate: BusinessDate {
    BusinessDate(dayNumber: Int32(clamping: (milliseconds + 8 * 3_600_000).flooredQuotient(86_400_000)))
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Int64 {
  fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}

extension Instant: CustomStringConvertible {
  public var description: String {
    let day = BusinessDate(dayNumber: Int32(clamping: milliseconds.flooredQuotient(86_400_000)))
    let rest = Int(milliseconds - milliseconds.flooredQuotient(86_400_000) * 86_400_000)
    return day.description + String(unsafeUninitializedCapacity: 14) { text in
      text[0] = UInt8(ascii: "T")
      text.put(rest / 3_600_000, digits: 2, at: 1)
      text[3] = UInt8(ascii: ":")
      text.put(rest / 60_000 % 60, digits: 2, at: 4)
      text[6] = UInt8(ascii: ":")
      text.put(rest / 1000 % 60, digits: 2, at: 7)
      text[9] = UInt8(ascii: ".")
      text.put(rest % 1000, digits: 3, at: 10)
      text[13] = UInt8(ascii: "Z")
      return 14
    }
  }
}

extension Instant: WireText {
  /// - Throws: `ValueFault` unless the text is UTC with milliseconds, `2024-03-01T02:03:04.567Z`.
  public init(_ text: String) throws(ValueFault) {
    let fault = ValueFault(expected: "an instant such as 2024-03-01T02:03:04.567Z")
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"), bytes[13] == 58,
      bytes[16] == 58, bytes[19] == UInt8(ascii: ".")
    else { throw fault }
    let day = try BusinessDate(String(text.prefix(10)))
    func number(_ from: Int, _ count: Int, below limit: Int64) throws(ValueFault) -> Int64 {
      var value: Int64 = 0
      for index in from..<(from + count) {
        guard bytes[index] >= 48, bytes[index] <= 57 else { throw fault }
        value = value * 10 + Int64(bytes[index] - 48)
      }
      guard value < limit else { throw fault }
      return value
    }
    let hours = try number(11, 2, below: 24)
    let minutes = try number(14, 2, below: 60)
    let seconds = try number(17, 2, below: 60)
    let rest = try number(20, 3, below: 1000)
    milliseconds =
      Int64(day.dayNumber) * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + rest
  }

  public static var schema: Schema {
    .string(pattern: "^[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z$", maxLength: 24, format: "date-time")
  }
  public static var sample: Instant { Instant(milliseconds: 1_709_258_584_567) }
}
