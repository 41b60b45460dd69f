import Foundation

/// Ids for new messages: UUID version 7, which sort by the time they were made.
public enum MessageID {
  /// A new UUIDv7: its beginning is the present time, so ids sort as they were made.
  public static func make() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let time = UInt64(Date().timeIntervalSince1970 * 1000)
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: time >> UInt64(8 * (5 - place))) }
    bytes[6] = 0x70 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}
