import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("A plan under Tiexi's draft")
struct ItemConditionTests {
  private let bench: Bench
  private let project: ProjectID

  init() throws {
    bench = try Bench(IntakeService.definition, law: .tiexi())
    try bench.upload(.sample)
    let community = try bench.send(
      RegisterCommunity(
        division: "220302", name: "样例小区", address: "样例路1号", subdistrict: "样例街道", residentsCommittee: "样例社区",
        geography: .urbanCore, geographyEvidence: .sample), on: "2020-12-07"
    ).community
    try bench.send(
      RecordSurvey(
        community: community,
        survey: IntakeScene.survey([IntakeScene.building(permit: nil, registered: "5000.00")], on: "2020-12-09")),
      on: "2020-12-09")
    project = try bench.send(
      OpenProject(community: community, title: "样例小区改造", edition: bench.edition), on: "2020-12-16", as: .renovationOffice
    ).project
  }

  private static func line(
    _ code: Text<10>, _ key: CatalogueKey, tier: Tier? = nil
  ) -> CostLine {
    CostLine(code: code, key: key, tier: tier, engineeringCost: "480000.00", isExcluded: false)
  }

  private func plan(_ lines: [CostLine], evidence: [ItemEvidence]? = nil) throws -> RecordPlan {
    RecordPlan(
      project: project, document: .sample, lines: try Listing(lines),
      sharedCosts: SharedCosts(other: .zero, contingency: .zero), socialCapital: .zero, apportionment: .perHousehold,
      governmentInvestment: true,
      papers: PlanPapers(
        fundRaising: .sample, longTermManagement: .sample, itemEvidence: try evidence.map { try Listing($0) }))
  }

  private static let needs: [Identifier<SlugKind>] = [
    "structural-safety-test", "construction-feasible", "residents-agreed", "funds-secured",
  ]

  private func shown(_ needs: [Identifier<SlugKind>], of item: CatalogueKey = "lift") -> [ItemEvidence] {
    needs.map { ItemEvidence(item: item, condition: $0, document: .sample) }
  }

  @Test("holds a lift only with all four of its conditions shown", arguments: needs)
  func lift(_ left: Identifier<SlugKind>) throws {
    let lines = [Self.line("T1.1", "roof-leak"), Self.line("T1.9", "lift")]
    let without = try plan(lines, evidence: shown(Self.needs.filter { $0 != left }))
    let problem = try #require(try bench.refusal(without, on: "2021-01-25"))
    let finding = try #require(problem.findings.first { $0.rule == "plan.item-conditions" })
    #expect(finding.stops && finding.cites.map(\.description) == ["plan 4.1", "plan 4.2", "plan 4.3", "plan 4.4"])
    #expect(finding.values.contains { $0.name == "missing" && $0.value == .code(left.rawValue) })
    #expect(try bench.refusal(try plan(lines, evidence: shown(Self.needs)), on: "2021-01-25") == nil)
  }

  @Test("takes nothing shown for another item for the lift's")
  func otherItem() throws {
    let lines = [Self.line("T1.9", "lift")]
    #expect(
      try bench.refusal(try plan(lines, evidence: shown(Self.needs, of: "road")), on: "2021-01-25")?.code == "gate-closed")
    #expect(try bench.refusal(try plan(lines), on: "2021-01-25")?.code == "gate-closed")
  }

  @Test("has no tiers: a line that names one does not agree with the catalogue")
  func tiers() throws {
    let problem = try bench.refusal(try plan([Self.line("T1.1", "roof-leak", tier: .basic)]), on: "2021-01-25")
    #expect(problem?.code == "catalogue-mismatch" && problem?.pointers == ["/lines/0/tier"])
    #expect(try bench.refusal(try plan([Self.line("T1.1", "roof-leak")]), on: "2021-01-25") == nil)
  }

  @Test("is commissioned by the renovation office once the community is admitted")
  func commission() throws {
    let commission = CommissionScheme(project: project, designer: "d-1", name: "样例设计院", document: .sample)
    let early = try #require(try bench.refusal(commission, on: "2021-01-05", as: .renovationOffice))
    #expect(early.findings.filter(\.stops).map(\.rule) == ["eligibility.not-excluded"])
    #expect(early.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 6.2"])
    let community: CommunityID = "220302-C00001"
    let report = try bench.send(
      AssessEligibility(community: community, edition: bench.edition), on: "2020-12-17", as: .renovationOffice)
    #expect(report.standing == .review && report.mayBeDecided)
    try bench.send(
      DecideEligibilityReview(
        community: community, isAdmitted: true, decidedBy: "p-1", reason: "符合认定标准", evidence: [.sample]),
      on: "2020-12-18", as: .renovationOffice)
    #expect(try bench.refusal(commission, on: "2021-01-05", as: .renovationOffice) == nil)
  }

  @Test("is listed in the year's plan by the housing bureau, without a deadline")
  func annualPlan() throws {
    let adopted = try bench.send(
      AdoptAnnualPlan(
        planYear: PlanYear(division: "220302", year: 2021), projects: [project], document: .sample, overrides: []),
      on: "2021-04-26", as: .housing)
    #expect(adopted.listed == 1 && adopted.deadline == nil && !adopted.isLate)
  }
}
