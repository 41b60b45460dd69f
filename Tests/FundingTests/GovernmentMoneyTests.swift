import Contracts
import DomainModel
import Funding
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("City and district pay (Ziyang 3.5)")
struct GovernmentMoneyTests {
  static let project: ProjectID = "512000-2021-0001"
  static let plan: PlanID = "512000-2021-0001/P1"
  static let paper = DocumentHash.sample
  let bench: Bench

  /// 18.9 million, of which governments need 18.0 and above grants 8.0: city and district bear 5.0 million each.
  init() throws {
    bench = try Bench(FundingService.definition, law: Law.ziyang())
    try bench.upload(Self.paper)
    try bench.openProject(Self.project, on: "2021-01-12")
    try bench.hear(
      PlanRecorded(
        project: Self.project, plan: Self.plan, document: Self.paper,
        lines: [CostLine(code: "Z1-9", key: "road", tier: .basic, engineeringCost: "18000000.00", isExcluded: false)],
        sharedCosts: Contracts.SharedCosts(other: "600000.00", contingency: "300000.00"), subsidyArea: "16000.00",
        socialCapital: .zero, apportionment: .exclusiveArea, governmentInvestment: true, touchesFacade: false),
      on: "2021-04-20")
    try bench.send(
      RegisterAccount(project: Self.project, bank: "样例银行", number: "6222000000000051", holder: "yanjiang-district"),
      on: "2021-05-01", as: .districtGovernment)
  }

  private func fixing(owners: Money = "600000.00", upper: Money = "8000000.00") -> FixGovernmentShares {
    FixGovernmentShares(
      project: Self.project, plan: Self.plan, owners: owners, social: "300000.00", upper: upper, basis: Self.paper)
  }

  @discardableResult
  private func fix() throws -> GovernmentShares {
    try bench.send(fixing(), on: "2021-05-10", as: .districtGovernment)
  }

  private func district(_ amount: Money, _ number: BankReference, on day: BusinessDate) throws {
    try bench.send(
      RecordSubsidyReceipt(
        project: Self.project, transaction: number, amount: amount, clearedOn: day, level: .county, allocation: Self.paper),
      on: day, as: .finance)
  }

  private func apply(_ amount: Money, on day: BusinessDate = "2021-06-01") throws -> TransferID {
    try bench.send(
      ApplyForCityShare(project: Self.project, amount: amount, application: Self.paper), on: day, as: .districtGovernment
    ).transfer
  }

  private func checkAndApprove(_ transfer: TransferID) throws {
    try bench.send(CheckCityShare(transfer: transfer, opinion: Self.paper), on: "2021-06-02", as: .housing)
    try bench.send(ApproveCityShare(transfer: transfer, approval: Self.paper), on: "2021-06-03", as: .cityGovernment)
  }

  private func money() throws -> GovernmentMoneyReport { try bench.ask(GovernmentMoneyQuery(project: Self.project)) }

  @Test("shares are fixed on the plan's whole cost and tell what owners owe")
  func shares() throws {
    let shares = try fix()
    #expect(shares.investment == "18900000.00" && shares.shortfall == "10000000.00")
    #expect(shares.city == "5000000.00" && shares.district == "5000000.00")
    #expect(try bench.facts(of: Self.project)[.residentFundsPlanned]?.value == .money("600000.00"))
  }

  @Test("more from others than the project costs is refused, and a plan not heard")
  func sharesRefused() throws {
    let over = try #require(try bench.refusal(fixing(upper: "18000000.01"), on: "2021-05-10", as: .finance))
    #expect(over.findings.filter(\.stops).map(\.rule) == ["funding.sources-within-investment"])
    #expect(try bench.refusal(fixing(upper: "18000000.00"), on: "2021-05-10", as: .finance) == nil)
    let other = FixGovernmentShares(
      project: Self.project, plan: "512000-2021-0001/P9", owners: .zero, social: .zero, upper: .zero, basis: Self.paper)
    #expect(try bench.refusal(other, on: "2021-05-11", as: .finance)?.code == "plan-not-heard")
  }

