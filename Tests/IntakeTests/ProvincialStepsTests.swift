import Contracts
import DomainModel
import Intake
import Policy
import ServiceKit
import TestKit
import Testing

/// The steps before design that Sichuan's workflow asks for.
@Suite("Before design in Sichuan")
struct ProvincialStepsTests {
  private let bench: Bench
  private let paper = DocumentHash.sample
  private let year = PlanYear(division: "519901", year: 2022)
  private let period = SpecialPlanPeriod(division: "519901", from: 2021, through: 2025)

  init() throws {
    bench = try Bench(IntakeService.definition, law: try Law.sichuan())
    try bench.upload(paper)
  }

  private func community(reached: Whole<0, 100_000>?) throws -> CommunityID {
    let community = try bench.send(
      RegisterCommunity(
        division: "519901", name: "清江里小区", address: "滨江路9号", subdistrict: "清江街道", residentsCommittee: "滨江社区",
        geography: .urbanCore, geographyEvidence: paper), on: "2021-01-11"
    ).community
    try bench.send(
      RecordSurvey(
        community: community,
        survey: Survey(
          surveyedOn: "2021-01-14", buildings: [IntakeScene.building(year: 1993)], totalFloorArea: "5000.00",
          exclusions: IntakeScene.clear, propertyRightType: .commodity, structuralSafety: .safe,
          population: PopulationProfile(householdsReached: reached), management: PropertyManagement(isProfessional: false))),
      on: "2021-01-15")
    return community
  }

  private func opening(_ community: CommunityID) -> OpenProject {
    OpenProject(community: community, title: "改造项目", edition: bench.edition)
  }

  private func opened() throws -> ProjectID {
    try bench.send(opening(try community(reached: 36)), on: "2021-01-20", as: .housing).project
  }

