import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("From the report to the annual plan")
struct AnnualPlanTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  @Test("what the city can bear is assessed for reported projects only")
  func capacity() throws {
    let project = try scene.opened()
    let command = AssessFiscalCapacity(
      planYear: IntakeScene.year, available: "1.00",
      projects: [CapacityLine(project: project, amount: "1.00", isConfirmed: true)], document: IntakeScene.paper)
    let problem = try scene.bench.refusal(command, on: "2024-05-06", as: .renovationOffice)
    #expect(problem?.stopping == ["declaration.reported"])
    let reported = try scene.reported("二区")
    try scene.assessCapacity(reported)
    #expect(try scene.bench.facts(of: reported).holds(.fiscalCapacityAssessed))
  }

  @Test("a review without panel, reasons or opinion is refused")
  func bareReview() throws {
    let project = try scene.reported()
    try scene.assessCapacity(project)
    let bare = RecordCompetitiveReview(
      project: project, isSelected: true, rank: nil, panel: [], reasons: nil, document: nil)
    let problem = try scene.bench.refusal(bare, on: "2024-05-10", as: .renovationOffice)
    #expect(problem?.code == "review-bare" && problem?.pointers == ["/panel", "/reasons", "/document"])
    try scene.bench.send(IntakeScene.competitiveReview(project), on: "2024-05-10", as: .renovationOffice)
    #expect(try !scene.bench.recordedText().contains("王建国"))
  }

  @Test("a review needs the fiscal assessment, and one that confirms")
  func reviewGate() throws {
    let project = try scene.reported()
    let review = IntakeScene.competitiveReview(project)
    #expect(
      try scene.bench.refusal(review, on: "2024-05-10", as: .renovationOffice)?.stopping == [
        "fiscal.capacity-assessed"
      ])
    try scene.assessCapacity(project, confirmed: false)
    #expect(
      try scene.bench.refusal(review, on: "2024-05-10", as: .renovationOffice)?.stopping == [
        "fiscal.capacity-assessed"
      ])
  }

  @Test("a plan lists assessed, selected and consented projects and tells each for itself")
  func adopted() throws {
    let first = try scene.selected("一区")
    let second = try scene.selected("二区")
    let reply = try scene.bench.send(
      IntakeScene.annualPlan([first, second]), on: "2024-05-31", as: .renovationOffice)
    #expect(reply.listed == 2 && !reply.isLate && reply.deadline == "2024-05-31")
    #expect(reply.plan == "330382-plan-2025")
    for project in [first, second] {
      #expect(try scene.bench.facts(of: project)[.annualPlanListed]?.value == .count(2025))
    }
    let report = try scene.bench.ask(AnnualPlanQuery(planYear: IntakeScene.year))
    #expect(report.adoptions.first?.projects == [first, second])
    #expect(
      try scene.bench.refusal(IntakeScene.annualPlan([first]), on: "2024-05-31", as: .renovationOffice)?.code
        == "project-listed")
    try scene.bench.send(
      ReportAnnualPlan(planYear: IntakeScene.year, to: "wenzhou-leading-group-office", document: IntakeScene.paper),
      on: "2024-06-03", as: .renovationOffice)
    #expect(try scene.bench.ask(AnnualPlanQuery(planYear: IntakeScene.year)).reports.count == 1)
  }

  @Test("31 May is in time, 1 June is not")
  func deadline() throws {
    let project = try scene.selected()
    let plan = IntakeScene.annualPlan([project])
    let late = try scene.bench.refusal(plan, on: "2024-06-01", as: .renovationOffice)
    #expect(late?.stopping == ["plan.deadline"])
    #expect(late?.findings.first { $0.rule == "plan.deadline" }?.cites.map(\.description) == ["plan 3.4"])
    #expect(try scene.bench.refusal(plan, on: "2024-05-31", as: .renovationOffice) == nil)
  }

  @Test("late by a reason of the city government, and shown so for ever")
  func override() throws {
    let project = try scene.selected()
    let plan = IntakeScene.annualPlan([project], overrides: [RuleOverride(rule: "plan.deadline", reason: "上级计划调整")])
    // The office that compiles the plan cannot excuse itself.
    #expect(try scene.bench.refusal(plan, on: "2024-06-01", as: .renovationOffice)?.stopping == ["plan.deadline"])
    let reply = try scene.bench.send(plan, on: "2024-06-01", as: .cityGovernment)
    #expect(reply.isLate)
    let report = try scene.bench.ask(AnnualPlanQuery(planYear: IntakeScene.year))
    #expect(report.isLate && report.adoptions.first?.lateReason == "上级计划调整")
    #expect(try scene.bench.ask(ProjectReportQuery(project: project)).isPlanLate)
  }

  @Test("late by the reason that the city government gave in its consent")
  func consentedLate() throws {
    let project = try scene.selected(late: "上级计划调整")
    let reply = try scene.bench.send(IntakeScene.annualPlan([project]), on: "2024-06-01", as: .renovationOffice)
    #expect(reply.isLate)
  }

  @Test("one project that is not ready stops the plan and is named")
  func notReady() throws {
    let ready = try scene.selected("一区")
    let other = try scene.reported("二区")
    let problem = try scene.bench.refusal(
      IntakeScene.annualPlan([ready, other]), on: "2024-05-31", as: .renovationOffice)
    #expect(
      problem?.stopping == ["fiscal.capacity-assessed", "review.competitive-passed", "plan.city-consent"])
    let named = problem?.findings.filter(\.stops).flatMap(\.values).filter { $0.name == "project" }.map(\.value)
    #expect(Set(named ?? []) == [.code(other.rawValue)])
  }

  @Test("a project that the panel did not select is not listed")
  func notSelected() throws {
    let project = try scene.reported()
    try scene.assessCapacity(project)
    try scene.bench.send(
      IntakeScene.competitiveReview(project, isSelected: false), on: "2024-05-10", as: .renovationOffice)
    try scene.bench.send(IntakeScene.consent(project), on: "2024-05-20", as: .cityGovernment)
    #expect(
      try scene.bench.refusal(IntakeScene.annualPlan([project]), on: "2024-05-30", as: .renovationOffice)?.stopping
        == ["review.competitive-passed"])
  }

  @Test("a plan names projects of its division, each once, at least one, for its own year")
  func bounds() throws {
    let project = try scene.selected()
    func code(_ plan: AdoptAnnualPlan) throws -> String? {
      try scene.bench.refusal(plan, on: "2024-05-30", as: .renovationOffice)?.code
    }
    #expect(try code(IntakeScene.annualPlan([])) == "plan-empty")
    #expect(try code(IntakeScene.annualPlan([project, project])) == "project-repeated")
    #expect(try code(IntakeScene.annualPlan(["330382-2024-0999"])) == "project-unknown")
    #expect(try code(IntakeScene.annualPlan(["330381-2024-0001"])) == "project-of-other-place")
    let otherYear = AdoptAnnualPlan(
      planYear: PlanYear(division: "330382", year: 2026), projects: [project], document: IntakeScene.paper)
    #expect(try code(otherYear) == "plan-year-other")
  }

  @Test("a plan that was not adopted is not reported")
  func notAdopted() throws {
    let report = ReportAnnualPlan(
      planYear: IntakeScene.year, to: "wenzhou-leading-group-office", document: IntakeScene.paper)
    #expect(try scene.bench.refusal(report, on: "2024-06-03", as: .renovationOffice)?.code == "plan-not-adopted")
  }
}