  @Test("no share is applied for before shares are fixed, nor beyond the city's part, nor nothing")
  func applying() throws {
    func code(_ amount: Money) throws -> String? {
      try bench.refusal(
        ApplyForCityShare(project: Self.project, amount: amount, application: Self.paper), on: "2021-06-01",
        as: .districtGovernment)?.code
    }
    #expect(try code("1.00") == "government-shares-missing")
    try fix()
    #expect(try code("0.00") == "amount-missing")
    #expect(try code("5000000.01") == "gate-closed")
    #expect(try code("5000000.00") == nil)
    #expect(try code("0.01") == "gate-closed")
  }

  @Test("no state is skipped, by whoever tries")
  func states() throws {
    try fix()
    try district("3000000.00", "D-1", on: "2021-05-20")
    let transfer = try apply("3000000.00")
    func code(_ command: some Command, _ role: Role) throws -> String? {
      try bench.refusal(command, on: "2021-06-05", as: role)?.code
    }
    let approve = ApproveCityShare(transfer: transfer, approval: Self.paper)
    let pay = PayTransfer(transfer: transfer, transaction: "C-1")
    #expect(try code(approve, .cityGovernment) == "transfer-not-in-state")
    #expect(try code(pay, .finance) == "transfer-not-in-state")
    try checkAndApprove(transfer)
    #expect(try code(CheckCityShare(transfer: transfer, opinion: Self.paper), .housing) == "transfer-not-in-state")
    let treasury = try bench.send(pay, on: "2021-06-05", as: .finance)
    #expect(treasury.state == "paid-to-treasury-account")
    #expect(try code(pay, .finance) == "bank-number-used")
    let project = try bench.send(PayTransfer(transfer: transfer, transaction: "C-2"), on: "2021-06-06", as: .finance)
    #expect(project.state == "paid-to-project-account")
    let further = PayTransfer(transfer: transfer, transaction: "C-3")
    #expect(try bench.refusal(further, on: "2021-06-07", as: .finance)?.code == "transfer-not-in-state")
    #expect(try code(CheckCityShare(transfer: "512000-2021-0001/B9", opinion: Self.paper), .housing) == "transfer-unknown")
    let rebuilt = try bench.rebuilt()
    #expect(rebuilt.before == rebuilt.after)
  }

