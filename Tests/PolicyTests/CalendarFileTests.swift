import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("A calendar file")
struct CalendarFileTests {
  private static let year = """
    calendar: china
    years:
      2027:
        notices: [{number: 甲, dated: 2026-11-01}]
        holidays:
          - {from: 2026-12-31, until: 2027-01-02, zh: 元旦, en: New Year}
        makeUpWorkdays: [2027-01-03]

    """

  private func faults(_ texts: String...) -> [PackFault] {
    do throws(PackFaults) {
      _ = try WorkCalendar(files: texts.enumerated().map { ("\($0.offset).yaml", Data($0.element.utf8)) })
      return []
    } catch {
      return error.faults
    }
  }

  @Test("may add years, and reach into the December before")
  func adds() throws {
    let folder = try PolicyFolder.calendars.locate(configured: nil)
    let installed = try Data(contentsOf: folder.appendingPathComponent("china-2020-2026.yaml"))
    let calendar = try WorkCalendar(files: [("a.yaml", installed), ("b.yaml", Data(Self.year.utf8))])
    #expect(try calendar.isWorkingDay(BusinessDate("2026-12-31")) == false)
    #expect(try calendar.kind(of: BusinessDate("2027-01-03")) == .makeUp)
    #expect(calendar.years.count == 8)
  }

  @Test("never redefines a year")
  func redefines() {
    let faults = faults(Self.year, Self.year)
    #expect(faults.map(\.code) == [.repeated])
    #expect(faults.first?.en.contains("0.yaml") == true)
  }

  @Test(
    "is refused where it cannot be right",
    arguments: [
      ("makeUpWorkdays: [2027-01-03]", "makeUpWorkdays: [2027-01-04]", PackFault.Code.wrongValue),
      ("makeUpWorkdays: [2027-01-03]", "makeUpWorkdays: [2027-01-02]", .wrongValue),
      ("makeUpWorkdays: [2027-01-03]", "makeUpWorkdays: [2027-01-03, 2027-01-03]", .wrongValue),
      ("makeUpWorkdays: [2027-01-03]", "makeUpWorkdays: [2028-01-02]", .wrongValue),
      ("from: 2026-12-31, until: 2027-01-02", "from: 2027-01-03, until: 2027-01-02", .wrongOrder),
      ("from: 2026-12-31, until: 2027-01-02", "from: 2028-01-01, until: 2028-01-02", .wrongValue),
      ("notices: [{number: 甲, dated: 2026-11-01}]", "notices: []", .missingCitation),
      ("  2027:", "  next:", .wrongValue),
      ("    makeUpWorkdays: [2027-01-03]\n", "", .missingKey),
    ])
  func refused(change: (old: String, new: String, code: PackFault.Code)) {
    let faults = faults(Self.year.replacingOccurrences(of: change.old, with: change.new))
    #expect(faults.map(\.code) == [change.code])
    #expect((faults.first?.line ?? 0) > 0)
  }

  @Test("is refused where two holidays share a day")
  func overlapping() {
    let text = Self.year.replacingOccurrences(
      of: "en: New Year}\n", with: "en: New Year}\n      - {from: 2027-01-02, until: 2027-01-02, zh: 乙, en: B}\n")
    #expect(faults(text).map(\.code) == [.repeated])
  }
}
