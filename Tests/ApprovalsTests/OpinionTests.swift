import Contracts
import DomainModel
import TestKit
import Testing

@Suite("The consultation opinion")
struct OpinionTests {
  @Test("needs the meeting")
  func meeting() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    let problem = try #require(try course.bench.refusal(course.form(), on: "2024-05-22", as: .housing))
    #expect(problem.stops("consultation.meeting-held"))
    #expect(problem.stops("consultation.held"))
  }

  @Test("exempts from nothing that natural resources did not state")
  func unstated() throws {
    let silent = try Course.voted().consulted(nil)
    let problem = try #require(try silent.bench.refusal(silent.form(), on: "2024-05-22", as: .housing))
    #expect(problem.stops("planning.statement-given"))
    #expect(problem.stops("planning.exemption-stated"))

    let other = PlanningStatement(
      changesPlanningConditions: true, touchesImportantStreet: false, statesExemption: false)
    let course = try Course.voted().consulted(other)
    let differing = try #require(try course.bench.refusal(course.form(), on: "2024-05-22", as: .housing))
    #expect(differing.stops("planning.statement-agrees"))
    #expect(differing.stops("planning.exemption-stated"))
  }

  @Test("answers the street question where the plan touches a façade, or may")
  func street() throws {
    let open = PlanningStatement(changesPlanningConditions: false, statesExemption: true)
    let facade = try Course.voted(facade: true).consulted(open)
    let problem = try #require(try facade.bench.refusal(facade.form(open), on: "2024-05-22", as: .housing))
    #expect(problem.stops("planning.important-street-answered"))

    let unheard = try Course.voted(facade: nil).consulted(open)
    let waiting = try #require(try unheard.bench.refusal(unheard.form(open), on: "2024-05-22", as: .housing))
    #expect(waiting.retry == .later)

    let plain = try Course.voted(facade: false).consulted(open)
    try plain.route()
    #expect(try plain.bench.send(plain.form(open), on: "2024-05-22", as: .housing).isExemptionEffective)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var stated = true
    var change = false
    var street = false
    /// Nil leaves the route unconfirmed.
    var simplified: Bool? = true
    let effective: Bool
    var testDescription: String {
      "stated \(stated), change \(change), street \(street), simplified \(simplified as Any)"
    }
  }

  @Test(
    "exempts with effect only if stated, without changed conditions or an important street, on the simplified route",
    arguments: [
      Case(effective: true), Case(stated: false, effective: false), Case(change: true, effective: false),
      Case(street: true, effective: false), Case(simplified: false, effective: false),
      Case(simplified: nil, effective: false), Case(change: true, street: true, effective: false),
      Case(stated: false, change: true, street: true, simplified: false, effective: false),
    ])
  func exemption(_ given: Case) throws {
    let course = try Course.voted()
    if let simplified = given.simplified { try course.route(Course.declared(added: simplified ? "0.00" : "12.00")) }
    let planning = PlanningStatement(
      changesPlanningConditions: given.change, touchesImportantStreet: given.street, statesExemption: given.stated)
    try course.formed(planning)
    #expect(try course.holds(.consultationOpinionFormed))
    #expect(try course.holds(.planningPermitExempt) == given.effective)
    // The order of the two steps makes no difference.
    guard let simplified = given.simplified else { return }
    let later = try Course.voted().formed(planning)
    try later.route(Course.declared(added: simplified ? "0.00" : "12.00"), on: "2024-05-23")
    #expect(try later.holds(.planningPermitExempt) == given.effective)
  }

  @Test("shows who is silent and who objects, and is formed nevertheless")
  func shown() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    try course.bench.send(
      GiveOpinion(project: course.project, consultation: course.first, stance: .object, document: .sample),
      on: "2024-05-08", as: .finance)
    try course.bench.send(
      HoldConsultation(project: course.project, consultation: course.first, attended: [], minutes: .sample),
      on: "2024-05-20", as: .housing)
    let planning = PlanningStatement(
      changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false)
    try course.bench.send(course.form(planning), on: "2024-05-22", as: .housing)
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    let findings = try #require(receipts.first { $0.receipt.step == "approvals.form-opinion" }).receipt.findings
    #expect(findings.first { $0.rule == "consultation.opinions-received" }?.result == .violated)
    #expect(findings.first { $0.rule == "consultation.no-objection" }?.result == .violated)
  }

  @Test("is formed once, revoked with a reason, and formed again")
  func revoked() throws {
    let course = try Course.initiated()
    #expect(try course.bench.refusal(course.form(), on: "2024-05-23", as: .housing)?.code == "opinion-formed-already")
    let revoke = RevokeOpinion(project: course.project, consultation: course.first, reason: "方案调整")
    #expect(try course.bench.refusal(revoke, on: "2024-05-21", as: .housing)?.code == "dated-before")
    try course.bench.send(revoke, on: "2024-05-27", as: .housing)
    #expect(try !course.holds(.consultationOpinionFormed))
    #expect(try !course.holds(.planningPermitExempt))
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    let questioned = receipts.filter { $0.inQuestion != nil }.map(\.receipt.step)
    #expect(questioned.contains("approvals.open-initiation"))
    #expect(questioned.contains("approvals.form-opinion"))
    #expect(try course.bench.refusal(revoke, on: "2024-05-28", as: .housing)?.code == "opinion-not-formed")
    try course.bench.send(course.form(), on: "2024-05-29", as: .housing)
    #expect(try course.holds(.planningPermitExempt))
    let (before, after) = try course.bench.rebuilt()
    #expect(before == after)
  }

  @Test("revoked before initiation, closes its gate")
  func revokedBefore() throws {
    let course = try Course.voted()
    try course.route()
    try course.formed()
    try course.code()
    try course.bench.send(
      RevokeOpinion(project: course.project, consultation: course.first, reason: "方案调整"), on: "2024-05-23", as: .housing
    )
    let problem = try #require(
      try course.bench.refusal(Course.opening("9000000.00", .allInOne), on: "2024-05-24"))
    #expect(problem.stops("consultation.opinion-formed"))
  }
}
