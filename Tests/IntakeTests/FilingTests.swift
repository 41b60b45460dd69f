import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("The two filings")
struct FilingTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  private func review(_ project: ProjectID, _ isAgreed: Bool, _ reasons: Text<1000>? = nil) -> ReviewApplication {
    ReviewApplication(project: project, isAgreed: isAgreed, reasons: reasons, document: nil)
  }

  @Test("an application waits for the willingness vote, eligibility and the body, and is told of all three")
  func applicationGate() throws {
    let project = try scene.open(try scene.surveyed())
    let problem = try scene.bench.refusal(try IntakeScene.application(project), on: "2024-03-01", as: .ownersBody)
    #expect(
      problem?.stopping == ["eligibility.not-excluded", "self-governance.formed", "voting.willingness-carried"])
    #expect(problem?.retry == .later)
  }

  @Test("the residents' committee may apply without a body, in its place")
  func committee() throws {
    let community = try scene.surveyed()
    try scene.assess(community)
    let project = try scene.open(community)
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    let command = try IntakeScene.application(project, by: .residentsCommittee)
    #expect(try scene.bench.refusal(command, on: "2024-03-02", as: .ownersBody)?.code == "applicant-not-sender")
    try scene.bench.send(command, on: "2024-03-02", as: .residentsCommittee)
    #expect(try scene.bench.events(ApplicationSubmitted.self).first?.actsForBody == true)
  }

  @Test("the form of one filing is no paper of the other (AMB-41)")
  func otherForm() throws {
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    let wrong = try IntakeScene.application(project, forms: ["project-application", "opinion-form", "opinion-summary"])
    let problem = try scene.bench.refusal(wrong, on: "2024-03-03", as: .ownersBody)
    #expect(problem?.code == "paper-unknown" && problem?.pointers == ["/papers/0/form"])
    #expect(try scene.bench.refusal(try IntakeScene.application(project), on: "2024-03-03", as: .ownersBody) == nil)
  }

  @Test("each of the three forms is needed before the township agrees", arguments: IntakeScene.applicationForms)
  func forms(missing: Identifier<SlugKind>) throws {
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    let incomplete = try IntakeScene.application(
      project, forms: IntakeScene.applicationForms.filter { $0 != missing })
    let reply = try scene.bench.send(incomplete, on: "2024-03-02", as: .ownersBody)
    #expect(!reply.isComplete && reply.missing.items == [missing])
    #expect(
      try scene.bench.refusal(review(project, true), on: "2024-03-03")?.stopping == ["application.forms-complete"])
    try scene.bench.send(try IntakeScene.application(project), on: "2024-03-03", as: .ownersBody)
    try scene.bench.send(review(project, true), on: "2024-03-04")
    #expect(try scene.bench.facts(of: project).holds(.waitingListed))
  }

  @Test("a return needs reasons, and the application may come again; an agreed one may not")
  func returned() throws {
    let project = try scene.opened()
    #expect(try scene.bench.refusal(review(project, true), on: "2024-03-01")?.code == "filing-missing")
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    try scene.bench.send(try IntakeScene.application(project), on: "2024-03-02", as: .ownersBody)
    #expect(try scene.bench.refusal(review(project, false), on: "2024-03-03")?.code == "reasons-missing")
    #expect(try scene.bench.refusal(review(project, true), on: "2024-03-01")?.code == "dated-before")
    try scene.bench.send(review(project, false, "缺签字页"), on: "2024-03-03")
    #expect(try !scene.bench.facts(of: project).holds(.applicationAgreed))
    #expect(try scene.bench.refusal(review(project, true), on: "2024-03-04")?.code == "filing-answered")
    try scene.bench.send(try IntakeScene.application(project), on: "2024-03-05", as: .ownersBody)
    try scene.bench.send(review(project, true), on: "2024-03-06")
    #expect(
      try scene.bench.refusal(try IntakeScene.application(project), on: "2024-03-07", as: .ownersBody)?.code
        == "filing-answered")
    #expect(try !scene.bench.recordedText().contains("13812345678"))
  }

  @Test("a paper that is not of the package is refused; further ones are filed as other")
  func papers() throws {
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    let wrong = try IntakeScene.application(project, forms: IntakeScene.applicationForms + ["pledge"])
    let problem = try scene.bench.refusal(wrong, on: "2024-03-02", as: .ownersBody)
    #expect(problem?.code == "paper-unknown" && problem?.pointers == ["/papers/3/form"])
    let more = try IntakeScene.application(project, forms: IntakeScene.applicationForms + ["other"])
    #expect(try scene.bench.refusal(more, on: "2024-03-02", as: .ownersBody) == nil)
  }

  @Test("a declaration waits for the vote, the end of the notice and open objections")
  func declarationGate() throws {
    let project = try scene.opened()
    try scene.agreed(project)
    let command = try IntakeScene.declaration(project)
    #expect(
      try scene.bench.refusal(command, on: "2024-04-11", as: .ownersBody)?.stopping == [
        "voting.plan-carried", "notice.complete", "notice.no-open-objection",
      ])
    try scene.voted(project)
    // The notice is complete at the end of its last day.
    #expect(try scene.bench.refusal(command, on: "2024-04-10", as: .ownersBody)?.stopping == ["notice.complete"])
    try scene.bench.state([FactStatement(.objectionsOpen, .count(1))], of: project, on: "2024-04-10")
    #expect(
      try scene.bench.refusal(command, on: "2024-04-11", as: .ownersBody)?.stopping == ["notice.no-open-objection"])
    try scene.bench.state([FactStatement(.objectionsOpen, .count(0))], of: project, on: "2024-04-10")
    #expect(try scene.bench.refusal(command, on: "2024-04-11", as: .ownersBody) == nil)
  }

  @Test("a vote counts for the plan version that is valid, and for no other")
  func otherVersion() throws {
    let project = try scene.opened()
    try scene.agreed(project)
    try scene.voted(project)
    try scene.bench.send(IntakeScene.plan(project), on: "2024-04-11")
    #expect(
      try scene.bench.refusal(try IntakeScene.declaration(project), on: "2024-04-12", as: .ownersBody)?.stopping
        == ["voting.plan-carried"])
  }

  @Test("each of items 1 to 5 is needed before the initial review passes", arguments: IntakeScene.declarationForms)
  func package(missing: Identifier<SlugKind>) throws {
    let project = try scene.opened()
    try scene.agreed(project)
    try scene.voted(project)
    let incomplete = try IntakeScene.declaration(
      project, forms: IntakeScene.declarationForms.filter { $0 != missing })
    #expect(try scene.bench.send(incomplete, on: "2024-04-11", as: .ownersBody).missing.items == [missing])
    let pass = ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil)
    #expect(try scene.bench.refusal(pass, on: "2024-04-12")?.stopping == ["declaration.package-complete"])
    try scene.bench.send(try IntakeScene.declaration(project), on: "2024-04-12", as: .ownersBody)
    #expect(try scene.bench.refusal(pass, on: "2024-04-13") == nil)
    #expect(try scene.bench.refusal(pass, on: "2024-04-14")?.code == "filing-answered")
  }

  @Test("a project is reported with the review passed and every fen in place, once")
  func report() throws {
    let project = try scene.opened()
    try scene.agreed(project)
    try scene.voted(project)
    let report = ReportToCity(project: project, document: IntakeScene.paper)
    #expect(
      try scene.bench.refusal(report, on: "2024-04-18")?.stopping == [
        "declaration.initial-review-passed", "funds.in-place",
      ])
    try scene.reviewed(project)
    try scene.funded(project, cleared: "349999.99")
    let problem = try scene.bench.refusal(report, on: "2024-04-18")
    #expect(problem?.stopping == ["funds.in-place"])
    try scene.funded(project)
    try scene.bench.send(report, on: "2024-04-18")
    #expect(try scene.bench.refusal(report, on: "2024-04-19")?.code == "already-reported")
  }

  @Test("a plan recorded after the declaration is voted on and declared before the report")
  func newerPlan() throws {
    let project = try scene.opened()
    try scene.agreed(project)
    try scene.voted(project)
    try scene.reviewed(project)
    try scene.funded(project)
    try scene.bench.send(IntakeScene.plan(project), on: "2024-04-17")
    let report = ReportToCity(project: project, document: IntakeScene.paper)
    #expect(
      try scene.bench.refusal(report, on: "2024-05-06")?.stopping == ["declaration.plan-is-valid-version"])
    try scene.bench.state(
      [
        FactStatement(.planVoteVersion, .code("\(project)/P2")), FactStatement(.planVoteCarried, .flag(true)),
        FactStatement(.planNoticeClosed, .flag(true)),
      ], of: project, on: "2024-04-30")
    try scene.bench.send(try IntakeScene.declaration(project), on: "2024-05-01", as: .ownersBody)
    #expect(
      try scene.bench.refusal(report, on: "2024-05-06")?.stopping == ["declaration.initial-review-passed"])
    try scene.bench.send(
      ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), on: "2024-05-02")
    #expect(try scene.bench.refusal(report, on: "2024-05-06") == nil)
    #expect(
      try scene.bench.refusal(try IntakeScene.declaration(project), on: "2024-05-07", as: .ownersBody)?.code
        == "already-reported")
  }
}
