import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Tender and start of the works")
struct StartTests {
  @Test("a tender waits for the approval documents, and says so")
  func tenderGate() throws {
    let site = try Site()
    let refused = try #require(try site.refusal(Site.tender, on: "2024-06-03"))
    #expect(refused.code == "gate-closed")
    #expect(refused.retry == .later)
    #expect(refused.finding("documents.band-complete")?.articles == ["plan Annex 3"])
    try site.state([Site.documents], on: "2024-06-01")
    try site.bench.send(Site.tender, on: "2024-06-03")
    #expect(try site.facts.holds(.tenderRecorded))
    #expect(try site.facts[.contractSum]?.value == .money("9000000.00"))
  }

  @Test("approval documents dated later than the tender do not open it")
  func tenderTooEarly() throws {
    let site = try Site()
    try site.state([Site.documents], on: "2024-06-04")
    let refused = try #require(try site.refusal(Site.tender, on: "2024-06-03"))
    #expect(refused.stopping == ["documents.band-complete"])
  }

  @Test("a form that the plan does not encourage is told, not refused")
  func tenderForm() throws {
    let site = try Site()
    try site.state([Site.documents], on: "2024-06-01")
    try site.bench.send(
      RecordTender(
        project: Site.project, form: .constructionTender, winner: "b-1", contractSum: "1.00", document: Site.paper),
      on: "2024-06-03")
    let event = try #require(try site.bench.events(TenderRecorded.self).first)
    #expect(event.form == .constructionTender)
  }

  @Test("an earlier date than the tender's is refused")
  func datedBefore() throws {
    let site = try Site()
    try site.contracted()
    #expect(try site.refusal(Site.tender, on: "2024-06-02")?.code == "dated-before")
    #expect(try site.refusal(Site.start, on: "2024-06-02")?.code == "dated-before")
  }

  @Test("the works start with permit, contractors, annual plan and all money")
  func start() throws {
    let site = try Site()
    try site.started()
    #expect(try site.facts.holds(.constructionStarted))
    #expect(try site.works().stage == .underConstruction)
    #expect(try site.refusal(Site.start, on: "2024-07-02")?.code == "works-already-started")
  }

  static let lacking: [(FactKey, RuleID, [String])] = [
    (.constructionPermitIssued, "permit.issued", ["plan 4.5", "plan Annex 3"]),
    (.annualPlanListed, "plan.annual-plan-listed", ["plan 3.4"]),
    (.residentFundsPlanned, "funds.in-place", ["plan 3.4"]),
    (.residentFundsCleared, "funds.in-place", ["plan 3.4"]),
  ]

  @Test("each missing fact refuses the start with its article", arguments: lacking)
  func startWithout(_ key: FactKey, _ rule: RuleID, _ articles: [String]) throws {
    let site = try Site()
    try site.contracted()
    try site.state(Site.startFacts.filter { $0.key != key }, on: "2024-06-10")
    let refused = try #require(try site.refusal(Site.start, on: "2024-07-01"))
    #expect(refused.stopping == [rule])
    #expect(refused.finding(rule)?.articles == articles)
    #expect(refused.retry == .later)
  }

  @Test("the start waits for contractor and supervisor")
  func startWithoutContractors() throws {
    let site = try Site()
    try site.state(Site.startFacts, on: "2024-06-10")
    let refused = try #require(try site.refusal(Site.start, on: "2024-07-01"))
    #expect(refused.stopping == ["contractors.appointed"])
    #expect(refused.finding("contractors.appointed")?.articles == ["plan Annex 3"])
  }

  @Test("one fen short of the resident money refuses the start")
  func oneFenShort() throws {
    let site = try Site()
    try site.contracted()
    try site.state(
      [Site.permit, Site.listed, Site.planned, FactStatement(.residentFundsCleared, .money("1079999.99"))],
      on: "2024-06-10")
    #expect(try site.refusal(Site.start, on: "2024-07-01")?.stopping == ["funds.in-place"])
  }

  @Test("a start before the plan came into force is told for funding", arguments: [
    ("2024-01-04", Finding.Result.violated), ("2024-01-05", .satisfied),
  ] as [(BusinessDate, Finding.Result)])
  func fundingScope(_ day: BusinessDate, _ result: Finding.Result) throws {
    let site = try Site()
    try site.state([Site.documents] + Site.startFacts, on: "2023-12-01")
    try site.bench.send(Site.tender, on: "2023-12-02")
    try site.bench.send(Site.contractor, on: "2023-12-02")
    try site.bench.send(Site.supervisor, on: "2023-12-02")
    try site.bench.send(Site.start, on: day)
    let finding = try site.bench.receiptFinding("subsidy.start-in-scope", of: StartConstruction.name)
    #expect(finding?.result == result)
    #expect(finding?.articles == ["plan 5.2.1", "plan 6"])
  }

  @Test("a missing platform is told at the start, with the plan's article")
  func platform() throws {
    let site = try Site()
    #expect(try site.refusal(SetUpSitePlatform(project: Site.project), on: "2024-06-20")?.code == "channel-missing")
    try site.started()
    let finding = try site.bench.receiptFinding("site.platform-set-up", of: StartConstruction.name)
    #expect(finding?.result == .violated)
    #expect(finding?.articles == ["plan 3.6"])
    try site.bench.send(SetUpSitePlatform(project: Site.project, channels: [.hotline]), on: "2024-07-02")
    #expect(try site.works().platformSince == "2024-07-02")
  }

  @Test("works begun without a permit are never refused and raise a flag")
  func unpermitted() throws {
    let site = try Site()
    let report = try site.bench.send(
      RecordUnpermittedStart(project: Site.project, place: "3幢南侧"), on: "2024-05-01", as: .enforcement)
    #expect(report.lacking.contains("permit.issued"))
    #expect(try site.works().flags.map(\.kind) == [.unpermittedStart])
    #expect(try !site.facts.holds(.constructionStarted))
  }

  @Test("an unpermitted start and an accident are recorded even for a project not heard of")
  func unknownProject() throws {
    let site = try Site()
    try site.bench.send(RecordUnpermittedStart(project: "330382-2024-0099", place: "1幢"), on: "2024-05-01")
    try site.bench.send(
      RecordAccident(
        project: "330382-2024-0099", severity: .injury, place: "1幢", injured: 1, dead: 0, worksStopped: true),
      on: "2024-05-01")
    #expect(try site.refusal(
      RecordTender(project: "330382-2024-0099", form: .epc, winner: "b", contractSum: "1.00", document: Site.paper),
      on: "2024-05-01")?.code == "project-unknown")
  }

  @Test("a suspended project starts nothing, but its accidents are recorded")
  func halted() throws {
    let site = try Site()
    try site.contracted()
    try site.state(Site.startFacts + [FactStatement(.projectSuspended, .flag(true))], on: "2024-06-10")
    #expect(try site.refusal(Site.start, on: "2024-07-01")?.code == "project-halted")
    try site.bench.send(
      RecordAccident(
        project: Site.project, severity: .damage, place: "2幢", injured: 0, dead: 0, worksStopped: false),
      on: "2024-07-01", as: .contractor)
    #expect(try site.works().flags.map(\.severity) == [.damage])
  }
}
