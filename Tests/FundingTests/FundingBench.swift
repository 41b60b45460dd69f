import Contracts
import DomainModel
import Funding
import Policy
import ServiceKit
import TestKit
import Testing

/// Funding on the bench, with the project of the examples.
struct FundingBench {
  static let project: ProjectID = "330382-2024-0007"
  static let plan: PlanID = "330382-2024-0007/P1"
  static let roll: RollID = "330382-2024-0007/L1"
  static let paper: DocumentHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  let bench: Bench

  init(opened: Bool = true, under law: Law? = nil) throws {
    bench = try Bench(FundingService.definition, law: law ?? Law.yueqing())
    try bench.upload(Self.paper)
    if opened { try bench.openProject(Self.project) }
  }

  /// With an estimate by which residents pay 500,000.00 (F7) and the account named.
  static func estimated() throws -> FundingBench {
    let funding = try FundingBench()
    try funding.hearPlan(basic: "5000000.00", area: "20000.00")
    try funding.bench.send(ComputeEstimate(project: project, plan: plan), on: "2024-02-01")
    try funding.registerAccount()
    return funding
  }

  func hearPlan(
    _ plan: PlanID = plan, basic: Money, improvement: Money = .zero, enhancement: Money = .zero, lifts: Money = .zero,
    other: Money = .zero, contingency: Money = .zero, area: Area, social: Money = .zero,
    apportionment: Contracts.ApportionmentKey = .exclusiveArea, on day: BusinessDate = "2024-01-20"
  ) throws {
    let lines = [
      CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: basic, isExcluded: false),
      CostLine(code: "A2.1", key: "parking", tier: .improvement, engineeringCost: improvement, isExcluded: false),
      CostLine(code: "A3.1", key: "care-room", tier: .enhancement, engineeringCost: enhancement, isExcluded: false),
      CostLine(code: "A3.2", key: "lift", tier: .enhancement, engineeringCost: lifts, isExcluded: true),
    ]
    try bench.hear(
      PlanRecorded(
        project: Self.project, plan: plan, document: Self.paper,
        lines: Listing(lines.filter { $0.engineeringCost > .zero }),
        sharedCosts: Contracts.SharedCosts(other: other, contingency: contingency), subsidyArea: area,
        socialCapital: social, apportionment: apportionment, governmentInvestment: true, touchesFacade: false), on: day)
  }

  func hearRoll(_ units: [RollUnitLine], _ roll: RollID = roll, sealing: Int? = nil) throws {
    try bench.hear(
      RollSealed(
        project: Self.project, roll: roll, units: Whole(sealing ?? units.count), heads: 1, households: 1,
        area: Area.sum(units.map(\.area)), hash: Self.paper), on: "2024-01-15")
    for first in stride(from: 0, to: units.count, by: 500) {
      try bench.hear(
        RollUnitsPublished(
          project: Self.project, roll: roll, units: Listing(Array(units[first..<min(first + 500, units.count)]))),
        on: "2024-01-15")
    }
  }

  static func unit(_ id: UnitID, _ area: Area, use: UnitUse = .residential, household: Bool = true) -> RollUnitLine {
    RollUnitLine(unit: id, building: "b-1", area: area, use: use, countsAsHousehold: household)
  }

  func registerAccount() throws {
    try bench.send(
      RegisterAccount(
        project: Self.project, bank: "乐清农商银行乐成支行", number: "6217000010000123456", holder: "lecheng-subdistrict"),
      on: "2024-01-10")
  }

  @discardableResult
  func deposit(
    _ transaction: BankReference, _ amount: Money, cleared: BusinessDate, on day: BusinessDate? = nil,
    source: DepositSource = .personal, purpose: FundPurpose = .projectCosts, unit: UnitID? = nil
  ) throws -> DepositsReport {
    try bench.send(
      RecordDeposit(
        project: Self.project, purpose: purpose,
        deposit: DepositRow(transaction: transaction, amount: amount, clearedOn: cleared, source: source, unit: unit)),
      on: day ?? cleared)
  }

  func works(contract: Money, progress: Share, on day: BusinessDate = "2024-06-01") throws {
    try bench.state(
      [
        FactStatement(.constructionStarted, .flag(true), on: "2024-05-01"),
        FactStatement(.contractSum, .money(contract)), FactStatement(.progress, .share(progress)),
      ], of: Self.project, on: day)
  }

  func request(
    _ amount: Money, from fund: Fund = .resident, category: CostCategory = .works, purpose: FundPurpose = .projectCosts,
    on day: BusinessDate = "2024-06-10"
  ) throws -> DisbursementReport {
    try bench.send(requesting(amount, from: fund, category: category, purpose: purpose), on: day, as: .constructionUnit)
  }

  func requesting(
    _ amount: Money, from fund: Fund = .resident, category: CostCategory = .works, purpose: FundPurpose = .projectCosts
  ) -> RequestDisbursement {
    RequestDisbursement(
      project: Self.project, category: category, payee: "zhejiang-builders", purpose: purpose,
      parts: [FundPart(fund: fund, amount: amount)], invoice: Self.paper)
  }

  /// Through all of the steps.
  func pay(
    _ amount: Money, from fund: Fund = .resident, _ transaction: BankReference, on day: BusinessDate = "2024-06-10"
  ) throws {
    let id = try request(amount, from: fund, on: day).disbursement
    try bench.send(CheckDisbursement(disbursement: id), on: day, as: .housing)
    try bench.send(ApproveDisbursement(disbursement: id), on: day, as: .finance)
    try bench.send(PayDisbursement(disbursement: id, transaction: transaction), on: day, as: .subdistrict)
  }

  func ledger() throws -> LedgerAnswer {
    try bench.ask(LedgerQuery(project: Self.project, limit: 500), as: .audit)
  }

  func balance(_ fund: Fund, _ kind: LedgerAccountKind, _ purpose: FundPurpose = .projectCosts) throws -> Money {
    try ledger().accounts.first { $0.fund == fund && $0.kind == kind && $0.purpose == purpose }?.balance ?? .zero
  }

  func fact(_ key: FactKey) throws -> Fact? { try bench.facts(of: Self.project)[key] }

  /// What a gate of another service would find over this service's facts.
  func inPlaceFinding(on day: BusinessDate) throws -> Finding.Result? {
    let gate = try Law.yueqing().gate("intake.report-to-city")
    let rule = gate.first { $0.rule == "funds.in-place" }
    let circumstances = Circumstances(facts: try bench.facts(of: Self.project), on: day)
    return rule.map { RuleRegistry.finding(under: $0, in: circumstances).result }
  }
}
