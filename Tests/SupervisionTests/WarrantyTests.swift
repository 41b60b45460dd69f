import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Warranty")
struct WarrantyTests {
  private func report(_ category: WarrantyCategory) -> ReportWarrantyDefect {
    ReportWarrantyDefect(
      project: Site.project, category: category, what: "屋面渗水", reporter: "p-8", reporterName: "林秀英")
  }

  @Test("covers the last day and not the day after", arguments: [
    (WarrantyCategory.waterproofing, "2030-04-10", WarrantyStanding.within), (.waterproofing, "2030-04-11", .after),
    (.pipesAndEquipment, "2027-04-10", .within), (.pipesAndEquipment, "2027-04-11", .after),
    (.heatingAndCooling, "2026-04-10", .notDated), (.structure, "2040-04-10", .notDated),
    (.other, "2026-04-10", .notDated),
  ] as [(WarrantyCategory, BusinessDate, WarrantyStanding)])
  func bounds(_ category: WarrantyCategory, _ day: BusinessDate, _ standing: WarrantyStanding) throws {
    let site = try Site(today: "2040-12-31")
    try site.accepted(on: "2025-04-10")
    let answer = try site.bench.send(report(category), on: day, as: .ownersBody)
    #expect(answer.standing == standing)
    #expect(answer.origin == .recommended)
  }

  @Test("counted from a 29 February ends on the 28th of a common year")
  func leapDay() throws {
    let site = try Site(today: "2040-12-31")
    try site.started(on: "2027-07-01")
    try site.bench.send(Site.fire(), on: "2028-02-01")
    try site.bench.send(try Site.acceptance(), on: "2028-02-10")
    try site.bench.send(Site.pass, on: "2028-02-29")
    #expect(try site.bench.send(report(.pipesAndEquipment), on: "2030-02-28").standing == .within)
    let after = try site.bench.send(report(.pipesAndEquipment), on: "2030-03-01")
    #expect(after.standing == .after)
    #expect(after.lastDay == "2030-02-28")
    let periods = try site.bench.ask(WarrantyQuery(project: Site.project, asOf: "2030-03-01")).periods
    #expect(periods.first { $0.category == .waterproofing }?.lastDay == "2033-02-28")
    #expect(periods.first { $0.category == .waterproofing }?.running == true)
    #expect(periods.first { $0.category == .pipesAndEquipment }?.running == false)
    #expect(periods.first { $0.category == .structure }?.running == nil)
  }

  @Test("the contractor's own term goes before our default")
  func term() throws {
    let site = try Site(today: "2040-12-31")
    try site.accepted(on: "2025-04-10")
    try site.state([Site.simplified, Site.exempt], on: "2024-05-01")
    try site.bench.send(
      FileCompletion(
        project: Site.project, materials: Site.bothPapers,
        warranty: [WarrantyTerm(category: .waterproofing, years: 8), WarrantyTerm(category: .other, years: 1)]),
      on: "2025-04-20")
    let answer = try site.bench.send(report(.waterproofing), on: "2033-04-10")
    #expect(answer.standing == .within)
    #expect(answer.origin == .document)
    #expect(try site.bench.send(report(.other), on: "2026-04-11").standing == .after)
  }

  @Test("a defect is recorded before acceptance too, and fixed once")
  func notAccepted() throws {
    let site = try Site()
    try site.started()
    let answer = try site.bench.send(report(.waterproofing), on: "2024-09-01")
    #expect(answer.standing == .notAccepted)
    let fix = FixWarrantyDefect(project: Site.project, claim: answer.claim, by: "yueqing-build-3")
    try site.bench.send(fix, on: "2024-09-02")
    #expect(try site.refusal(fix, on: "2024-09-03")?.code == "claim-fixed")
    #expect(
      try site.refusal(
        FixWarrantyDefect(project: Site.project, claim: "330382-2024-0007/W9", by: "b"), on: "2024-09-03")?.code
        == "claim-unknown")
    #expect(try site.bench.ask(WarrantyQuery(project: Site.project)).claims.first?.fixedOn == "2024-09-02")
    #expect(try !site.bench.recordedText().contains("林秀英"))
  }
}
