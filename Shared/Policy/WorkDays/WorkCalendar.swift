import DomainModel
import Foundation

/// Which days are working days (工作日), as far as the State Council's notices are installed.
///
/// A year without its notice is not known, and nothing is guessed about it. A notice may reach back into the last days of
/// the December before it; they are then as it says.
public struct WorkCalendar: Sendable {
  /// What a day is, and why.
  public enum DayKind: Hashable, Sendable {
    case weekday
    /// A Saturday or Sunday that is worked.
    case makeUp
    case weekend
    case holiday(CalendarYear.Holiday)

    public var isWorking: Bool {
      switch self {
      case .weekday, .makeUp: true
      case .weekend, .holiday: false
      }
    }
  }

  public let years: [Int: CalendarYear]
  private let holidays: [BusinessDate: CalendarYear.Holiday]
  private let makeUps: Set<BusinessDate>

  /// Reads every file of the folder. Each year stands in one file only.
  ///
  /// - Throws: `PackFaults` with the faults of all files.
  public init(folder: URL) throws(PackFaults) {
    try self.init(files: PolicyFiles.all(in: folder).map { ($0.name, $0.data) })
  }

  init(files: [(name: String, data: Data)]) throws(PackFaults) {
    var faults: [PackFault] = []
    var years: [Int: CalendarYear] = [:]
    var definedIn: [Int: String] = [:]
    for (name, data) in files {
      do throws(PackFaults) {
        let file = try PackLoader.read(
          CalendarFile.self, from: data, file: name, standing: .plain, knownRules: nil
        ) { CalendarChecks(session: $1).run($0) }
        for (key, entry) in file.years {
          guard let year = Int(key) else { preconditionFailure("the checks leave only years") }
          if let first = definedIn[year] {
            faults.append(
              PackFault(
                .repeated, file: name, path: "years.\(year)", zh: "\(year) 年已在 \(first) 中规定；新文件只能增加年份。",
                en: "\(year) stands in \(first) already; a further file may only add years"))
          }
          years[year] = entry
          definedIn[year] = name
        }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw PackFaults(faults) }
    self.years = years
    var holidays: [BusinessDate: CalendarYear.Holiday] = [:]
    for holiday in years.values.flatMap(\.holidays) {
      var day = holiday.from
      while day <= holiday.until {
        holidays[day] = holiday
        day = day.adding(days: 1)
      }
    }
    self.holidays = holidays
    makeUps = Set(years.values.flatMap(\.makeUpWorkdays))
  }

  /// - Throws: `CalendarNotKnown` when the day's year has no notice here.
  public func kind(of day: BusinessDate) throws(CalendarNotKnown) -> DayKind {
    guard years[day.year] != nil else { throw CalendarNotKnown(year: day.year) }
    if let holiday = holidays[day] { return .holiday(holiday) }
    if makeUps.contains(day) { return .makeUp }
    return day.weekday >= 6 ? .weekend : .weekday
  }

  /// - Throws: `CalendarNotKnown` for a year without a file.
  public func isWorkingDay(_ day: BusinessDate) throws(CalendarNotKnown) -> Bool { try kind(of: day).isWorking }

  /// The period of `count` working days after a posting day: the posting day is not counted, and the period is complete
  /// at the end of its last day (民法典 201; domain §5.1). The posting day's own year need not be known.
  public func period(of count: Int, after posting: BusinessDate) throws(CalendarNotKnown) -> WorkingDayPeriod {
    var counted: [BusinessDate] = []
    var skipped: [WorkingDayPeriod.Skipped] = []
    var madeUp: [BusinessDate] = []
    var day = posting
    while counted.count < count {
      day = day.adding(days: 1)
      let kind = try kind(of: day)
      if kind.isWorking {
        counted.append(day)
        if kind == .makeUp { madeUp.append(day) }
      } else {
        skipped.append(.init(day: day, kind: kind))
      }
    }
    return WorkingDayPeriod(posting: posting, last: day, counted: counted, skipped: skipped, madeUp: madeUp)
  }

  /// How many working days lie after `posting` up to and including `day`; none when `day` is not later.
  public func workingDays(after posting: BusinessDate, through day: BusinessDate) throws(CalendarNotKnown) -> Int {
    var count = 0
    var next = posting.adding(days: 1)
    while next <= day {
      if try isWorkingDay(next) { count += 1 }
      next = next.adding(days: 1)
    }
    return count
  }
}

/// A working-day question about a year whose notice is not installed.
public struct CalendarNotKnown: Error, Hashable, Sendable, CustomStringConvertible {
  public let year: Int

  public var zh: String { "尚未安装 \(year) 年的工作日历，请在国务院办公厅通知发布后补充该年文件。" }
  public var description: String {
    "the working days of \(year) are not known; install that year's calendar once its notice is published"
  }
}