  @Test("the city pays 3.0 million against 3.0 in place, no fen more, and 2.0 once 5.0 are there")
  func matching() throws {
    try fix()
    try district("3000000.00", "D-1", on: "2021-05-20")
    let early = try apply("3000000.01")
    try checkAndApprove(early)
    let refused = try #require(
      try bench.refusal(PayTransfer(transfer: early, transaction: "C-1"), on: "2021-06-04", as: .finance))
    let finding = try #require(refused.findings.first { $0.stops })
    #expect(finding.rule == "funding.within-district-money" && finding.cites.map(\.article) == ["3.5"])
    try bench.send(RejectTransfer(transfer: early, reason: "按到位数重新申请"), on: "2021-06-04", as: .finance)
    let first = try apply("3000000.00", on: "2021-06-05")
    try bench.send(CheckCityShare(transfer: first, opinion: Self.paper), on: "2021-06-06", as: .housing)
    try bench.send(ApproveCityShare(transfer: first, approval: Self.paper), on: "2021-06-07", as: .cityGovernment)
    try bench.send(PayTransfer(transfer: first, transaction: "C-2"), on: "2021-06-08", as: .finance)
    #expect(try money().cityPaid == "3000000.00" && money().payableNow == .zero)
    try bench.send(PayTransfer(transfer: first, transaction: "C-3"), on: "2021-06-09", as: .finance)
    try district("2000000.00", "D-2", on: "2021-09-01")
    #expect(try money().payableNow == "2000000.00" && money().districtInPlace == "5000000.00")
  }

  @Test("the district's money that the bank takes back no longer counts")
  func reversed() throws {
    try fix()
    try district("3000000.00", "D-1", on: "2021-05-20")
    try bench.send(
      RecordReversal(
        project: Self.project, transaction: "D-1", cause: .bankReversal, reference: nil), on: "2021-05-25", as: .finance)
    #expect(try money().districtInPlace == .zero)
  }

  @Test("central and provincial money needs the opinion, stays within the grant and goes through both accounts")
  func upper() throws {
    try fix()
    func opinion(_ amount: Money, _ level: TreasuryLevel) -> GiveSubsidyOpinion {
      GiveSubsidyOpinion(project: Self.project, amount: amount, level: level, opinion: Self.paper)
    }
    #expect(try bench.refusal(opinion("1.00", .county), on: "2021-06-01", as: .housing)?.code == "level-not-upper")
    #expect(try bench.refusal(opinion("8000000.01", .central), on: "2021-06-01", as: .housing)?.code == "gate-closed")
    let given = try bench.send(opinion("8000000.00", .central), on: "2021-06-01", as: .housing)
    #expect(given.state == "opinion-given" && given.kind == .upperSubsidy)
    try bench.send(PayTransfer(transfer: given.transfer, transaction: "U-1"), on: "2021-06-02", as: .finance)
    let refused = try bench.refusal(
      RejectTransfer(transfer: given.transfer, reason: "退回"), on: "2021-06-02", as: .finance)
    #expect(refused?.code == "transfer-not-in-state")
    try bench.send(PayTransfer(transfer: given.transfer, transaction: "U-2"), on: "2021-06-03", as: .finance)
    let arrived = try #require(try bench.events(DepositsRecorded.self).last)
    #expect(arrived.level == .central && arrived.rows.map(\.amount) == ["8000000.00"])
  }

  @Test("city, provincial and central money is not entered as if it had arrived", arguments: [
    TreasuryLevel.prefecture, .provincial, .central,
  ])
  func shortcut(_ level: TreasuryLevel) throws {
    let receipt = RecordSubsidyReceipt(
      project: Self.project, transaction: "X-1", amount: "1.00", clearedOn: "2021-05-20", level: level,
      allocation: Self.paper)
    #expect(try bench.refusal(receipt, on: "2021-05-20", as: .finance)?.code == "transfer-needed")
  }

  @Test("project money is paid for the project's costs and nothing else (Ziyang 3.5)")
  func purposes() throws {
    func request(_ purpose: FundPurpose) -> RequestDisbursement {
      RequestDisbursement(
        project: Self.project, category: .otherCost, payee: "sample-builder", purpose: purpose,
        parts: [FundPart(fund: .fiscal, amount: "1.00")], invoice: Self.paper)
    }
    let refused = try #require(try bench.refusal(request(.lifts), on: "2021-07-01", as: .constructionUnit))
    let stop = try #require(refused.findings.first { $0.stops })
    #expect(stop.rule == "funds.purpose-allowed" && stop.cites.map(\.description) == ["plan 3.5"])
    #expect(try bench.refusal(request(.projectCosts), on: "2021-07-01", as: .constructionUnit) == nil)
  }

  @Test("meters fall on government or operator, never on households", arguments: [
    (OutsideCostBearer.government, true), (.utility, true), (.household, false), (.owners, false),
  ])
  func meters(_ bearer: OutsideCostBearer, _ holds: Bool) throws {
    let cost = RecordOutsideCost(
      project: Self.project, item: "household-meters", bearer: bearer, amount: "96000.00", evidence: Self.paper,
      replaces: nil)
    let refused = try bench.refusal(cost, on: "2021-06-10")
    #expect((refused == nil) == holds)
    let stopping = refused?.findings.first { $0.stops }
    if !holds { #expect(stopping?.cites.map(\.article) == ["3.2"]) }
  }

  @Test("premises are their owner's, pipes inside a home the household's; none of it enters the shares")
  func outside() throws {
    try fix()
    let before = try money().shares
    for (item, bearer) in [("commercial-premises", OutsideCostBearer.premisesOwner), ("in-home-pipes", .household)] {
      try bench.send(
        RecordOutsideCost(
          project: Self.project, item: try Identifier(item), bearer: bearer, amount: "100.00", evidence: Self.paper,
          replaces: nil), on: "2021-06-10")
    }
    #expect(try money().shares == before && money().outsideCosts.count == 2)
    let unknown = RecordOutsideCost(
      project: Self.project, item: "balcony", bearer: .household, amount: "1.00", evidence: Self.paper, replaces: nil)
    #expect(try bench.refusal(unknown, on: "2021-06-10")?.code == "outside-cost-unknown")
  }

  @Test("Yueqing's indoor drainage is recorded outside the project, by whoever bears it (AMB-44)")
  func indoorDrainage() throws {
    let funding = try FundingBench.estimated()
    func cost(_ item: Identifier<SlugKind>) -> RecordOutsideCost {
      RecordOutsideCost(
        project: FundingBench.project, item: item, bearer: .household, amount: "300.00", evidence: FundingBench.paper,
        replaces: nil)
    }
    let before = try funding.fact(.residentFundsPlanned)?.value
    #expect(try funding.bench.refusal(cost("roof-leak"), on: "2024-03-10")?.code == "outside-cost-unknown")
    try funding.bench.send(cost("indoor-drainage"), on: "2024-03-10")
    #expect(try funding.fact(.residentFundsPlanned)?.value == before)
  }

  @Test("goods and work are recorded with a value above zero and are no money")
  func contributions() throws {
    func labour(_ value: Money) -> RecordContribution {
      RecordContribution(
        project: Self.project, kind: .labour, giver: .owners, what: "清理楼道", value: value, evidence: Self.paper,
        replaces: nil)
    }
    #expect(try bench.refusal(labour(.zero), on: "2021-06-11")?.code == "amount-missing")
    try bench.send(labour("3600.00"), on: "2021-06-11")
    #expect(try money().contributions == "3600.00" && money().districtInPlace == .zero)
  }

  @Test("a needy household stands in the record as an opaque id; unit and reason are in the vault")
  func hardship() throws {
    let flag = FlagHardship(
      project: Self.project, household: "p-need-1", unit: "u-2-017", kind: .lowIncome, replaces: nil)
    try bench.send(flag, on: "2021-06-11", as: .civilAffairs)
    #expect(try bench.vault(of: "p-need-1") == ["unit": "u-2-017", "hardship": "low-income"])
    let text = try bench.recordedText()
    #expect(!text.contains("u-2-017") && !text.contains("low-income"))
    #expect(try bench.refusal(flag, on: "2021-06-12", as: .civilAffairs)?.code == "hardship-known")
    #expect(try money().needyHouseholds == 1)
  }

  @Test("the first instalment is paid when every unit has paid, or when none was due", arguments: [
    (false, 240, 240, true), (false, 240, 239, false), (true, 0, 0, true),
  ])
  func instalment(before: Bool, due: Int, paid: Int, isPaid: Bool) throws {
    try bench.send(
      RecordFirstInstalment(
        project: Self.project, paidInBefore: before, unitsDue: try Whole(due), unitsPaid: try Whole(paid),
        amount: paid > 0 ? "480000.00" : .zero, evidence: Self.paper), on: "2022-03-10")
    #expect(try bench.facts(of: Self.project).holds(.firstInstalmentPaid) == isPaid)
  }

  @Test("an instalment that contradicts itself is refused", arguments: [(240, 241, "1.00"), (0, 0, "0.00"), (240, 3, "0.00")]
    as [(Int, Int, Money)])
  func instalmentContradicts(due: Int, paid: Int, amount: Money) throws {
    let bare = RecordFirstInstalment(
      project: Self.project, paidInBefore: false, unitsDue: try Whole(due), unitsPaid: try Whole(paid), amount: amount,
      evidence: Self.paper)
    #expect(try bench.refusal(bare, on: "2022-03-10")?.code == "instalment-contradicts")
  }

  @Test("a city without split and states refuses both")
  func silent() throws {
    let funding = try FundingBench()
    try funding.hearPlan(basic: "1000000.00", area: "20000.00")
    let fix = FixGovernmentShares(
      project: FundingBench.project, plan: FundingBench.plan, owners: .zero, social: .zero, upper: .zero,
      basis: FundingBench.paper)
    #expect(try funding.bench.refusal(fix, on: "2024-02-01", as: .finance)?.code == "split-silent")
  }
}
