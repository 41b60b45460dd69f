import DomainModel
import Testing

@testable import Policy

@Suite("Rules of works: major changes and warranty days")
struct WorksRulesTests {
  @Test("a change is major only above the share", arguments: [
    ("999999.99", false), ("1000000.00", false), ("1000000.01", true), ("0.00", false),
  ] as [(Money, Bool)])
  func share(_ difference: Money, _ major: Bool) {
    let terms = MajorChange(investmentOver: "10/100", anyItemAddedOrRemoved: true)
    #expect(terms.isMajor(difference: difference, approved: "10000000.00", itemsChanged: false) == major)
  }

  @Test("an added or removed item is major where it counts")
  func items() {
    let counts = MajorChange(investmentOver: "10/100", anyItemAddedOrRemoved: true)
    let doesNot = MajorChange(investmentOver: "10/100", anyItemAddedOrRemoved: false)
    #expect(counts.isMajor(difference: .zero, approved: "100.00", itemsChanged: true))
    #expect(!doesNot.isMajor(difference: .zero, approved: "100.00", itemsChanged: true))
  }

  @Test("the largest amounts are compared without overflow")
  func largest() throws {
    let share = try Share(999_999_999_999_999, of: 999_999_999_999_998)
    let terms = MajorChange(investmentOver: share, anyItemAddedOrRemoved: false)
    let largest = try Money(fen: Money.largest)
    #expect(!terms.isMajor(difference: largest, approved: largest, itemsChanged: false))
  }

  @Test("a warranty ends on the same day of the year, and on 28 February after a 29th", arguments: [
    ("2025-04-10", 5, "2030-04-10"), ("2024-02-29", 2, "2026-02-28"), ("2024-02-29", 4, "2028-02-29"),
    ("2023-02-28", 1, "2024-02-28"),
  ] as [(BusinessDate, Int, BusinessDate)])
  func lastDay(_ accepted: BusinessDate, _ years: Int, _ last: BusinessDate) {
    #expect(WarrantyDays.last(years: years, from: accepted) == last)
  }

  @Test("beyond the calendar there is no last day")
  func beyond() {
    #expect(WarrantyDays.last(years: 100, from: "2150-01-01") == nil)
  }

  @Test("our defaults give five and two years, seasons, and the life in the design")
  func periods() throws {
    let law = try #require(PackFolder.library().edition("yueqing", "2024-1"))
    let settled = law.settled(\.handover.warrantyPeriods)
    #expect(settled.origin == .recommended)
    let days = Dictionary(
      uniqueKeysWithValues: (settled.value ?? []).map { ($0.item.code.rawValue, $0.item.lastDay(from: "2025-04-10")) })
    #expect(days["waterproofing"] == .some("2030-04-10"))
    #expect(days["pipes-and-equipment"] == .some("2027-04-10"))
    #expect(days["heating-and-cooling"] == .some(nil))
    #expect(days["structure"] == .some(nil))
  }
}
