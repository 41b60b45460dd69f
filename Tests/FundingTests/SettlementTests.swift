import Contracts
import DomainModel
import Funding
import ServiceKit
import TestKit
import Testing

@Suite("Settling on the final accounts")
struct SettlementTests {
  let project = FundingBench.project

  func accounts(basic: Money, area: Area = "20000.00") -> VerifyFinalAccounts {
    VerifyFinalAccounts(
      project: project,
      accounts: VerifiedAccounts(
        basic: basic, improvement: .zero, enhancement: .zero,
        sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), lifts: .zero, floorArea: area,
        socialCapital: .zero), verifiedBy: "yueqing-finance", document: FundingBench.paper)
  }

  /// Paid up and accepted, with two units of 3 : 1.
  func completed(started: BusinessDate = "2024-05-01") throws -> FundingBench {
    let funding = try FundingBench.estimated()
    try funding.hearRoll([FundingBench.unit("u-1", "90.00"), FundingBench.unit("u-2", "30.00")])
    try funding.bench.send(FixShares(project: project, roll: FundingBench.roll), on: "2024-02-05")
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    try funding.bench.state(
      [FactStatement(.constructionStarted, .flag(true), on: started)], of: project, on: "2024-05-01")
    return funding
  }

  func accepted(_ funding: FundingBench) throws {
    try funding.bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2025-01-10")
  }

  @Test("the accounts are verified after acceptance")
  func gate() throws {
    let funding = try completed()
    let early = try funding.bench.refusal(accounts(basic: "5600000.00"), on: "2025-02-01", as: .finance)
    #expect(early?.code == "gate-closed" && early?.retry == .later)
    #expect(early?.findings.filter(\.stops).map(\.rule) == ["acceptance.passed"])
    try accepted(funding)
    let report = try funding.bench.send(accounts(basic: "5600000.00"), on: "2025-02-01", as: .finance)
    #expect(report.figures.residentsTotal == "560000.00")
    #expect(try funding.bench.facts(of: project).holds(.finalAccountsVerified))
    #expect(try funding.fact(.finalInvestment)?.value == .money("5600000.00"))
  }

  @Test("the verified accounts are told with what follows from them, and by whom they were verified")
  func told() throws {
    let funding = try completed()
    try accepted(funding)
    let before = try funding.bench.ask(FinalAccountsQuery(project: project))
    #expect(before.accounts == nil && before.figures == nil && before.verifiedOn == nil)
    try funding.bench.send(accounts(basic: "5600000.00"), on: "2025-02-01", as: .finance)
    let told = try funding.bench.ask(FinalAccountsQuery(project: project))
    #expect(told.accounts?.basic == "5600000.00" && told.figures?.residentsTotal == "560000.00")
    #expect(told.verifiedOn == "2025-02-01" && told.verifiedBy == "yueqing-finance")
    #expect(told.document == FundingBench.paper)
    let folded = try funding.bench.rebuilt()
    #expect(folded.before == folded.after)
  }

  @Test("F7: what the works cost more, the units owe by their shares")
  func due() throws {
    let funding = try completed()
    try accepted(funding)
    try funding.bench.send(accounts(basic: "5600000.00"), on: "2025-02-01", as: .finance)
    let report = try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(report.residentsEstimated == "500000.00" && report.residentsFinal == "560000.00")
    #expect(report.subsidyFinal == "5040000.00" && report.items == 3 && !report.isSubsidySettled)
    let items = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.map(\.line)
    #expect(items.map(\.fund) == [.fiscal, .resident, .resident])
    #expect(items.map(\.direction) == [.due, .due, .due])
    #expect(items.map(\.amount) == ["5040000.00", "45000.00", "15000.00"])

    // Approved by another hand than settled.
    let approve = ApproveSettlementItem(project: project, items: Listing(capped: items.map(\.item)))
    #expect(try funding.bench.refusal(approve, on: "2025-02-11", as: .finance)?.code == "same-hands")
    let after = try funding.bench.send(approve, on: "2025-02-11", as: .renovationOffice)
    #expect(after.openItems == 0 && after.isSubsidySettled)
    #expect(try funding.bench.facts(of: project).holds(.subsidySettled))
    #expect(try funding.balance(.resident, .due) == "60000.00")
    // What comes in is what was owed.
    try funding.deposit("T9", "60000.00", cleared: "2025-03-01")
    #expect(try funding.balance(.resident, .due) == .zero)
    #expect(try funding.balance(.resident, .cash) == "560000.00")
  }

  @Test("F7: what the works cost less is refunded, after approval and payment")
  func refund() throws {
    let funding = try completed()
    try accepted(funding)
    try funding.deposit("F1", "4230000.00", cleared: "2024-12-01", source: .fiscal)
    try funding.bench.send(accounts(basic: "4700000.00"), on: "2025-02-01", as: .finance)
    let report = try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(report.residentsFinal == "470000.00" && report.subsidyFinal == "4230000.00")
    // The treasury has paid exactly what it comes to.
    #expect(report.isSubsidySettled && report.items == 2)
    #expect(try funding.bench.facts(of: project).holds(.subsidySettled))
    let items = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.map(\.line)
    #expect(items.map(\.direction) == [.refund, .refund] && items.map(\.amount) == ["22500.00", "7500.00"])

    let first = items[0].item
    let pay = PaySettlementItem(item: first, transaction: "R1")
    #expect(try funding.bench.refusal(pay, on: "2025-02-11")?.code == "settlement-item-not-payable")
    try funding.bench.send(
      ApproveSettlementItem(project: project, items: [first]), on: "2025-02-11", as: .renovationOffice)
    #expect(try funding.balance(.resident, .payable) == "22500.00")
    try funding.bench.send(pay, on: "2025-02-12")
    #expect(try funding.balance(.resident, .cash) == "477500.00")
    #expect(try funding.bench.refusal(pay, on: "2025-02-12")?.code == "settlement-item-not-payable")

    let second = items[1].item
    try funding.bench.send(
      DismissSettlementItem(project: project, items: [second], reason: "经业主书面同意转入维修资金"), on: "2025-02-12",
      as: .renovationOffice)
    let again = ApproveSettlementItem(project: project, items: [second])
    #expect(
      try funding.bench.refusal(again, on: "2025-02-13", as: .renovationOffice)?.code == "settlement-item-not-open")
    let states = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.map(\.state)
    #expect(states == [.paid, .dismissed])
  }

  @Test("a refund never takes more than its fund holds")
  func refundBounded() throws {
    let funding = try completed()
    try funding.works(contract: "500000.00", progress: "100/100")
    try funding.pay("480000.00", "P1")
    try accepted(funding)
    try funding.bench.send(accounts(basic: "4700000.00"), on: "2025-02-01", as: .finance)
    try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    let refunds = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.map(\.line)
      .filter { $0.direction == .refund }.map(\.item)
    let both = ApproveSettlementItem(project: project, items: Listing(capped: refunds))
    #expect(try funding.bench.refusal(both, on: "2025-02-11", as: .renovationOffice)?.code == "balance-too-low")
    try funding.bench.send(
      ApproveSettlementItem(project: project, items: Listing(capped: Array(refunds.suffix(1)))), on: "2025-02-11",
      as: .renovationOffice)
  }

  @Test("subsidy beyond the verified figure goes back to the treasury")
  func subsidyBack() throws {
    let funding = try completed()
    try accepted(funding)
    try funding.deposit("F1", "4500000.00", cleared: "2024-12-01", source: .fiscal)
    try funding.bench.send(accounts(basic: "4700000.00"), on: "2025-02-01", as: .finance)
    try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    let line = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.first?.line
    #expect(line?.fund == .fiscal && line?.direction == .refund && line?.amount == "270000.00" && line?.unit == nil)
  }

  @Test("the formula is for works begun once the plan was in force, on both sides of the day")
  func scope() throws {
    let early = try completed(started: "2024-01-04")
    try accepted(early)
    try early.bench.send(accounts(basic: "5000000.00"), on: "2025-02-01", as: .finance)
    let problem = try early.bench.refusal(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(problem?.findings.filter(\.stops).map(\.rule) == ["subsidy.start-in-scope"])
    #expect(problem?.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 5.2.1"])
    let override = Settle(
      project: project, ruleOverrides: [RuleOverride(rule: "subsidy.start-in-scope", reason: "市旧改办另文明确适用")])
    try early.bench.send(override, on: "2025-02-10", as: .finance)

    let onTheDay = try completed(started: "2024-01-05")
    try accepted(onTheDay)
    try onTheDay.bench.send(accounts(basic: "5000000.00"), on: "2025-02-01", as: .finance)
    try onTheDay.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
  }

  @Test("is refused without verified accounts, and a second time")
  func preconditions() throws {
    let funding = try completed()
    try accepted(funding)
    let without = try funding.bench.refusal(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(without?.findings.filter(\.stops).map(\.rule) == ["accounts.verified"])
    try funding.bench.send(accounts(basic: "5000000.00"), on: "2025-02-01", as: .finance)
    #expect(
      try funding.bench.refusal(accounts(basic: "5100000.00"), on: "2025-02-02", as: .finance)?.code
        == "accounts-verified-before")
    try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(
      try funding.bench.refusal(Settle(project: project), on: "2025-02-10", as: .finance)?.code == "settled-before")
    #expect(
      try funding.bench.refusal(accounts(basic: "5100000.00"), on: "2025-02-12", as: .finance)?.code == "settled-before"
    )
  }

  @Test("a unit pays for its share of the last fen")
  func sums() throws {
    let funding = try completed()
    try accepted(funding)
    try funding.bench.send(accounts(basic: "5000000.10"), on: "2025-02-01", as: .finance)
    let report = try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    #expect(report.residentsFinal == "500000.01")
    let residents = try funding.bench.ask(SettlementQuery(project: project), as: .finance).items.map(\.line)
      .filter { $0.fund == .resident }
    #expect(residents.map(\.unit) == ["u-1"] && residents.map(\.amount) == ["0.01"])
  }

  @Test("the evaluation is weighed by a person and moves no money")
  func evaluation() throws {
    let funding = try completed()
    let command = RecordEvaluationLink(
      project: project, consequence: .reduced, amount: "1000.00", evaluation: FundingBench.paper, reason: "满意率偏低")
    let early = try funding.bench.refusal(command, on: "2025-06-01", as: .finance)
    #expect(early?.findings.filter(\.stops).map(\.rule) == ["evaluation.recorded"] && early?.retry == .later)
    try funding.bench.state([FactStatement(.evaluationRecorded, .flag(true))], of: project, on: "2025-05-01")
    let before = try funding.ledger()
    try funding.bench.send(command, on: "2025-06-01", as: .finance)
    #expect(try funding.ledger() == before)
    let without = RecordEvaluationLink(
      project: project, consequence: .reduced, amount: nil, evaluation: FundingBench.paper, reason: "满意率偏低")
    #expect(try funding.bench.refusal(without, on: "2025-06-01", as: .finance)?.code == "amount-required")
  }

  @Test("an audit has a period that lies in the past")
  func audit() throws {
    let funding = try FundingBench.estimated()
    func audit(_ from: BusinessDate, _ until: BusinessDate) -> RecordAudit {
      RecordAudit(
        project: project, kind: .processTracking, from: from, until: until, issues: 2, findings: FundingBench.paper)
    }
    #expect(
      try funding.bench.refusal(audit("2024-05-02", "2024-05-01"), on: "2024-06-01", as: .audit)?.code
        == "period-reversed")
    #expect(
      try funding.bench.refusal(audit("2024-05-01", "2024-06-02"), on: "2024-06-01", as: .audit)?.code
        == "period-reversed")
    try funding.bench.send(audit("2024-05-01", "2024-06-01"), on: "2024-06-01", as: .audit)
  }
}
