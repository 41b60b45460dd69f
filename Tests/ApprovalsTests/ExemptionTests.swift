import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Natural resources confirms the exemption from planning permits")
struct ExemptionTests {
  private func confirm(_ course: Course) -> ConfirmPlanningExemption {
    ConfirmPlanningExemption(project: course.project, consultation: course.first, document: .sample)
  }

  @Test("once the simplified route is confirmed, for an opinion that states it")
  func confirmed() throws {
    let course = try Course.voted().formed()
    #expect(try !course.holds(.planningPermitExempt), "the route is not confirmed yet")
    let early = try #require(try course.bench.refusal(confirm(course), on: "2024-05-23", as: .naturalResources))
    #expect(early.code == "exemption-not-met")
    #expect(early.findings.contains { $0.rule == "simplified.applicable" && $0.result == .unknown })
    try course.route(on: "2024-05-24")
    try course.bench.send(confirm(course), on: "2024-05-25", as: .naturalResources)
    #expect(try course.holds(.planningPermitExempt))
    let events = try course.bench.events(PlanningExemptionConfirmed.self)
    #expect(events.count == 1)
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    let receipt = try #require(receipts.last { $0.receipt.step == ConfirmPlanningExemption.name }?.receipt)
    let stated = try #require(receipt.findings.first { $0.rule == "planning.exemption-stated" })
    #expect(stated.result == .satisfied && stated.cites.map(\.description).contains { $0.contains("4.4") })
    #expect(try course.bench.refusal(confirm(course), on: "2024-05-26", as: .naturalResources)?.code == "exemption-confirmed-already")
    let (before, after) = try course.bench.rebuilt()
    #expect(before == after)
  }

  @Test("not for an opinion that does not state it")
  func unstated() throws {
    let plain = PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false)
    let course = try Course.voted().formed(plain)
    try course.route(on: "2024-05-24")
    let problem = try #require(try course.bench.refusal(confirm(course), on: "2024-05-25", as: .naturalResources))
    #expect(problem.code == "gate-closed" && problem.stops("planning.exemption-stated"))
    let stop = problem.stopping.first { $0.rule == "planning.exemption-stated" }
    #expect(stop?.cites.map(\.description) == ["plan 4.4"])
  }

  @Test("not where planning conditions change, or an important street is touched", arguments: [(true, false), (false, true)])
  func conditions(_ change: Bool, _ street: Bool) throws {
    let statement = PlanningStatement(
      changesPlanningConditions: change, touchesImportantStreet: street, statesExemption: true)
    let course = try Course.voted().formed(statement)
    try course.route(on: "2024-05-24")
    let problem = try #require(try course.bench.refusal(confirm(course), on: "2024-05-25", as: .naturalResources))
    #expect(problem.code == "exemption-not-met")
    #expect(try !course.holds(.planningPermitExempt))
  }

  @Test("not before there is an opinion, not after it was revoked, and not before its day")
  func opinion() throws {
    let course = try Course.voted().consulted()
    #expect(try course.bench.refusal(confirm(course), on: "2024-05-25", as: .naturalResources)?.code == "opinion-not-formed")
    try course.bench.send(course.form(), on: "2024-05-22", as: .housing)
    try course.route(on: "2024-05-22")
    #expect(try course.bench.refusal(confirm(course), on: "2024-05-21", as: .naturalResources)?.code == "dated-before")
    try course.bench.send(
      RevokeOpinion(project: course.project, consultation: course.first, reason: "方案调整"), on: "2024-05-26", as: .housing)
    #expect(try course.bench.refusal(confirm(course), on: "2024-05-27", as: .naturalResources)?.code == "opinion-not-formed")
  }

  @Test("and nobody else does", arguments: [Role.housing, .subdistrict, .renovationOffice])
  func others(_ role: Role) throws {
    let course = try Course.voted().formed()
    #expect(throws: Rejected.self) { try course.bench.send(confirm(course), on: "2024-05-25", as: role) }
  }
}
