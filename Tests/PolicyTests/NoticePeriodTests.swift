import DomainModel
import Testing

@testable import Policy

@Suite("How long a notice hangs")
struct NoticePeriodTests {
  /// The two rows of domain §5.1.
  @Test(
    "counts working days after the posting day, with holidays and make-up days",
    arguments: [
      ("2024-03-04", 5, "2024-03-11"), ("2024-03-04", 7, "2024-03-13"),
      ("2024-09-26", 5, "2024-10-09"), ("2024-09-26", 7, "2024-10-11"),
    ] as [(BusinessDate, Int, BusinessDate)])
  func rows(_ posted: BusinessDate, _ minimum: Int, _ last: BusinessDate) throws {
    let period = NoticePeriod(postedOn: posted, minimum: minimum, calendar: try PackFolder.calendar())
    #expect(period.earliestLastDay == last)
    #expect(period.countedDays.count == minimum)
    #expect(period.countedDays.first.map { $0 > posted } == true)
  }

  @Test("names the days it counted, so that it can be checked by hand")
  func arithmetic() throws {
    let period = NoticePeriod(postedOn: "2024-09-26", minimum: 5, calendar: try PackFolder.calendar())
    let days: [BusinessDate] = ["2024-09-27", "2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09"]
    #expect(period.countedDays == days)
    #expect(period.arithmetic.contains(NamedValue("day-2", .date("2024-09-29"))))
    #expect(period.arithmetic.contains(NamedValue("earliest-last-day", .date("2024-10-09"))))
  }

  @Test("is reached at the end of the last counted day, and not the day before")
  func bothSides() throws {
    let edition = try PackFolder.yueqing()
    let rule = try #require(edition.gate(of: "voting.close-notice").first { $0.rule == "notice.minimum-reached" })
    let period = NoticePeriod(postedOn: "2024-03-04", minimum: 7, calendar: try PackFolder.calendar())
    #expect(period.minimumReached(by: "2024-03-12", under: rule).result == .violated)
    #expect(period.minimumReached(by: "2024-03-13", under: rule).result == .satisfied)
    #expect(period.minimumReached(by: "2024-03-14", under: rule).result == .satisfied)
  }

  @Test("is not known while a year it needs is not published")
  func unknownYear() throws {
    let calendar = try PackFolder.calendar()
    let beyond = try #require(calendar.years.keys.max()) + 1
    let posted = try BusinessDate(year: beyond - 1, month: 12, day: 28)
    let period = NoticePeriod(postedOn: posted, minimum: 7, calendar: calendar)
    #expect(period.unknownYear == beyond)
    #expect(period.earliestLastDay == nil)
    #expect(period.arithmetic.contains(NamedValue("unknown-year", .count(Int64(beyond)))))
  }

  @Test("is free where the rules set no minimum")
  func noMinimum() throws {
    let period = NoticePeriod(postedOn: "2024-03-04", minimum: nil, calendar: try PackFolder.calendar())
    #expect(period.length == .free && period.earliestLastDay == nil)
  }
}
