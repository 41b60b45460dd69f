import DomainModel
import Policy
import Testing

@Suite("The deadline of the annual plan (plan 3.4)")
struct AnnualPlanDeadlineTests {
  let edition: Edition

  init() throws { edition = try PackFolder.yueqing() }

  @Test(
    "is 31 May of the year before, that day included",
    arguments: [
      ("2024-05-30", Finding.Result.satisfied), ("2024-05-31", .satisfied), ("2024-06-01", .violated),
      ("2023-12-31", .satisfied), ("2025-01-01", .violated),
    ] as [(BusinessDate, Finding.Result)])
  func bound(day: BusinessDate, result: Finding.Result) {
    let finding = AnnualPlanDeadline.finding(forPlanYear: 2025, on: day, under: edition, isExcused: false)
    #expect(finding.result == result)
    #expect(finding.force == .overridable)
    #expect(finding.cites.items == ["plan 3.4"])
  }

  @Test("a reason of the city government excuses a late plan, and nothing else")
  func excused() {
    #expect(
      AnnualPlanDeadline.finding(forPlanYear: 2025, on: "2024-06-01", under: edition, isExcused: true).result
        == .overridden)
    #expect(
      AnnualPlanDeadline.finding(forPlanYear: 2025, on: "2024-05-31", under: edition, isExcused: true).result
        == .satisfied)
  }
}
