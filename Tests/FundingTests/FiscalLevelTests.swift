import Contracts
import DomainModel
import Funding
import Policy
import TestKit
import Testing

@Suite("Fiscal money by level, and which of it counts against the cap (AMB-20)")
struct FiscalLevelTests {
  private let project = FundingBench.project
  /// Central and provincial money stands outside the cap.
  private static let leavingOut = [
    "fiscalMoneyInCap: silent": "fiscalMoneyInCap: {value: [prefecture, county, pooled-programme], cites: [plan 6]}"
  ]
  private static let central = FiscalPart(level: .central, amount: "1000000.00")

  /// F2: a cap of 3.0 million leaves 1.22 million to the residents.
  private func planned(_ law: Law? = nil) throws -> FundingBench {
    let funding = try FundingBench(under: law)
    try funding.hearPlan(basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00")
    try funding.registerAccount()
    return funding
  }

  private func compute(_ parts: [FiscalPart]?) throws -> ComputeEstimate {
    ComputeEstimate(project: project, plan: FundingBench.plan, fiscalMoney: try parts.map { try Listing($0) })
  }

  private func finding(_ funding: FundingBench) throws -> Finding? {
    try funding.bench.ask(ReceiptsQuery<FundingContract>(project: project)).receipts.flatMap(\.receipt.findings)
      .last { $0.rule == "funding.fiscal-money-in-cap" }
  }

  @Test("central money that is promised changes nothing where all levels count")
  func counted() throws {
    let funding = try planned()
    let report = try funding.bench.send(compute([Self.central]), on: "2024-02-01")
    #expect(report.figures.subsidy == "3000000.00" && report.figures.residentsCollected == "2000000.00")
    #expect(report.figures.outsideCap == nil)
    #expect(try finding(funding) == nil)
  }

  @Test("where the edition leaves it out it comes on top of the cap, with the article in the receipt")
  func leftOut() throws {
    let funding = try planned(.yueqing(replacing: Self.leavingOut))
    let report = try funding.bench.send(compute([Self.central]), on: "2024-02-01")
    #expect(report.figures.subsidy == "4000000.00" && report.figures.outsideCap == "1000000.00")
    #expect(report.figures.excess == "220000.00" && report.figures.residentsCollected == "1000000.00")
    let told = try finding(funding)
    #expect(told?.cites.map(\.description) == ["plan 6"] && told?.origin == .document)
    #expect(try funding.fact(.residentFundsPlanned)?.value == .money("1000000.00"))
  }

  @Test("a level is named once, with an amount", arguments: [
    [central, central], [FiscalPart(level: .county, amount: .zero)],
  ])
  func repeated(_ parts: [FiscalPart]) throws {
    let funding = try planned()
    #expect(try funding.bench.refusal(compute(parts), on: "2024-02-01")?.code == "fiscal-level-repeated")
  }

  private func receive(_ funding: FundingBench, _ number: BankReference, _ amount: Money, _ level: TreasuryLevel) throws {
    try funding.bench.send(
      RecordSubsidyReceipt(
        project: project, transaction: number, amount: amount, clearedOn: "2024-09-01", level: level,
        allocation: FundingBench.paper), on: "2024-09-01", as: .finance)
  }

  private func verify(_ parts: Listing<FiscalPart, 5>? = nil) -> VerifyFinalAccounts {
    VerifyFinalAccounts(
      project: project,
      accounts: VerifiedAccounts(
        basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00",
        sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), lifts: .zero, floorArea: "10000.00",
        socialCapital: .zero, fiscalMoney: parts), verifiedBy: "yueqing-finance", document: FundingBench.paper)
  }

