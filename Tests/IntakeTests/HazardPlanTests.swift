import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("What a plan answers to (Yueqing 2.4)")
struct HazardPlanTests {
  private func told(_ checks: Listing<SurveyCheck, 12>) throws -> Finding? {
    let scene = try IntakeScene()
    let plain = IntakeScene.survey()
    let survey = Survey(
      surveyedOn: plain.surveyedOn, buildings: plain.buildings, totalFloorArea: plain.totalFloorArea,
      exclusions: plain.exclusions, propertyRightType: .commodity, structuralSafety: .safe,
      population: PopulationProfile(), management: plain.management, checks: checks)
    let project = try scene.open(try scene.surveyed(survey))
    try scene.bench.send(IntakeScene.plan(project), on: "2024-03-20")
    let receipts = try scene.bench.ask(ReceiptsQuery<IntakeContract>(project: project)).receipts
    return receipts.last { $0.receipt.step == "intake.record-plan" }?.receipt.findings
      .first { $0.rule == "survey.hazard-plan-made" }
  }

  @Test("hazards found in the walls want a special plan, told where it is missing (2.4.1)")
  func walls() throws {
    let missing = try #require(
      try told([SurveyCheck(code: "exterior-walls", hazardsFound: true, document: IntakeScene.paper)]))
    #expect(missing.result == .violated && missing.force == .advises)
    #expect(missing.cites.map(\.description) == ["plan 2.4.1"])
    #expect(missing.values.map(\.value) == [.code("exterior-walls")])
    let made = SurveyCheck(
      code: "exterior-walls", hazardsFound: true, document: IntakeScene.paper, specialPlan: IntakeScene.paper)
    #expect(try told([made])?.result == .satisfied)
  }

  @Test("no hazard, or one of a check without such a plan, wants none")
  func none() throws {
    #expect(try told([]) == nil)
    #expect(try told([SurveyCheck(code: "exterior-walls", hazardsFound: false)]) == nil)
    #expect(try told([SurveyCheck(code: "greening-gaps", hazardsFound: true)]) == nil)
  }

  @Test("a line of added facilities raises the question of 2.4.5", arguments: [
    ("F2.2", "happiness-station", Tier.improvement, true), ("D1.1", "waste-sorting", .basic, true),
    ("F1.4", "logistics", .basic, true), ("B1.1", "road", .basic, false),
  ])
  func facilities(_ code: Text<10>, _ key: CatalogueKey, _ tier: Tier, _ adds: Bool) throws {
    let scene = try IntakeScene()
    let project = try scene.opened()
    let roof = CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: "100.00", isExcluded: false)
    let line = CostLine(code: code, key: key, tier: tier, engineeringCost: "100.00", isExcluded: false)
    try scene.bench.send(IntakeScene.plan(project, lines: [roof, line]), on: "2024-03-20")
    #expect(try scene.bench.facts(of: project)[.planAddsPublicFacilities]?.value == .flag(adds))
    #expect(try scene.bench.events(PlanRecorded.self).last?.addsPublicFacilities == adds)
  }

  @Test("and is not raised where the city's document does not ask")
  func elsewhere() throws {
    let scene = try IntakeScene(under: .wenzhou())
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.siteSurveyAnswered, .flag(true))], of: project, on: "2024-03-01")
    let line = CostLine(
      code: "F2.2", key: "happiness-station", tier: .improvement, engineeringCost: "100.00", isExcluded: false)
    try scene.bench.send(IntakeScene.plan(project, lines: [line]), on: "2024-03-20")
    #expect(try scene.bench.facts(of: project)[.planAddsPublicFacilities] == nil)
  }
}
