import Contracts
import DomainModel
import Intake
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("What the annual plan rests on, when it does not stand")
struct DoubtfulListingTests {
  private func step(_ name: WireName, of project: ProjectID, in bench: Bench) throws -> TakenStep {
    let receipts = try bench.ask(ReceiptsQuery<IntakeContract>(project: project)).receipts
    return try #require(receipts.last { $0.receipt.step == name }, "\(name)")
  }

  private static let chain: [WireName] = [
    "intake.report-to-city", "intake.assess-fiscal-capacity", "intake.record-competitive-review",
    "intake.adopt-annual-plan",
  ]

  @Test("each project of a plan keeps a receipt of its own", arguments: ["intake.assess-fiscal-capacity", "intake.adopt-annual-plan"] as [WireName])
  func receipts(_ name: WireName) throws {
    let scene = try IntakeScene()
    let projects = [try scene.selected("一区"), try scene.selected("二区")]
    try scene.bench.send(IntakeScene.annualPlan(try Listing(projects)), on: "2024-05-31", as: .renovationOffice)
    for project in projects {
      let receipt = try step(name, of: project, in: scene.bench).receipt
      #expect(receipt.project == project && receipt.edition == scene.edition)
      #expect(!receipt.findings.isEmpty && receipt.findings.allSatisfy { !$0.stops })
    }
  }

  @Test("money taken back puts the report, the assessment, the review and the listing of that project in question, and no other's")
  func money() throws {
    let scene = try IntakeScene()
    let (first, second) = (try scene.selected("一区"), try scene.selected("二区"))
    try scene.bench.send(IntakeScene.annualPlan([first, second]), on: "2024-05-31", as: .renovationOffice)
    let source = try #require(try scene.bench.facts(of: first)[.residentFundsCleared]?.source)
    try scene.bench.hear(
      RecordWithdrawn<FundingContract>(
        project: first, sequence: source.sequence, reason: "退汇",
        restated: [FactStatement(.residentFundsCleared, .money("1.00"), on: "2024-04-16")]), on: "2024-06-03")
    for name in Self.chain {
      #expect(try step(name, of: first, in: scene.bench).inQuestion != nil, "\(name)")
      #expect(try step(name, of: second, in: scene.bench).inQuestion == nil, "\(name)")
    }
    #expect(try step("intake.report-to-city", of: first, in: scene.bench).inQuestion == source)
    let facts = try scene.bench.facts(of: first)
    #expect(facts[.annualPlanListed]?.isInQuestion == true && facts[.fiscalCapacityAssessed]?.isInQuestion == true)
    #expect(try scene.bench.facts(of: second)[.annualPlanListed]?.isInQuestion == false)
    // The listing may be confirmed for this project, which leaves the others as they are.
    let listing = try step("intake.adopt-annual-plan", of: first, in: scene.bench)
    try scene.bench.send(
      ConfirmStep<IntakeContract>(project: first, sequence: listing.sequence, reason: "资金已补缴"), on: "2024-06-04",
      as: .renovationOffice)
    #expect(try scene.bench.facts(of: first)[.annualPlanListed]?.isInQuestion == false)
    #expect(try step("intake.report-to-city", of: first, in: scene.bench).inQuestion != nil)
    let (before, after) = try scene.bench.rebuilt()
    #expect(before == after)
  }

  @Test("a round opened again puts the declaration and all that rests on it in question")
  func reopened() throws {
    let scene = try IntakeScene()
    let project = try scene.selected()
    try scene.bench.send(IntakeScene.annualPlan([project]), on: "2024-05-31", as: .renovationOffice)
    let source = try #require(try scene.bench.facts(of: project)[.planVoteCarried]?.source)
    try scene.bench.hear(
      RoundReopened(
        project: project, round: RoundID(project, 2), kind: .plan, objection: ObjectionID(project, 1), reason: "签名有误"),
      on: "2024-06-03")
    try scene.bench.hear(
      StepQuestioned<VotingContract>(
        project: project, step: "voting.close-round", sequence: source.sequence, because: source), on: "2024-06-03")
    #expect(try step("intake.submit-declaration", of: project, in: scene.bench).inQuestion == source)
    for name in ["intake.review-declaration" as WireName] + Self.chain {
      #expect(try step(name, of: project, in: scene.bench).inQuestion != nil, "\(name)")
    }
    #expect(try scene.bench.facts(of: project)[.declarationSubmitted]?.isInQuestion == true)
  }

  @Test("what a step itself states is not listed as missing from it")
  func outlook() throws {
    let scene = try IntakeScene()
    let project = try scene.opened()
    let outlook = try scene.bench.ask(OutlookQuery(project: project, asOf: "2024-06-01"))
    let evaluation = try #require(outlook.stages.first { $0.step == "supervision.evaluate" })
    #expect(evaluation.findings.map(\.rule) == ["acceptance.passed"])
    #expect(!evaluation.isOpen)
    try scene.bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2024-06-01")
    let later = try scene.bench.ask(OutlookQuery(project: project, asOf: "2024-06-01"))
    #expect(later.stages.first { $0.step == "supervision.evaluate" }?.isOpen == true)
  }
}