  @Test("the accounts count what each level paid, unless they say themselves what it is")
  func accounts() throws {
    let funding = try planned(.yueqing(replacing: Self.leavingOut))
    try receive(funding, "F1", "600000.00", .central)
    try receive(funding, "F2", "2000000.00", .county)
    try receive(funding, "F3", "400000.00", .provincial)
    try receive(funding, "F4", "9000.00", .central)
    try funding.bench.send(
      RecordReversal(project: project, transaction: "F4", cause: .bankReversal, reference: "R4"), on: "2024-09-03",
      as: .finance)
    let sources = try funding.bench.ask(SourcesQuery(project: project), as: .finance)
    #expect(Set(sources.fiscal ?? []) == [
      FiscalPart(level: .central, amount: "600000.00"), FiscalPart(level: .county, amount: "2000000.00"),
      FiscalPart(level: .provincial, amount: "400000.00"),
    ])
    try funding.bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2024-12-01")
    let received = try funding.bench.send(verify(), on: "2025-02-01", as: .finance)
    #expect(received.figures.outsideCap == "1000000.00" && received.figures.subsidy == "4000000.00")
    let again = VerifyFinalAccounts(
      project: project, accounts: verify([FiscalPart(level: .central, amount: "600000.00")]).accounts,
      verifiedBy: "yueqing-finance", document: FundingBench.paper, reason: "省级资金改列")
    let named = try funding.bench.send(again, on: "2025-02-02", as: .finance)
    #expect(named.figures.outsideCap == "600000.00" && named.figures.subsidy == "3600000.00")
    let (before, after) = try funding.bench.rebuilt()
    #expect(before == after)
  }

  @Test("social capital lowers the excess first, then the subsidy, never the residents' share (AMB-21)", arguments: [
    ("1000000.00", "3000000.00", "220000.00", "0.00"), ("1500000.00", "2720000.00", "0.00", "0.00"),
    ("4500000.00", "0.00", "0.00", "280000.00"),
  ] as [(Money, Money, Money, Money)])
  func socialCapital(_ social: Money, _ subsidy: Money, _ excess: Money, _ over: Money) throws {
    let funding = try FundingBench()
    try funding.hearPlan(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: social)
    let figures = try funding.bench.send(compute(nil), on: "2024-02-01").figures
    #expect(figures.weightedShare == "780000.00")
    #expect(figures.subsidy == subsidy && figures.excess == excess && figures.overfunded == over)
    let receipts = try funding.bench.ask(ReceiptsQuery<FundingContract>(project: project)).receipts
    let told = receipts.flatMap(\.receipt.findings).last { $0.rule == "funding.overfunded" }
    #expect((told != nil) == (over > .zero) && told?.stops != true)
  }

  @Test("what becomes of money beyond the need a person decides, with who and why; it moves nothing (AMB-21)")
  func surplus() throws {
    let funding = try FundingBench()
    let decide = DecideSurplus(project: project, outcome: .returned, reason: "退回出资单位", document: FundingBench.paper)
    #expect(try funding.bench.refusal(decide, on: "2024-02-02", as: .finance)?.code == "estimate-missing")
    try funding.hearPlan(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "4500000.00")
    try funding.bench.send(compute(nil), on: "2024-02-01")
    #expect(throws: Rejected.self) { try funding.bench.send(decide, on: "2024-02-02", as: .residentsCommittee) }
    try funding.bench.send(decide, on: "2024-02-02", as: .finance)
    let told = try #require(try funding.bench.ask(EstimateQuery(project: project)).surplus)
    #expect(told.amount == "280000.00" && told.outcome == .returned && told.reason == "退回出资单位")
    try funding.hearPlan("330382-2024-0007/P2", basic: "4000000.00", area: "10000.00", on: "2024-02-20")
    try funding.bench.send(ComputeEstimate(project: project, plan: "330382-2024-0007/P2"), on: "2024-02-21")
    #expect(try funding.bench.refusal(decide, on: "2024-02-22", as: .finance)?.code == "nothing-overfunded")
    let (before, after) = try funding.bench.rebuilt()
    #expect(before == after)
  }

  @Test("shared costs follow the engineering cost of the tiers (AMB-22)")
  func sharedCosts() throws {
    let funding = try FundingBench()
    try funding.hearPlan(
      basic: "3000000.00", improvement: "1000000.00", other: "320000.00", contingency: "200000.00", area: "18000.00")
    let figures = try funding.bench.send(compute(nil), on: "2024-02-01").figures
    #expect(figures.investment == "4520000.00" && figures.weightedShare == "678000.00")
    #expect(figures.basic == "3390000.00" && figures.improvement == "1130000.00")
  }

  @Test("under the pack as it is the accounts settle on the cap, whoever paid")
  func settled() throws {
    let funding = try planned()
    try receive(funding, "F1", "3500000.00", .central)
    try funding.bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2024-12-01")
    let report = try funding.bench.send(verify(), on: "2025-02-01", as: .finance)
    #expect(report.figures.subsidy == "3000000.00" && report.figures.outsideCap == nil)
  }
}
