import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Counting working days")
struct WorkCalendarTests {
  private let calendar: WorkCalendar

  init() throws {
    calendar = try PackFolder.calendar()
  }

  @Test(
    "ends a period as the domain's table says",
    arguments: [
      ("2024-03-04", 5, "2024-03-11"), ("2024-03-04", 7, "2024-03-13"),
      ("2024-09-26", 5, "2024-10-09"), ("2024-09-26", 7, "2024-10-11"),
    ])
  func table(row: (posted: String, days: Int, last: String)) throws {
    let period = try calendar.period(of: row.days, after: BusinessDate(row.posted))
    #expect(period.last.description == row.last)
    #expect(period.counted.count == row.days)
    #expect(period.opensOn == period.last.adding(days: 1))
    #expect(try calendar.workingDays(after: BusinessDate(row.posted), through: period.last) == row.days)
    #expect(try calendar.workingDays(after: BusinessDate(row.posted), through: period.last.adding(days: -1)) == row.days - 1)
  }

  @Test("tells which days it passed over and why")
  func trail() throws {
    let period = try calendar.period(of: 5, after: BusinessDate("2024-09-26"))
    #expect(period.counted.map(\.description) == ["2024-09-27", "2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09"])
    #expect(period.madeUp.map(\.description) == ["2024-09-29"])
    #expect(period.skipped.map(\.zh).first == "2024-09-28 周末")
    #expect(period.skipped.map(\.en).last == "2024-10-07 National Day")
    #expect(period.skipped.count == 8)
    #expect(period.calendarDays == 13)
  }

  @Test("an empty period ends on the posting day")
  func none() throws {
    let day = BusinessDate("2024-03-04")
    #expect(try calendar.period(of: 0, after: day).last == day)
    #expect(try calendar.workingDays(after: day, through: day) == 0)
  }

  @Test(
    "has each year's days off, worked weekends and working days",
    arguments: [
      (2020, 30, 6, 249), (2021, 31, 7, 250), (2022, 31, 7, 249), (2023, 27, 7, 249), (2024, 28, 8, 251),
      (2025, 28, 5, 248), (2026, 33, 6, 248),
    ])
  func totals(row: (year: Int, off: Int, worked: Int, working: Int)) throws {
    let year = try #require(calendar.years[row.year])
    #expect(year.holidays.map { $0.until.days(since: $0.from) + 1 }.reduce(0, +) == row.off)
    #expect(year.makeUpWorkdays.count == row.worked)
    #expect(year.notices.allSatisfy { $0.number.hasPrefix("国办发明电〔") && $0.number.hasSuffix("号") })
    var working = 0
    var day = try BusinessDate(year: row.year, month: 1, day: 1)
    while day.year == row.year {
      if try calendar.isWorkingDay(day) { working += 1 }
      day = day.adding(days: 1)
    }
    #expect(working == row.working)
  }

  @Test(
    "knows the days that a plain week gets wrong",
    arguments: [
      ("2020-01-31", false), ("2020-02-01", false), ("2020-02-02", false), ("2020-02-03", true), ("2020-01-19", true),
      ("2022-12-31", false), ("2023-01-02", false), ("2023-12-30", false), ("2024-02-09", true), ("2024-02-18", true),
      ("2025-01-28", false), ("2026-01-04", true), ("2026-02-23", false), ("2026-10-10", true),
    ])
  func days(row: (day: String, works: Bool)) throws {
    #expect(try calendar.isWorkingDay(BusinessDate(row.day)) == row.works)
  }

  @Test("never guesses about a year without notice")
  func unknown() throws {
    #expect(throws: CalendarNotKnown(year: 2019)) { try calendar.isWorkingDay(BusinessDate("2019-12-31")) }
    #expect(throws: CalendarNotKnown(year: 2027)) { try calendar.isWorkingDay(BusinessDate("2027-01-01")) }
    #expect(throws: CalendarNotKnown(year: 2027)) { try calendar.period(of: 7, after: BusinessDate("2026-12-28")) }
    #expect(try calendar.period(of: 3, after: BusinessDate("2026-12-28")).last.description == "2026-12-31")
    #expect(CalendarNotKnown(year: 2027).zh.contains("2027"))
  }

  @Test("takes a posting day of an unknown year, since it is not counted")
  func postedBefore() throws {
    #expect(try calendar.period(of: 1, after: BusinessDate("2019-12-31")).last.description == "2020-01-02")
    #expect(throws: CalendarNotKnown(year: 2019)) { try calendar.period(of: 1, after: BusinessDate("2019-12-30")) }
  }
}
