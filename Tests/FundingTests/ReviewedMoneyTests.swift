import Contracts
import DomainModel
import Funding
import TestKit
import Testing

@Suite("Reviewed budget, final accounts and reward under Tiexi's draft")
struct ReviewedMoneyTests {
  private let bench: Bench
  private let project: ProjectID = "220302-2020-0001"
  private let plan: PlanID = "220302-2020-0001/P2"

  init() throws {
    bench = try Bench(FundingService.definition, law: .tiexi())
    try bench.openProject(project, on: "2020-12-16")
    try bench.upload(.sample)
    try bench.hear(
      PlanRecorded(
        project: project, plan: plan, document: .sample,
        lines: [
          CostLine(code: "T1.1", key: "roof-leak", tier: nil, engineeringCost: "900000.00", isExcluded: false),
          CostLine(code: "T2.1", key: "road", tier: nil, engineeringCost: "50000.00", isExcluded: false),
        ], sharedCosts: SharedCosts(other: "40000.00", contingency: "10000.00"), subsidyArea: "3000.00", socialCapital: .zero,
        apportionment: .perHousehold, governmentInvestment: true, touchesFacade: false), on: "2021-02-22")
  }

  private func refusal(_ command: some Command, on day: BusinessDate, as role: Role = .finance) throws -> Problem? {
    try bench.refusal(command, on: day, as: role)
  }

  private func review(
    _ amount: Money = "1000000.00",
    _ parts: [BudgetPart] = [
      BudgetPart(source: .central, amount: "600000.00"), BudgetPart(source: .city, amount: "100000.00"),
      BudgetPart(source: .residents, amount: "300000.00"),
    ], plan: PlanID? = nil
  ) throws -> ReviewBudget {
    ReviewBudget(
      project: project, plan: plan ?? self.plan, amount: amount, parts: try Listing(parts), document: .sample)
  }

  private var accounts: ReviewFinalAccounts {
    ReviewFinalAccounts(project: project, total: "980000.00", document: .sample)
  }

  private func link(
    _ consequence: EvaluationConsequence = .rewarded, _ amount: Money? = "100000.00"
  ) -> RecordEvaluationLink {
    RecordEvaluationLink(
      project: project, consequence: consequence, amount: amount, evaluation: .sample, reason: "考评良好")
  }

  private func reward(_ amount: Money, _ number: BankReference = "R-1") -> PayReward {
    PayReward(
      project: project, transaction: number, amount: amount, clearedOn: "2022-03-25", level: .prefecture,
      allocation: .sample)
  }

  private func evaluated() throws {
    try bench.state([FactStatement(.evaluationRecorded, .flag(true))], of: project, on: "2022-03-10")
  }

  private func account() throws {
    try bench.send(
      RegisterAccount(project: project, bank: "样例银行", number: "6222000000000021", holder: "org-subdistrict"),
      on: "2021-04-01")
  }

  @Test("takes the budget with its sources, to the fen")
  func budget() throws {
    try bench.send(try review(), on: "2021-04-14", as: .finance)
    #expect(try bench.facts(of: project).holds(.budgetReviewed))
    let answer = try bench.ask(SourcesQuery(project: project))
    #expect(answer.budget == "1000000.00")
    #expect(answer.parts.map(\.source) == [.central, .city, .residents])
    #expect(try Money.sum(answer.parts.map(\.amount)) == answer.budget)
  }

  @Test("refuses a budget that its sources do not make up, by a fen either way")
  func parts() throws {
    for amount in ["999999.99", "1000000.01"] as [Money] {
      let problem = try #require(try refusal(try review(amount), on: "2021-04-14"))
      #expect(problem.code == "budget-parts-differ")
    }
    let twice = [BudgetPart(source: .central, amount: "1.00"), BudgetPart(source: .central, amount: "2.00")]
    #expect(try refusal(try review("3.00", twice), on: "2021-04-14")?.code == "budget-parts-differ")
    #expect(try refusal(try review("0.00", []), on: "2021-04-14")?.code == "amount-missing")
    #expect(try bench.events(BudgetReviewed.self).isEmpty)
  }

  @Test("refuses a budget of another plan version, or of one not heard of")
  func plans() throws {
    #expect(try refusal(try review(plan: "220302-2020-0001/P9"), on: "2021-04-14")?.code == "plan-not-current")
    let bare = try Bench(FundingService.definition, law: .tiexi())
    try bare.openProject(project, on: "2020-12-16")
    try bare.upload(.sample)
    #expect(try bare.refusal(try review(), on: "2021-04-14", as: .finance)?.code == "plan-not-heard")
  }

  @Test("tells a budget above the plan's whole investment, and takes it", arguments: [
    ("1000000.00", Finding.Result.satisfied), ("1000000.01", .violated),
  ] as [(Money, Finding.Result)])
  func withinPlan(_ amount: Money, _ result: Finding.Result) throws {
    try bench.send(
      try review(amount, [BudgetPart(source: .district, amount: amount)]), on: "2021-04-14", as: .finance)
    let receipts = try bench.ask(ReceiptsQuery<FundingContract>(project: project), as: .finance).receipts
    let finding = receipts.last?.receipt.findings.first { $0.rule == "budget.within-plan" }
    #expect(finding?.result == result && finding?.cites.map(\.description) == ["plan 5.4"])
  }

