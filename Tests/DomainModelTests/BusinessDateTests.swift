import DomainModel
import Testing

@Suite("A business date")
struct BusinessDateTests {
  @Test(
    "is refused where there is no such day", arguments: ["", "2024", "2024-3-1", "2024-03-1", "24-03-01", "2024/03/01",
      "2024-00-10", "2024-13-01", "2024-01-00", "2024-01-32", "2024-04-31", "2023-02-29", "1900-02-29", "2100-02-29", "1899-12-31",
      "2200-01-01", "2024-03-01T00:00:00Z", " 2024-03-01", "２024-03-01", "2024-03-0x"])
  func refused(_ text: String) {
    #expect(throws: ValueFault.self) { try BusinessDate(text) }
  }

  @Test("knows leap years", arguments: [("2024-02-29", "2024-03-01"), ("2000-02-29", "2000-03-01"), ("1900-02-28", "1900-03-01"),
    ("2023-02-28", "2023-03-01"), ("2100-02-28", "2100-03-01"), ("2023-12-31", "2024-01-01")] as [(BusinessDate, BusinessDate)])
  func leapYears(_ day: BusinessDate, _ next: BusinessDate) {
    #expect(day.adding(days: 1) == next)
    #expect(next.adding(days: -1) == day)
    #expect(next.days(since: day) == 1)
    #expect(day < next)
  }

  @Test("goes through every day of three centuries without a gap")
  func everyDay() throws {
    var day: BusinessDate = "1900-01-01"
    var weekday = 1
    #expect(day.weekday == weekday)
    while day.year < 2200 {
      let same = try BusinessDate(year: day.year, month: day.month, day: day.day)
      guard same == day, day.weekday == weekday else {
        Issue.record("\(day) is not itself")
        return
      }
      weekday = weekday % 7 + 1
      day = day.adding(days: 1)
    }
    #expect(day.days(since: "1900-01-01") == 109_573)
  }

  @Test("knows its week day, Monday first", arguments: [("1970-01-01", 4), ("2024-03-01", 5), ("2024-02-29", 4), ("2024-03-03", 7),
    ("2024-03-04", 1), ("1900-01-01", 1), ("1969-12-29", 1)] as [(BusinessDate, Int)])
  func weekdays(_ day: BusinessDate, _ weekday: Int) {
    #expect(day.weekday == weekday)
  }

  @Test("years later is the same day, the last of February where there is no 29th")
  func years() throws {
    #expect(try BusinessDate(given("2024-02-29")).adding(years: 1) == "2025-02-28")
    #expect(try BusinessDate(given("2024-02-29")).adding(years: 4) == "2028-02-29")
    #expect(try BusinessDate(given("2024-03-01")).adding(years: 2) == "2026-03-01")
    #expect(throws: ValueFault.self) { try BusinessDate(given("2199-03-01")).adding(years: 1) }
  }
}