  /// Applied on 22 March, agreed to on the 29th.
  private func agreed() throws -> ProjectID {
    let project = try opened()
    try bench.state(
      [FactStatement(.willingnessCarried, .flag(true)), FactStatement(.willingnessNoticeClosed, .flag(true))],
      of: project, on: "2021-03-10")
    let community = try bench.ask(ProjectReportQuery(project: project)).community
    try bench.send(
      RegisterSelfGovernance(
        community: community, form: .other, formedOn: "2021-02-01",
        members: [BodyMember(person: "p-1", name: "陈立", phone: nil, post: "组长")], hasPartyBranch: true,
        stampsByResidentsCommittee: false, evidence: [paper]), on: "2021-02-01")
    try bench.send(try IntakeScene.application(project, forms: ["other"]), on: "2021-03-22", as: .ownersBody)
    try bench.send(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), on: "2021-03-29", as: .housing)
    return project
  }

  private func recorded() throws -> ProjectID {
    let project = try agreed()
    let item = try bench.send(RecordInSystem(project: project), on: "2021-04-01", as: .housing)
    try bench.send(
      RecordSystemAnswer(
        project: project, attempt: item.attempt, isAccepted: true, number: "S-1", reasons: nil, document: nil),
      on: "2021-04-02", as: .housing)
    return project
  }

  private func assess(_ project: ProjectID, needed: Bool = true, feasible: Bool = true) -> AssessArea {
    AssessArea(project: project, scope: .contiguous, isNeeded: needed, isFeasible: feasible, document: paper)
  }

  private func compile(_ project: ProjectID) -> CompileSpecialPlan {
    CompileSpecialPlan(period: period, projects: [project], document: paper)
  }

  private func advance(_ stage: SpecialPlanStage, _ departments: Listing<OrganisationID, 30> = []) -> AdvanceSpecialPlan {
    AdvanceSpecialPlan(period: period, stage: stage, departments: departments, document: paper)
  }

  private func batch(_ project: ProjectID, _ batch: PoolBatch) -> AssignBatches {
    AssignBatches(planYear: year, lines: [BatchLine(project: project, batch: batch)], document: paper)
  }

  private func adoption(_ project: ProjectID) -> AdoptAnnualPlan {
    AdoptAnnualPlan(planYear: year, projects: [project], document: paper)
  }

  /// Assessed for money and consented to.
  private func consented(_ project: ProjectID) throws {
    try bench.send(
      AssessFiscalCapacity(
        planYear: year, available: "9.00", projects: [CapacityLine(project: project, amount: "1.00", isConfirmed: true)],
        document: paper), on: "2021-05-10", as: .districtGovernment)
    try bench.send(
      RecordCityConsent(project: project, planYear: 2022, document: paper, lateReason: nil), on: "2021-05-20",
      as: .cityGovernment)
  }

  private func listed() throws -> ProjectID {
    let project = try recorded()
    try bench.send(batch(project, .implement), on: "2021-05-01", as: .housing)
    try consented(project)
    try bench.send(adoption(project), on: "2021-06-01", as: .housing)
    return project
  }

  private func pushed() throws -> ProjectID {
    let project = try listed()
    for office in ["housing-prov", "ndrc-prov", "finance-prov"] as [Identifier<SlugKind>] {
      try bench.send(ReportAnnualPlan(planYear: year, to: office, document: paper), on: "2021-06-05", as: .housing)
    }
    let item = try bench.send(PushAnnualPlan(planYear: year), on: "2021-06-08", as: .housing)
    try bench.send(
      RecordPushAnswer(
        planYear: year, attempt: item.attempt, isAccepted: true, number: "P-1", reasons: nil, document: nil),
      on: "2021-06-09", as: .housing)
    return project
  }

  private func finding(_ command: some Command, on day: BusinessDate, as role: Role, _ rule: RuleID) throws -> Finding {
    let refused = try #require(try bench.refusal(command, on: day, as: role))
    return try #require(refused.findings.first { $0.rule == rule && $0.stops }, "\(refused.code) \(refused.stopping)")
  }

  @Test("a survey that missed one household opens no project; one that counted nobody is unknown")
  func coverage() throws {
    let short = try community(reached: 35)
    let found = try finding(opening(short), on: "2021-01-20", as: .housing, "survey.covers-residents")
    #expect(found.result == .violated && found.cites.map(\.description) == ["workflow 1.2"])
    #expect(found.values.contains(NamedValue("unreached", .count(1))))
    try bench.send(opening(try all(of: short)), on: "2021-01-20", as: .housing)
  }

  /// The same community, surveyed anew without a gap.
  private func all(of community: CommunityID) throws -> CommunityID {
    try bench.send(
      RecordSurvey(
        community: community,
        survey: Survey(
          surveyedOn: "2021-01-18", buildings: [IntakeScene.building(year: 1993)], totalFloorArea: "5000.00",
          exclusions: IntakeScene.clear, propertyRightType: .commodity, structuralSafety: .safe,
          population: PopulationProfile(householdsReached: 40), management: PropertyManagement(isProfessional: false))),
      on: "2021-01-18")
    return community
  }

  @Test("a survey that counted nobody leaves the coverage unknown")
  func coverageUnknown() throws {
    let found = try finding(opening(try community(reached: nil)), on: "2021-01-20", as: .housing, "survey.covers-residents")
    #expect(found.result == .unknown)
  }

  @Test("the law of the province holds in its counties only")
  func otherPlace() throws {
    let community = try bench.send(
      RegisterCommunity(
        division: "330382", name: "丹霞小区", address: "丹霞路1号", subdistrict: "乐成街道", residentsCommittee: "丹霞社区",
        geography: .urbanCore, geographyEvidence: paper), on: "2021-01-11"
    ).community
    try bench.send(RecordSurvey(community: community, survey: IntakeScene.survey(on: "2021-01-12")), on: "2021-01-15")
    #expect(try bench.refusal(opening(community), on: "2021-01-20", as: .housing)?.code == "edition-of-other-place")
  }

  @Test("the community is assessed with its surroundings before the special plan holds it")
  func area() throws {
    let project = try agreed()
    let found = try finding(compile(project), on: "2021-04-20", as: .housing, "area.assessed")
    #expect(found.cites.map(\.description) == ["workflow 3.1", "workflow 3.2"])
    try bench.send(assess(project, feasible: false), on: "2021-04-12", as: .housing)
    #expect(try finding(compile(project), on: "2021-04-20", as: .housing, "area.assessed").result == .violated)
    try bench.send(assess(project), on: "2021-04-13", as: .housing)
    #expect(try bench.send(compile(project), on: "2021-04-20", as: .housing).stage == .compiled)
    let unapplied = try opened2()
    #expect(try bench.refusal(assess(unapplied), on: "2021-04-13", as: .housing)?.code == "filing-missing")
  }

  private func opened2() throws -> ProjectID {
    let community = try bench.send(
      RegisterCommunity(
        division: "519901", name: "二区", address: "滨江路11号", subdistrict: "清江街道", residentsCommittee: "滨江社区",
        geography: .urbanCore, geographyEvidence: paper), on: "2021-01-11"
    ).community
    return try bench.send(opening(try all(of: community)), on: "2021-01-20", as: .housing).project
  }

  @Test("a special plan goes through its stages, none skipped, and is with the province at the end")
  func specialPlan() throws {
    let project = try agreed()
    try bench.send(assess(project), on: "2021-04-12", as: .housing)
    #expect(try bench.refusal(advance(.reviewed, ["org-1"]), on: "2021-04-20", as: .housing)?.code == "special-plan-unknown")
    try bench.send(compile(project), on: "2021-04-20", as: .housing)
    #expect(try bench.refusal(advance(.published), on: "2021-04-21", as: .housing)?.code == "special-plan-out-of-order")
    #expect(try bench.refusal(advance(.reviewed), on: "2021-04-21", as: .housing)?.code == "reviewers-missing")
    #expect(try bench.refusal(advance(.reviewed, ["org-1"]), on: "2021-04-19", as: .housing)?.code == "dated-before")
    try bench.send(advance(.reviewed, ["org-1"]), on: "2021-04-21", as: .districtGovernment)
    #expect(try bench.refusal(advance(.published, ["org-1"]), on: "2021-05-01", as: .housing)?.code == "reviewers-missing")
    try bench.send(advance(.published), on: "2021-05-01", as: .housing)
    try bench.send(advance(.submitted), on: "2021-05-05", as: .housing)
    #expect(try bench.facts(of: project).holds(.specialPlanSubmitted))
    #expect(try bench.refusal(advance(.submitted), on: "2021-05-06", as: .housing)?.code == "special-plan-out-of-order")
    try bench.send(compile(project), on: "2021-06-01", as: .housing)
    #expect(try bench.facts(of: project)[.specialPlanSubmitted]?.value == .flag(false))
    let reversed = CompileSpecialPlan(
      period: SpecialPlanPeriod(division: "519901", from: 2025, through: 2021), projects: [project], document: paper)
    #expect(try bench.refusal(reversed, on: "2021-06-02", as: .housing)?.code == "years-reversed")
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("the annual plan waits for system entry, batch, fiscal assessment and the city's consent, each with its article")
  func annualPlan() throws {
    let project = try agreed()
    try bench.send(batch(project, .reserve), on: "2021-05-01", as: .housing)
    let refused = try #require(try bench.refusal(adoption(project), on: "2021-06-01", as: .housing))
    #expect(
      refused.stopping == [
        "system.application-recorded", "plan.batch-implement", "fiscal.capacity-assessed", "plan.city-consent",
      ])
    for finding in refused.findings where finding.stops {
      #expect(finding.cites.map(\.description) == [finding.rule == "system.application-recorded" ? "workflow 2.3" : "workflow 3.3"])
    }
    let early = RecordCityConsent(project: project, planYear: 2022, document: paper, lateReason: nil)
    #expect(
      try finding(early, on: "2021-05-20", as: .cityGovernment, "fiscal.capacity-assessed").cites.map(\.description)
        == ["workflow 3.3"])
  }

  @Test("a project of the implement batch is listed, and its batch is fixed from then on")
  func batches() throws {
    let project = try listed()
    #expect(try bench.facts(of: project)[.annualPlanListed]?.value == .count(2022))
    #expect(try bench.refusal(batch(project, .plan), on: "2021-06-02", as: .housing)?.code == "project-listed")
    let none = AssignBatches(planYear: year, lines: [], document: paper)
    #expect(try bench.refusal(none, on: "2021-06-02", as: .housing)?.code == "plan-empty")
  }

  @Test("central budget money is only for what stands in the province's annual plan")
  func centralBudget() throws {
    let project = try listed()
    let apply = ApplyCentralBudget(
      planYear: year, projects: [project], amount: "1000000.00", isBundled: false, document: paper)
    let refused = try #require(try bench.refusal(apply, on: "2021-06-20", as: .districtGovernment))
    #expect(refused.stopping == ["plan.reported-upwards", "plan.pushed", "special-plan.submitted"])
    #expect(refused.findings.filter(\.stops).allSatisfy { $0.cites.contains { $0.description == "workflow 3.4" } })
    let other = ApplyCentralBudget(
      planYear: PlanYear(division: "519901", year: 2023), projects: [project], amount: "1.00", isBundled: false,
      document: paper)
    #expect(try bench.refusal(other, on: "2021-06-20", as: .districtGovernment)?.code == "plan-year-other")
  }

  @Test("central budget money is applied for once plan and special plan are with the province")
  func centralBudgetApplied() throws {
    let project = try pushed()
    try bench.send(assess(project), on: "2021-06-10", as: .housing)
    try bench.send(compile(project), on: "2021-06-11", as: .housing)
    try bench.send(advance(.reviewed, ["org-1"]), on: "2021-06-12", as: .housing)
    try bench.send(advance(.published), on: "2021-06-13", as: .housing)
    try bench.send(advance(.submitted), on: "2021-06-14", as: .housing)
    try bench.send(
      ApplyCentralBudget(planYear: year, projects: [project], amount: "1000000.00", isBundled: true, document: paper),
      on: "2021-06-20", as: .districtGovernment)
    #expect(try bench.events(CentralBudgetSought.self).map(\.project) == [project])
  }

  @Test("the county fixes the construction unit at the housing department's request, after the plan")
  func constructionUnit() throws {
    let project = try recorded()
    let request = RequestConstructionUnit(project: project, proposed: "org-9", role: .constructionUnit, document: paper)
    #expect(
      try finding(request, on: "2021-06-10", as: .housing, "plan.annual-plan-listed").cites.map(\.description)
        == ["workflow 3.5"])
    try bench.send(batch(project, .implement), on: "2021-05-01", as: .housing)
    try consented(project)
    try bench.send(adoption(project), on: "2021-06-01", as: .housing)
    let fix = FixConstructionUnit(
      project: project, unit: "org-9", name: "样例公司", role: .constructionUnit, document: paper)
    #expect(
      try finding(fix, on: "2021-06-12", as: .districtGovernment, "construction-unit.requested").cites.map(\.description)
        == ["workflow 3.5"])
    try bench.send(request, on: "2021-06-10", as: .housing)
    try bench.send(fix, on: "2021-06-12", as: .districtGovernment)
    #expect(try bench.facts(of: project).holds(.constructionUnitFixed))
    #expect(throws: Rejected.self) { try bench.send(fix, on: "2021-06-12", as: .subdistrict) }
  }

  private func taskForce(_ project: ProjectID, without missing: Role? = nil, _ owners: Role = .ownersBody) throws
    -> FormTaskForce
  {
    let roles: [Role] = [.constructionUnit, .subdistrict, .residentsCommittee, .designer, .utility, owners]
    return FormTaskForce(
      project: project,
      members: try Listing(
        roles.filter { $0 != missing }.map {
          TaskForceMember(role: $0, organisation: "org-1", person: "p-77", name: "何淑华")
        }), document: paper)
  }

  @Test("the task force seats everyone the document names, and no plan is drawn before it")
  func taskForce() throws {
    let project = try listed()
    let commission = CommissionScheme(project: project, designer: "org-4", name: "设计院", document: paper)
    let early = try #require(try bench.refusal(commission, on: "2021-06-20", as: .constructionUnit))
    #expect(early.stopping == ["construction-unit.fixed", "task-force.formed"])
    #expect(
      try bench.refusal(try taskForce(project), on: "2021-06-20", as: .constructionUnit)?.stopping
        == ["construction-unit.fixed"])
    try bench.send(
      RequestConstructionUnit(project: project, proposed: "org-9", role: .constructionUnit, document: paper),
      on: "2021-06-10", as: .housing)
    try bench.send(
      FixConstructionUnit(project: project, unit: "org-9", name: "样例公司", role: .constructionUnit, document: paper),
      on: "2021-06-12", as: .districtGovernment)
    let found = try finding(
      try taskForce(project, without: .utility), on: "2021-06-20", as: .constructionUnit, "task-force.members-complete")
    #expect(found.values.items == [NamedValue("missing", .code("utility"))])
    #expect(found.cites.map(\.description) == ["workflow 4.1"])
    try bench.send(try taskForce(project, .residentRepresentative), on: "2021-06-20", as: .constructionUnit)
    #expect(try !bench.recordedText().contains("何淑华"))
    #expect(try bench.vault(of: "p-77")["name"] == "何淑华")
    try bench.send(commission, on: "2021-06-21", as: .constructionUnit)
    let empty = FormTaskForce(project: project, members: [], document: paper)
    #expect(try bench.refusal(empty, on: "2021-06-22", as: .constructionUnit)?.code == "body-empty")
  }

  @Test("a plan lists the locality's own items, each once, since the document has no catalogue")
  func ownItems() throws {
    let project = try listed()
    try bench.send(
      RequestConstructionUnit(project: project, proposed: "org-9", role: .constructionUnit, document: paper),
      on: "2021-06-10", as: .housing)
    try bench.send(
      FixConstructionUnit(project: project, unit: "org-9", name: "样例公司", role: .constructionUnit, document: paper),
      on: "2021-06-12", as: .districtGovernment)
    try bench.send(try taskForce(project), on: "2021-06-20", as: .constructionUnit)
    let line = CostLine(code: "Q1.1", key: "roof-leak", tier: .basic, engineeringCost: "100.00", isExcluded: false)
    #expect(try bench.refusal(IntakeScene.plan(project, lines: [line, line]), on: "2021-07-01", as: .taskForce)?.pointers == ["/lines/1/key"])
    let excluded = CostLine(code: "Q1.2", key: "lift", tier: .basic, engineeringCost: "100.00", isExcluded: true)
    #expect(
      try bench.refusal(IntakeScene.plan(project, lines: [line, excluded]), on: "2021-07-01", as: .taskForce)?.pointers
        == ["/lines/1/isExcluded"])
    #expect(try bench.send(IntakeScene.plan(project, lines: [line]), on: "2021-07-01", as: .taskForce).plan == PlanID(project, 1))
  }
}