  @Test("reviews the final accounts after the acceptance, without computing anything from them")
  func finalAccounts() throws {
    let early = try #require(try refusal(accounts, on: "2022-01-14"))
    #expect(early.findings.filter(\.stops).map(\.rule) == ["acceptance.passed"])
    #expect(early.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 5.4", "plan 6.6"])
    try bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2021-11-24")
    try bench.send(accounts, on: "2022-01-14", as: .finance)
    #expect(try bench.facts(of: project)[.finalInvestment]?.value == .money("980000.00"))
    #expect(try bench.facts(of: project).holds(.finalAccountsVerified))
    #expect(try refusal(accounts, on: "2022-01-15")?.code == "accounts-verified-before")
    let again = ReviewFinalAccounts(project: project, total: "970000.00", document: .sample, reason: "复核调整")
    #expect(try refusal(again, on: "2022-01-13")?.code == "dated-before")
    #expect(try refusal(again, on: "2022-01-15") == nil)
    let nothing = ReviewFinalAccounts(project: project, total: .zero, document: .sample, reason: "复核")
    #expect(try refusal(nothing, on: "2022-01-16")?.code == "amount-missing")
  }

  @Test("has the accounts verified instead where a formula applies")
  func formula() throws {
    let funding = try FundingBench()
    let review = ReviewFinalAccounts(project: FundingBench.project, total: "1.00", document: FundingBench.paper)
    #expect(try funding.bench.refusal(review, on: "2024-06-01", as: .finance)?.code == "formula-applies")
  }

  @Test("decides and pays no reward before the evaluation")
  func rewardEarly() throws {
    try account()
    for command in [link() as any Command, reward("100000.00")] {
      let problem = try #require(try refused(command))
      #expect(problem.findings.filter(\.stops).map(\.rule) == ["evaluation.recorded"])
      #expect(problem.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 6.6"])
      #expect(problem.retry == .later)
    }
  }

  private func refused(_ command: any Command) throws -> Problem? {
    try bench.refusal(command, on: "2022-03-25", as: .finance)
  }

  @Test("pays what was decided and no fen more; the money stands in the ledger")
  func pays() throws {
    try account()
    try evaluated()
    #expect(try refusal(reward("100000.00"), on: "2022-03-25")?.code == "reward-not-decided")
    try bench.send(link(), on: "2022-03-18", as: .finance)
    #expect(try refusal(reward("100000.01"), on: "2022-03-25")?.code == "reward-exceeded")
    let first = try bench.send(reward("60000.00"), on: "2022-03-25", as: .finance)
    #expect(first == RewardReport(decided: "100000.00", paid: "60000.00"))
    #expect(try refusal(reward("60000.00"), on: "2022-03-25")?.code == "reward-exceeded")
    #expect(try refusal(reward("40000.00"), on: "2022-03-25")?.code == "deposit-number-used")
    try bench.send(reward("40000.00", "R-2"), on: "2022-03-25", as: .finance)
    #expect(try refusal(reward("0.01", "R-3"), on: "2022-03-25")?.code == "reward-exceeded")
    let answer = try bench.ask(SourcesQuery(project: project))
    #expect(answer.rewardPaid == "100000.00" && answer.rewardDecided == "100000.00")
    #expect(answer.received == [SourcesAnswer.Received(source: .fiscal, amount: "100000.00")])
    let ledger = try bench.ask(LedgerQuery(project: project, limit: 500), as: .audit)
    #expect(ledger.debits == ledger.credits && ledger.debits > .zero)
  }

  @Test("pays none where the evaluation earned none")
  func unchanged() throws {
    try account()
    try evaluated()
    try bench.send(link(.unchanged, nil), on: "2022-03-18", as: .finance)
    #expect(try refusal(reward("1.00"), on: "2022-03-25")?.code == "reward-not-decided")
  }

  @Test("counts what came from former owner units and operators of pipes apart from the residents' money")
  func sources() throws {
    try account()
    let rows = [
      DepositRow(transaction: "A-1", amount: "10.00", clearedOn: "2021-04-20", source: .personal),
      DepositRow(transaction: "A-2", amount: "20.00", clearedOn: "2021-04-20", source: .originalOwner),
      DepositRow(transaction: "A-3", amount: "30.00", clearedOn: "2021-04-20", source: .utilityOperator),
    ]
    let report = try bench.send(
      RecordDeposits(project: project, purpose: .projectCosts, rows: try Listing(rows)), on: "2021-04-20")
    #expect(report.recorded == 3 && report.total == "10.00")
    try bench.send(
      RecordReversal(project: project, transaction: "A-3", cause: .entryError), on: "2021-04-21")
    let received = try bench.ask(SourcesQuery(project: project)).received
    #expect(Set(received.map(\.source)) == [.personal, .originalOwner])
    #expect(received.first { $0.source == .originalOwner }?.amount == "20.00")
    let social = try bench.ask(LedgerQuery(project: project, limit: 500), as: .audit).accounts.filter { $0.fund == .social }
    #expect(!social.isEmpty)
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try account()
    try evaluated()
    try bench.send(try review(), on: "2021-04-14", as: .finance)
    try bench.send(link(), on: "2022-03-18", as: .finance)
    try bench.send(reward("60000.00"), on: "2022-03-25", as: .finance)
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }
}
