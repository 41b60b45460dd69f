import Contracts
import DomainModel
import Funding
import ServiceKit
import TestKit
import Testing

@Suite("Computing the estimate")
struct EstimateTests {
  let project = FundingBench.project

  @Test("states what residents are to pay, with a receipt of every figure")
  func computes() throws {
    let funding = try FundingBench()
    try funding.hearPlan(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", lifts: "2000000.00", area: "10000.00")
    let report = try funding.bench.send(ComputeEstimate(project: project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(report.figures.weightedShare == "780000.00")
    #expect(report.figures.excess == "1220000.00")
    #expect(report.figures.residentsCollected == "2000000.00")
    #expect(report.figures.lifts == "2000000.00")
    #expect(try funding.fact(.residentFundsPlanned)?.value == .money("2000000.00"))
    #expect(try funding.fact(.residentFundsCleared)?.value == .money(.zero))
    let receipts = try funding.bench.ask(ReceiptsQuery<FundingContract>(project: project)).receipts
    let findings = receipts.flatMap(\.receipt.findings)
    #expect(findings.contains { $0.rule == "funding.subsidy-formula" && $0.cites.contains("plan 5.2.1") })
    #expect(findings.contains { $0.rule == "funding.collect-excess" && $0.origin == .recommended })
    let answer = try funding.bench.ask(EstimateQuery(project: project))
    #expect(answer.estimate?.figures == report.figures && answer.estimate?.isCurrent == true)
  }

  @Test("a plan that has not arrived is awaited")
  func unheard() throws {
    let funding = try FundingBench()
    let problem = try funding.bench.refusal(
      ComputeEstimate(project: project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(problem?.code == "plan-not-heard" && problem?.retry == .later)
  }

  @Test("a project that has not arrived is awaited")
  func unopened() throws {
    let funding = try FundingBench(opened: false)
    try funding.hearPlan(basic: "1000.00", area: "100.00")
    let problem = try funding.bench.refusal(
      ComputeEstimate(project: project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(problem?.code == "project-unknown" && problem?.retry == .later)
  }

  @Test("only the valid plan version counts")
  func outdated() throws {
    let funding = try FundingBench()
    try funding.hearPlan(basic: "1000.00", area: "100.00")
    try funding.hearPlan("330382-2024-0007/P2", basic: "2000.00", area: "100.00", on: "2024-01-25")
    let problem = try funding.bench.refusal(
      ComputeEstimate(project: project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(problem?.code == "plan-not-current")
    try funding.bench.send(ComputeEstimate(project: project, plan: "330382-2024-0007/P2"), on: "2024-02-01")
    #expect(try funding.fact(.residentFundsPlanned)?.value == .money("200.00"))
  }

  @Test("nothing but lifts is no base, and a missing area no cap")
  func noBase() throws {
    let funding = try FundingBench()
    try funding.hearPlan(basic: .zero, lifts: "2000000.00", area: "100.00")
    let command = ComputeEstimate(project: project, plan: FundingBench.plan)
    #expect(try funding.bench.refusal(command, on: "2024-02-01")?.code == "cost-base-missing")
    let other = try FundingBench()
    try other.hearPlan(basic: "1000.00", area: .zero)
    #expect(try other.bench.refusal(command, on: "2024-02-01")?.code == "cap-area-missing")
  }

  @Test("a new plan measures the money that is in anew")
  func newPlan() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-02-10"))
    try funding.hearPlan("330382-2024-0007/P2", basic: "6000000.00", area: "20000.00", on: "2024-02-20")
    let report = try funding.bench.send(
      ComputeEstimate(project: project, plan: "330382-2024-0007/P2"), on: "2024-02-21")
    #expect(report.standing.completeSince == nil)
    #expect(try funding.fact(.fundsCompleteSince)?.value == .flag(false))
    #expect(try funding.fact(.inPlaceRatio)?.value == .share("50000000/60000000"))
    #expect(try funding.inPlaceFinding(on: "2024-03-01") == .violated)
  }

  @Test("a halted project is not estimated")
  func halted() throws {
    let funding = try FundingBench()
    try funding.hearPlan(basic: "1000.00", area: "100.00")
    try funding.bench.state([FactStatement(.projectSuspended, .flag(true))], of: project, on: "2024-01-30")
    let command = ComputeEstimate(project: project, plan: FundingBench.plan)
    #expect(try funding.bench.refusal(command, on: "2024-02-01")?.code == "project-halted")
  }

  @Test("is not dated before the one it replaces")
  func datedBefore() throws {
    let funding = try FundingBench.estimated()
    let command = ComputeEstimate(project: project, plan: FundingBench.plan)
    #expect(try funding.bench.refusal(command, on: "2024-01-31")?.code == "dated-before")
    try funding.bench.send(command, on: "2024-02-01")
  }
}

@Suite("Fixing the shares")
struct SharesTests {
  let command = FixShares(project: FundingBench.project, roll: FundingBench.roll)

  @Test("divides the planned money by area, all uses included, to the fen")
  func byArea() throws {
    let funding = try FundingBench.estimated()
    try funding.hearRoll([
      FundingBench.unit("u-3", "80.00"), FundingBench.unit("u-1", "80.00"),
      FundingBench.unit("u-2", "140.00", use: .commercial),
    ])
    let report = try funding.bench.send(command, on: "2024-02-05")
    #expect(report.total == "500000.00" && report.units == 3)
    let page = try funding.bench.ask(SharesQuery(project: FundingBench.project, limit: 2))
    #expect(page.units.map(\.unit) == ["u-1", "u-2"] && page.next == "u-2")
    let rest = try funding.bench.ask(SharesQuery(project: FundingBench.project, after: page.next, limit: 2))
    #expect(rest.units.map(\.unit) == ["u-3"] && rest.next == nil)
    // The odd fen goes to the largest remainders: 133,333.33 1/3 twice, 233,333.33 1/3; first in the roll is u-3.
    #expect(rest.units.first?.share == "133333.34")
    #expect(page.units.map(\.share) == ["133333.33", "233333.33"])
  }

  @Test("per household a garage pays nothing")
  func perHousehold() throws {
    let funding = try FundingBench()
    try funding.hearPlan(basic: "5000000.00", area: "20000.00", apportionment: .perHousehold)
    try funding.bench.send(ComputeEstimate(project: FundingBench.project, plan: FundingBench.plan), on: "2024-02-01")
    try funding.hearRoll([
      FundingBench.unit("u-1", "80.00"), FundingBench.unit("u-2", "200.00"),
      FundingBench.unit("g-1", "15.00", use: .garage, household: false),
    ])
    try funding.bench.send(command, on: "2024-02-05")
    let units = try funding.bench.ask(SharesQuery(project: FundingBench.project)).units
    #expect(units.map(\.share) == [.zero, "250000.00", "250000.00"])
  }

  @Test("many units sum exactly and come in parts")
  func manyUnits() throws {
    let funding = try FundingBench.estimated()
    let units = try (1...1203).map {
      FundingBench.unit(try UnitID("u-building-seventeen-entrance-three-\($0)"), try Area(hundredths: Int64(5000 + ($0 * 7919) % 9000)))
    }
    try funding.hearRoll(units)
    try funding.bench.send(command, on: "2024-02-05")
    let listed = try funding.bench.events(SharesListed.self)
    #expect(listed.map(\.shares.count) == [500, 500, 203])
    #expect(listed.map(\.first.value) == [1, 501, 1001])
    #expect(try Money.sum(listed.flatMap { $0.shares.map(\.amount) }) == "500000.00")
  }

  @Test("a roll that has not arrived in full is awaited")
  func incomplete() throws {
    let funding = try FundingBench.estimated()
    #expect(try funding.bench.refusal(command, on: "2024-02-05")?.code == "roll-not-heard")
    try funding.hearRoll([FundingBench.unit("u-1", "80.00")], sealing: 2)
    let problem = try funding.bench.refusal(command, on: "2024-02-05")
    #expect(problem?.code == "roll-incomplete" && problem?.retry == .later)
  }

  @Test("without an estimate there is nothing to divide, without a weight nobody to pay")
  func preconditions() throws {
    let funding = try FundingBench()
    try funding.hearRoll([FundingBench.unit("u-1", "0.00")])
    #expect(try funding.bench.refusal(command, on: "2024-02-05")?.code == "estimate-missing")
    try funding.hearPlan(basic: "1000.00", area: "10.00")
    try funding.bench.send(ComputeEstimate(project: FundingBench.project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(try funding.bench.refusal(command, on: "2024-02-05")?.code == "nobody-pays")
  }

  @Test("the same again is refused, a new plan is divided anew")
  func again() throws {
    let funding = try FundingBench.estimated()
    try funding.hearRoll([FundingBench.unit("u-1", "80.00"), FundingBench.unit("u-2", "20.00")])
    try funding.bench.send(command, on: "2024-02-05")
    #expect(try funding.bench.refusal(command, on: "2024-02-06")?.code == "shares-fixed-before")
    try funding.hearPlan("330382-2024-0007/P2", basic: "6000000.00", area: "20000.00", on: "2024-02-20")
    #expect(try funding.bench.refusal(command, on: "2024-02-21")?.code == "plan-not-current")
    try funding.bench.send(
      ComputeEstimate(project: FundingBench.project, plan: "330382-2024-0007/P2"), on: "2024-02-21")
    #expect(try funding.bench.send(command, on: "2024-02-22").division == 2)
    let units = try funding.bench.ask(SharesQuery(project: FundingBench.project)).units
    #expect(units.map(\.share) == ["480000.00", "120000.00"])
  }
}
