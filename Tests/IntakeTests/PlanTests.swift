import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("Schemes and plans")
struct PlanTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  private func line(
    _ code: Text<10>, _ key: CatalogueKey, _ tier: Tier = .basic, _ cost: Money = "100.00", excluded: Bool = false
  ) -> CostLine {
    CostLine(code: code, key: key, tier: tier, engineeringCost: cost, isExcluded: excluded)
  }

  @Test("a scheme is commissioned only once the community has its body")
  func scheme() throws {
    let community = try scene.surveyed()
    let project = try scene.open(community)
    let commission = CommissionScheme(
      project: project, designer: "designer-1", name: "设计院", document: IntakeScene.paper)
    let problem = try scene.bench.refusal(commission, on: "2024-03-01")
    #expect(problem?.code == "gate-closed")
    #expect(problem?.stopping == ["self-governance.formed"])
    try scene.formBody(community, on: "2024-03-02")
    #expect(try scene.bench.refusal(commission, on: "2024-03-01")?.stopping == ["self-governance.formed"])
    #expect(try scene.bench.refusal(commission, on: "2024-03-02") == nil)
  }

  @Test("versions are numbered; investment holds the lifts, the subsidy's base does not")
  func versions() throws {
    let project = try scene.opened()
    let first = try scene.bench.send(IntakeScene.plan(project), on: "2024-03-20")
    #expect(first.plan.rawValue == "\(project)/P1")
    #expect(first.investment == "6000000.00")
    #expect(first.subsidyBase == "4000000.00")
    #expect(first.subsidyArea == "5000.00")
    let second = try scene.bench.send(IntakeScene.plan(project), on: "2024-03-21")
    #expect(second.plan.rawValue == "\(project)/P2")
    let facts = try scene.bench.facts(of: project)
    #expect(facts[.planVersion]?.value == .code("\(project)/P2"))
    #expect(facts[.planInvestment]?.value == .money("6000000.00"))
    #expect(facts.holds(.planTouchesFacade))
    #expect(try scene.bench.ask(PlanQuery(project: project, plan: nil)).plan == second.plan)
    #expect(try !scene.bench.ask(PlanQuery(project: project, plan: first.plan)).isValid)
  }

  @Test("F5: the ground garage is added to the subsidy's area, and told per building")
  func garage() throws {
    let garage = GroundGarage(area: "700.00", isAboveGround: true, isCountedOriginally: false, isCountedInDesign: true)
    let community = try scene.surveyed(
      IntakeScene.survey(
        [IntakeScene.building(permit: nil, registered: "9500.00", garage: garage)], total: "9500.00"))
    let project = try scene.open(community)
    let reply = try scene.bench.send(IntakeScene.plan(project), on: "2024-03-20")
    #expect(reply.subsidyArea == "10200.00")
    #expect(reply.buildings.first?.garage == "700.00")
    #expect(reply.buildings.first?.basis == .registeredTitle)
    #expect(try scene.bench.events(PlanRecorded.self).first?.subsidyArea == "10200.00")
  }

  @Test("indoor drainage is no line of a plan (AMB-44)")
  func indoorDrainage() throws {
    let project = try scene.opened()
    let problem = try scene.bench.refusal(
      IntakeScene.plan(project, lines: [line("A1.1", "roof-leak"), line("C1.9", "indoor-drainage")]), on: "2024-03-20")
    #expect(problem?.code == "catalogue-mismatch" && problem?.pointers == ["/lines/1/code"])
    #expect(try scene.bench.refusal(IntakeScene.plan(project, lines: [line("A1.1", "roof-leak")]), on: "2024-03-20") == nil)
  }

  @Test("lines agree with the catalogue; every field that does not is told")
  func catalogue() throws {
    let project = try scene.opened()
    let problem = try scene.bench.refusal(
      IntakeScene.plan(
        project,
        lines: [
          line("A1.1", "roof-leak"), line("Z9.9", "roof-leak"), line("A1.2", "roof-leak"),
          line("A2.1", "underground", .basic), line("E3.1", "lift", .enhancement),
          line("A1.1", "roof-leak", excluded: true),
          line("nonsense", "roof-leak"),
        ]), on: "2024-03-20")
    #expect(problem?.code == "catalogue-mismatch")
    #expect(
      problem?.pointers == [
        "/lines/1/code", "/lines/2/key", "/lines/3/tier", "/lines/4/isExcluded", "/lines/5/isExcluded", "/lines/6/code",
      ])
  }

  @Test("a plan of lifts alone, or without works' costs, has no base for shares")
  func noBase() throws {
    let project = try scene.opened()
    for lines: Listing<CostLine, 200> in [
      [], [line("E3.1", "lift", .enhancement, "2000000.00", excluded: true)],
      [line("F1.1", "selfgov-org", .basic, "0.00")],
    ] {
      #expect(
        try scene.bench.refusal(IntakeScene.plan(project, lines: lines), on: "2024-03-20")?.code == "no-cost-base")
    }
    let zeroBeside = IntakeScene.plan(
      project, lines: [line("F1.1", "selfgov-org", .basic, "0.00"), line("A1.1", "roof-leak")])
    #expect(try scene.bench.refusal(zeroBeside, on: "2024-03-20") == nil)
  }

  @Test("a sum beyond what can be held is refused, not trapped")
  func overflow() throws {
    let project = try scene.opened()
    let most: Money = "9999999999999.99"
    let plan = IntakeScene.plan(
      project, lines: [line("A1.1", "roof-leak", .basic, most), line("A1.2", "wall-leak", .basic, most)])
    #expect(try scene.bench.refusal(plan, on: "2024-03-20")?.code == "amount-out-of-range")
  }
}
