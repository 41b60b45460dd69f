import DomainModel
import Testing

@Suite("An instant")
struct InstantTests {
  @Test(
    "belongs to the office's day, eight hours ahead of UTC",
    arguments: [
      ("2024-03-01T00:00:00.000Z", "2024-03-01"), ("2024-03-01T15:59:59.999Z", "2024-03-01"),
      ("2024-03-01T16:00:00.000Z", "2024-03-02"), ("2023-12-31T16:00:00.000Z", "2024-01-01"),
      ("2024-02-28T16:00:00.000Z", "2024-02-29"), ("1969-12-31T15:59:59.999Z", "1969-12-31"),
      ("1969-12-31T16:00:00.000Z", "1970-01-01"),
    ] as [(Instant, BusinessDate)])
  func day(_ instant: Instant, _ day: BusinessDate) {
    #expect(instant.businessDate == day)
  }

  @Test("is read and written the same", arguments: ["2024-03-01T02:03:04.567Z", "1970-01-01T00:00:00.000Z",
    "1969-12-31T23:59:59.001Z", "2199-12-31T23:59:59.999Z"])
  func same(_ text: String) throws {
    #expect(try Instant(text).description == text)
  }

  @Test("is refused in any other form", arguments: ["", "2024-03-01", "2024-03-01T02:03:04Z", "2024-03-01T02:03:04.567+08:00",
    "2024-03-01 02:03:04.567Z", "2024-03-01T24:00:00.000Z", "2024-03-01T02:60:00.000Z", "2024-03-01T02:03:60.000Z",
    "2024-02-30T02:03:04.567Z", "2024-03-01T02:03:04,567Z"])
  func refused(_ text: String) {
    #expect(throws: ValueFault.self) { try Instant(text) }
  }
}
