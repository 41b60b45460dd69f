import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Approvals

@Suite("Added public facilities harm neither fire safety nor sunlight (Yueqing 2.4.5)")
struct FacilityQuestionTests {
  private let course: Course

  init() throws { course = try Course.voted(facade: false) }

  private func adding(_ adds: Bool = true) throws {
    try course.bench.state([FactStatement(.planAddsPublicFacilities, .flag(adds))], of: course.project, on: "2024-04-30")
  }

  private static let fire = Invitation(
    organisation: Course.org(.fireBrigade), role: .fireBrigade, deadline: "2024-05-15")

  private func called(withFire: Bool = true) throws {
    try course.bench.send(
      try Course.call(Course.everyone() + (withFire ? [Self.fire] : [])), on: "2024-05-06", as: .housing)
  }

  private func say(_ facilities: FacilityStatement, as role: Role) throws -> Problem? {
    try course.bench.refusal(
      GiveOpinion(
        project: course.project, consultation: course.first, stance: .agree,
        planning: role == .naturalResources ? Course.clean : nil, facilities: facilities), on: "2024-05-08", as: role)
  }

  private func held() throws {
    try course.bench.send(
      HoldConsultation(project: course.project, consultation: course.first, attended: [], minutes: .sample),
      on: "2024-05-20", as: .housing)
  }

  private func finding(_ rule: RuleID, of step: WireName) throws -> Finding? {
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    return receipts.last { $0.receipt.step == step }?.receipt.findings.first { $0.rule == rule }
  }

  private static let cites = ["plan 2.4.5", "plan Annex 2"]

  @Test("is told when the meeting is called without the fire brigade")
  func invited() throws {
    try adding()
    try called(withFire: false)
    let told = try #require(try finding("consultation.facility-offices-invited", of: "approvals.call-consultation"))
    #expect(told.result == .violated && told.values.map(\.value) == [.code("fire-brigade")])
    #expect(told.force == .advises && told.cites.map(\.description) == Self.cites)
    let whole = try FacilityQuestionTests()
    try whole.adding()
    try whole.called()
    #expect(
      try whole.finding("consultation.facility-offices-invited", of: "approvals.call-consultation")?.result == .satisfied)
    let plain = try FacilityQuestionTests()
    try plain.adding(false)
    try plain.called(withFire: false)
    #expect(try plain.finding("consultation.facility-offices-invited", of: "approvals.call-consultation") == nil)
  }

  @Test("both offices answer no: the opinion is formed, and each answer stands with its office")
  func harmless() throws {
    try adding()
    try called()
    #expect(try say(FacilityStatement(affectsSunlight: false), as: .naturalResources) == nil)
    #expect(try say(FacilityStatement(affectsFireSafety: false), as: .fireBrigade) == nil)
    try held()
    try course.bench.send(course.form(), on: "2024-05-22", as: .housing)
    let harmless = try #require(try finding("planning.facilities-harmless", of: "approvals.form-opinion"))
    #expect(harmless.result == .satisfied && harmless.cites.map(\.description) == Self.cites)
    #expect(try finding("planning.facilities-answered", of: "approvals.form-opinion")?.result == .satisfied)
    let report = try course.bench.ask(ConsultationQuery(project: course.project))
    #expect(report.seats.first { $0.role == .fireBrigade }?.facilities?.affectsFireSafety == false)
  }

  @Test("one yes stops the opinion until it is answered anew", arguments: [Role.naturalResources, .fireBrigade])
  func harmful(_ office: Role) throws {
    func answer(_ affects: Bool) -> FacilityStatement {
      office == .fireBrigade ? FacilityStatement(affectsFireSafety: affects) : FacilityStatement(affectsSunlight: affects)
    }
    try called()
    #expect(try say(answer(true), as: office) == nil)
    if office == .fireBrigade { #expect(try say(FacilityStatement(affectsSunlight: false), as: .naturalResources) == nil) }
    try held()
    let refused = try #require(try course.bench.refusal(course.form(), on: "2024-05-22", as: .housing))
    #expect(refused.stopping.map(\.rule) == ["planning.facilities-harmless"])
    #expect(refused.stopping.first?.values.map(\.value) == [.code(office.rawValue)])
    #expect(try say(answer(false), as: office) == nil)
    #expect(try course.bench.refusal(course.form(), on: "2024-05-22", as: .housing) == nil)
  }

  @Test("no answer is told and stops nothing; a plan without such facilities is asked nothing")
  func unanswered() throws {
    try adding()
    _ = try course.consulted()
    try course.bench.send(course.form(), on: "2024-05-22", as: .housing)
    let told = try #require(try finding("planning.facilities-answered", of: "approvals.form-opinion"))
    #expect(told.result == .violated && told.force == .advises)
    #expect(told.values.map(\.value) == [.code("fire-brigade"), .code("natural-resources")])
    #expect(try finding("planning.facilities-harmless", of: "approvals.form-opinion") == nil)
    let plain = try FacilityQuestionTests()
    try plain.adding(false)
    try plain.course.formed()
    #expect(try plain.finding("planning.facilities-answered", of: "approvals.form-opinion") == nil)
  }

  @Test("each office answers its own question and no other")
  func own() throws {
    try called()
    #expect(try say(FacilityStatement(affectsFireSafety: false), as: .naturalResources)?.code == "facilities-not-theirs")
    #expect(try say(FacilityStatement(affectsSunlight: false), as: .fireBrigade)?.code == "facilities-not-theirs")
    #expect(try say(FacilityStatement(affectsSunlight: false), as: .finance)?.code == "facilities-not-theirs")
    #expect(try say(FacilityStatement(affectsFireSafety: false), as: .fireBrigade) == nil)
  }
}
