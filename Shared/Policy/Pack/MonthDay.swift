import DomainModel

/// A day of every year, such as the deadline of an annual plan. In packs `05-31`.
public struct MonthDay: Hashable, Sendable {
  public let month: Int
  public let day: Int

  /// - Throws: `ValueFault` for a day that not every year has.
  public init(month: Int, day: Int) throws(ValueFault) {
    // Any common year will do: 29 February is not in every year.
    do { _ = try BusinessDate(year: 2001, month: month, day: day) } catch { throw MonthDay.fault }
    self.month = month
    self.day = day
  }

  private init(unchecked month: Int, _ day: Int) {
    self.month = month
    self.day = day
  }

  private static let fault = ValueFault(expected: "a day of every year, such as 05-31")

  /// This day in `year`.
  public func date(in year: Int) throws(ValueFault) -> BusinessDate {
    try BusinessDate(year: year, month: month, day: day)
  }
}

extension MonthDay: CustomStringConvertible {
  public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

extension MonthDay: WireText {
  /// - Throws: `ValueFault` unless the text is written `05-31`.
  public init(_ text: String) throws(ValueFault) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let month = Int(parts[0]), let day = Int(parts[1])
    else { throw MonthDay.fault }
    try self.init(month: month, day: day)
  }

  public static var schema: Schema { .string(pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", maxLength: 5) }
  public static var sample: MonthDay { MonthDay(unchecked: 5, 31) }
}
