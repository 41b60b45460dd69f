/// A calendar day at the office (Asia/Shanghai), the only time a rule looks at. On the wire `2024-03-01`.
public struct BusinessDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  public let dayNumber: Int32

  /// - Throws: `ValueFault` for a day that does not exist or a year outside 1900 to 2199.
  public init(year: Int, month: Int, day: Int) throws(ValueFault) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= BusinessDate.length(ofMonth: month, year: year)
    else { throw BusinessDate.fault }
    dayNumber = BusinessDate.number(year, month, day)
  }

  init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// - Throws: `ValueFault` unless the text is an existing day written `2024-03-01`.
  public init(_ text: String) throws(ValueFault) {
    // The bytes are walked, not copied into an array: this runs for every date of every message.
    guard text.utf8.count == 10 else { throw BusinessDate.fault }
    var parts = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { throw BusinessDate.fault }
        continue
      }
      guard byte >= 48, byte <= 57 else { throw BusinessDate.fault }
      let digit = Int(byte - 48)
      switch place {
      case 0..<4: parts.0 = parts.0 * 10 + digit
      case 5..<7: parts.1 = parts.1 * 10 + digit
      default: parts.2 = parts.2 * 10 + digit
      }
    }
    try self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  private static let fault = ValueFault(expected: "an existing day between 1900 and 2199, such as 2024-03-01")

  public static func < (left: BusinessDate, right: BusinessDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The day `days` later (earlier when negative).
  public func adding(days: Int) -> BusinessDate {
    BusinessDate(dayNumber: dayNumber + Int32(clamping: days))
  }

  /// The same day `years` later; 29 February becomes 28 February in a common year.
  public func adding(years: Int) throws(ValueFault) -> BusinessDate {
    let day = min(self.day, BusinessDate.length(ofMonth: month, year: year + years))
    return try BusinessDate(year: year + years, month: month, day: day)
  }

  /// Whole days from `other` to this one; negative when this one is earlier.
  public func days(since other: BusinessDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int {
    let index = (Int(dayNumber) + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  // Civil-from-days over 400-year eras, with years that begin in March so that the leap day comes last.
  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension BusinessDate: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = parts
    guard (1000...9999).contains(year) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    // Written digit by digit: every ballot names some days, and joining strings costs ten times as much.
    return String(unsafeUninitializedCapacity: 10) { text in
      text.put(year, digits: 4, at: 0)
      text[4] = UInt8(ascii: "-")
      text.put(month, digits: 2, at: 5)
      text[7] = UInt8(ascii: "-")
      text.put(day, digits: 2, at: 8)
      return 10
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes the last `digits` decimal digits of a number that is not negative.
  func put(_ number: Int, digits: Int, at start: Int) {
    var rest = number
    for place in (start..<(start + digits)).reversed() {
      self[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
  }
}

extension BusinessDate: WireText {
  public static var schema: Schema {
    .string(pattern: "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", maxLength: 10, format: "date")
  }
  public static var sample: BusinessDate { BusinessDate(dayNumber: 19_783) }
}
