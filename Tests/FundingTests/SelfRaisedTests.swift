import Contracts
import DomainModel
import Funding
import Policy
import TestKit
import Testing

@Suite("What residents pledge to raise, where no formula says it")
struct SelfRaisedTests {
  private let project = FundingBench.project

  private func pledge(
    _ total: Money = "1200000.00", residents: Money = "960000.00", plan: PlanID = FundingBench.plan
  ) -> RecordSelfRaisedPlan {
    RecordSelfRaisedPlan(
      project: project, plan: plan, total: total,
      parts: SelfRaisedParts(
        residents: residents, housingReformFund: "120000.00", managementFund: "60000.00", donations: "40000.00",
        other: "20000.00"), document: FundingBench.paper)
  }

  private func funding(_ law: Law? = nil) throws -> FundingBench {
    let funding = try FundingBench(under: law ?? .wenzhou())
    try funding.registerAccount()
    return funding
  }

  private func inPlace(_ funding: FundingBench, on day: BusinessDate, start: Bool = false) throws -> Finding.Result? {
    let step: WireName = start ? "supervision.start-construction" : "approvals.open-initiation"
    let rule = try Law.wenzhou().gate(step).first { $0.rule == "funds.in-place" }
    let circumstances = Circumstances(facts: try funding.bench.facts(of: project), on: day)
    return rule.map { RuleRegistry.finding(under: $0, in: circumstances).result }
  }

  @Test("is the sum of its five parts to the fen")
  func sum() throws {
    let funding = try funding()
    for wrong in ["1199999.99", "1200000.01", "960000.00"] as [Money] {
      let refusal = try funding.bench.refusal(pledge(wrong), on: "2024-07-17", as: .residentsCommittee)
      #expect(refusal?.findings.filter(\.stops).map(\.rule) == ["funding.pledged-total"])
    }
    let report = try funding.bench.send(pledge(), on: "2024-07-17", as: .residentsCommittee)
    #expect(report.total == "1200000.00" && report.standing.planned == "1200000.00")
    #expect(try funding.fact(.residentFundsPlanned)?.value == .money("1200000.00"))
    let answer = try funding.bench.ask(EstimateQuery(project: project))
    #expect(answer.estimate == nil && answer.selfRaised?.parts.residents == "960000.00")
  }

  @Test("by the narrow reading is the residents' own contribution alone (AMB-55)")
  func narrow() throws {
    let law = try Law.wenzhou(replacing: [
      "pledgeTotal: silent": "pledgeTotal: {value: residents-only, cites: [guide Annex 5]}"
    ])
    let funding = try funding(law)
    let refusal = try funding.bench.refusal(pledge(), on: "2024-07-17", as: .residentsCommittee)
    let finding = refusal?.findings.first(where: \.stops)
    #expect(finding?.rule == "funding.pledged-total" && finding?.origin == .document)
    let report = try funding.bench.send(pledge("960000.00"), on: "2024-07-17", as: .residentsCommittee)
    #expect(report.standing.planned == "960000.00")
  }

  @Test("is measured by the gates: 1,079,999.99 too little, 1,080,000.00 enough, all of it before the start")
  func vectors() throws {
    let funding = try funding()
    #expect(try inPlace(funding, on: "2024-10-14") == .unknown)
    try funding.bench.send(pledge(), on: "2024-07-17", as: .residentsCommittee)
    try funding.deposit("T1", "1079999.99", cleared: "2024-10-11")
    #expect(try inPlace(funding, on: "2024-10-14") == .violated)
    try funding.deposit("T2", "0.01", cleared: "2024-10-16")
    #expect(try inPlace(funding, on: "2024-10-15") == .violated)
    #expect(try inPlace(funding, on: "2024-10-16") == .satisfied)
    #expect(try inPlace(funding, on: "2024-10-16", start: true) == .violated)
    try funding.deposit("T3", "119999.99", cleared: "2025-02-18")
    #expect(try inPlace(funding, on: "2025-02-24", start: true) == .violated)
    try funding.deposit("T4", "0.01", cleared: "2025-02-25")
    #expect(try inPlace(funding, on: "2025-02-25", start: true) == .satisfied)
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2025-02-25"))
  }

  @Test("counts what the pledge counts: funds and donations are the residents'")
  func sources() throws {
    let funding = try funding()
    try funding.bench.send(pledge(), on: "2024-07-17", as: .residentsCommittee)
    for (number, source) in [DepositSource.housingReformFund, .maintenanceFund, .donation, .otherSelfRaised].enumerated() {
      try funding.deposit(try BankReference("T\(number)"), "10.00", cleared: "2024-08-01", source: source)
    }
    try funding.deposit("T9", "10.00", cleared: "2024-08-01", source: .socialCapital)
    #expect(try funding.fact(.residentFundsCleared)?.value == .money("40.00"))
  }

  @Test("measures money that came before it, and a later pledge takes its place")
  func replaced() throws {
    let funding = try funding()
    try funding.deposit("T1", "500000.00", cleared: "2024-07-01")
    let first = try funding.bench.send(pledge(), on: "2024-07-17", as: .residentsCommittee)
    #expect(first.standing.cleared == "500000.00")
    let less = RecordSelfRaisedPlan(
      project: project, plan: FundingBench.plan, total: "500000.00",
      parts: SelfRaisedParts(
        residents: "500000.00", housingReformFund: .zero, managementFund: .zero, donations: .zero, other: .zero),
      document: FundingBench.paper)
    #expect(try funding.bench.refusal(less, on: "2024-07-16", as: .ownersBody)?.code == "dated-before")
    let second = try funding.bench.send(less, on: "2024-07-20", as: .ownersBody)
    #expect(second.standing.completeSince == "2024-07-01")
    #expect(try inPlace(funding, on: "2024-07-20", start: true) == .satisfied)
    let (before, after) = try funding.bench.rebuilt()
    #expect(before == after)
  }

  @Test("is for the valid plan, and not for a city whose formula says what residents bear")
  func refused() throws {
    let funding = try funding()
    try funding.bench.state(
      [FactStatement(.planVersion, .code("330382-2024-0007/P2"))], of: project, on: "2024-07-01")
    let stale = try funding.bench.refusal(pledge(), on: "2024-07-17", as: .residentsCommittee)
    #expect(stale?.code == "plan-not-current" && stale?.pointers == ["/plan"])
    let yueqing = try FundingBench()
    #expect(try yueqing.bench.refusal(pledge(), on: "2024-07-17", as: .residentsCommittee)?.code == "formula-governs")
  }

  @Test("a formula is not made up: an estimate is refused")
  func noFormula() throws {
    let funding = try funding()
    try funding.hearPlan(basic: "5000000.00", area: "20000.00")
    let compute = ComputeEstimate(project: project, plan: FundingBench.plan)
    #expect(try funding.bench.refusal(compute, on: "2024-07-17")?.code == "formula-silent")
  }
}
