import Contracts
import DomainModel
import TestKit
import Testing

@Suite("The simplified route")
struct RouteTests {
  @Test("applies when nothing of plan 4.1 is touched; a garage newly counted is shown and decides nothing")
  func applies() throws {
    let course = try Course.voted()
    let decided = try course.route(Course.declared(structure: .minor, garage: "320.00"))
    #expect(decided.isSimplified)
    #expect(try course.holds(.simplifiedRoute))
    let receipt = try #require(
      try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts.last ?? nil)
    let area = try #require(receipt.receipt.findings.first { $0.rule == "simplified.no-added-floor-area" })
    #expect(area.result == .satisfied)
    #expect(area.values.contains { $0.value == .area("320.00") })
    #expect(area.cites.contains("plan 4.1"))
  }

  struct Case: Sendable {
    let declared: RouteDeclaration
    let failing: [Identifier<SlugKind>]
  }

  @Test(
    "fails by each criterion alone",
    arguments: [
      Case(declared: Course.declared(ownership: true), failing: ["land-ownership-unchanged"]),
      Case(declared: Course.declared(land: true), failing: ["land-use-unchanged"]),
      Case(declared: Course.declared(building: true), failing: ["building-use-unchanged"]),
      Case(declared: Course.declared(added: "0.01"), failing: ["no-added-floor-area"]),
      Case(declared: Course.declared(structure: .major), failing: ["structure-unchanged"]),
      Case(
        declared: Course.declared(land: true, structure: .major),
        failing: ["land-use-unchanged", "structure-unchanged"]),
    ])
  func fails(_ given: Case) throws {
    let course = try Course.voted()
    let decided = try course.route(given.declared)
    #expect(!decided.isSimplified)
    #expect(decided.failing.items == given.failing)
    let facts = try course.bench.facts(of: course.project)
    #expect(facts[.simplifiedRoute]?.value == .flag(false))
  }

  @Test("is tested item by item and names the item that fails")
  func items() throws {
    let course = try Course.voted()
    try course.bench.send(
      ConfirmSimplifiedRoute(
        project: course.project,
        declarations: [Course.declared(item: "roof-leak"), Course.declared(item: "care-rooms", added: "45.00")],
        evidence: [.sample]), on: "2024-05-10")
    let event = try #require(try course.bench.events(RouteConfirmed.self).last)
    #expect(event.failing.items == ["no-added-floor-area"])
    let text = try course.bench.recordedText()
    #expect(text.contains("care-rooms"))
  }

  @Test("takes no bare yes and no item twice")
  func malformed() throws {
    let course = try Course.voted()
    let bare = ConfirmSimplifiedRoute(project: course.project, declarations: [Course.declared()], evidence: [])
    #expect(try course.bench.refusal(bare, on: "2024-05-10")?.code == "nothing-declared")
    let twice = ConfirmSimplifiedRoute(
      project: course.project, declarations: [Course.declared(), Course.declared()], evidence: [.sample])
    #expect(try course.bench.refusal(twice, on: "2024-05-10")?.pointers == ["/declarations/1/item"])
  }

  @Test("left, turns every shortcut off at once")
  func left() throws {
    let course = try Course.readyForPermit()
    #expect(try course.holds(.planningPermitExempt))
    #expect(try course.holds(.permitMaterialsReady))
    try course.route(Course.declared(added: "60.00"), on: "2024-06-12")
    #expect(try !course.holds(.planningPermitExempt))
    #expect(try !course.holds(.permitMaterialsReady))
    let problem = try #require(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing))
    #expect(problem.stops("planning.exempt-or-permitted"))
    #expect(problem.stops("permit.papers-complete"))
    let pledge = try #require(try course.bench.refusal(course.pledge(.landApprovalEvidence), on: "2024-06-13"))
    #expect(pledge.stops("permit.pledge-allowed"))
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    #expect(receipts.first { $0.receipt.step == "approvals.open-initiation" }?.inQuestion != nil)
  }
}
