import Contracts
import DomainModel
import Funding
import ServiceKit
import TestKit
import Testing

@Suite("Paying project money")
struct DisbursementTests {
  let project = FundingBench.project

  func funded() throws -> FundingBench {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    try funding.works(contract: "800000.00", progress: "50/100")
    return funding
  }

  @Test("goes through request, check, approval and payment")
  func allSteps() throws {
    let funding = try funded()
    let id = try funding.request("400000.00").disbursement
    #expect(id == "330382-2024-0007/D1")
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-12", as: .finance)
    #expect(try funding.balance(.resident, .payable) == "400000.00")
    #expect(try funding.balance(.resident, .cash) == "500000.00")
    let paid = try funding.bench.send(PayDisbursement(disbursement: id, transaction: "P1"), on: "2024-06-13", as: .bank)
    #expect(paid.state == "paid")
    #expect(try funding.balance(.resident, .payable) == .zero)
    #expect(try funding.balance(.resident, .cash) == "100000.00")
    #expect(try funding.balance(.resident, .spentOnWorks) == "400000.00")
    let listed = try funding.bench.ask(DisbursementsQuery(project: project))
    #expect(listed.disbursements.map(\.state) == ["paid"] && listed.askedForWorks == "400000.00")
  }

  @Test("no step is skipped")
  func noSkipping() throws {
    let funding = try funded()
    let id = try funding.request("100.00").disbursement
    let approve = ApproveDisbursement(disbursement: id)
    let pay = PayDisbursement(disbursement: id, transaction: "P1")
    let problem = try funding.bench.refusal(approve, on: "2024-06-12", as: .finance)
    #expect(problem?.code == "disbursement-not-in-state")
    #expect(problem?.values.contains(NamedValue("needed", .code("checked"))) == true)
    #expect(try funding.bench.refusal(pay, on: "2024-06-12", as: .bank)?.code == "disbursement-not-in-state")
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-12", as: .housing)
    #expect(
      try funding.bench.refusal(CheckDisbursement(disbursement: id), on: "2024-06-12", as: .housing)?.code
        == "disbursement-not-in-state")
    #expect(try funding.bench.refusal(pay, on: "2024-06-12", as: .bank)?.code == "disbursement-not-in-state")
    try funding.bench.send(approve, on: "2024-06-12", as: .finance)
    try funding.bench.send(pay, on: "2024-06-12", as: .bank)
    #expect(try funding.bench.refusal(pay, on: "2024-06-12", as: .bank)?.code == "disbursement-not-in-state")
  }

  @Test("nobody checks or approves their own")
  func fourEyes() throws {
    let funding = try funded()
    let id = try funding.request("100.00").disbursement
    let asked: OrganisationID = "org-construction-unit"
    #expect(throws: Refused.self) {
      try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing, organisation: asked)
    }
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    #expect(throws: Refused.self) {
      try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-11", as: .finance, organisation: asked)
    }
    #expect(throws: Refused.self) {
      try funding.bench.send(
        ApproveDisbursement(disbursement: id), on: "2024-06-11", as: .finance, organisation: "org-housing")
    }
    try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-11", as: .finance)
  }

  @Test("follows contract sum and progress to the fen")
  func bounds() throws {
    let funding = try funded()
    let problem = try funding.bench.refusal(funding.requesting("400000.01"), on: "2024-06-10", as: .constructionUnit)
    #expect(problem?.code == "gate-closed")
    #expect(problem?.findings.filter(\.stops).map(\.rule) == ["funding.within-progress"])
    _ = try funding.request("400000.00")
    #expect(
      try funding.bench.refusal(funding.requesting("0.01"), on: "2024-06-10", as: .constructionUnit)?.code
        == "gate-closed")
    try funding.works(contract: "800000.00", progress: "100/100", on: "2024-08-01")
    let over = try funding.bench.refusal(funding.requesting("400000.01"), on: "2024-08-02", as: .constructionUnit)
    #expect(over?.findings.filter(\.stops).map(\.rule) == ["funding.within-contract-sum", "funding.within-progress"])
    _ = try funding.request("400000.00", on: "2024-08-02")
  }

  @Test("waits for supervision's word")
  func awaits() throws {
    let funding = try FundingBench.estimated()
    let problem = try funding.bench.refusal(funding.requesting("1.00"), on: "2024-06-10", as: .constructionUnit)
    #expect(problem?.code == "gate-closed" && problem?.retry == .later)
    // Design is paid against its own contract, not the builder's.
    _ = try funding.request("1.00", category: .design)
  }

  @Test("a request sent back frees what it had bound")
  func reject() throws {
    let funding = try funded()
    let id = try funding.request("400000.00").disbursement
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-12", as: .finance)
    let reject = RejectDisbursement(disbursement: id, reason: "工程量签证资料不全")
    #expect(try funding.bench.send(reject, on: "2024-06-13", as: .finance).state == "rejected")
    #expect(try funding.balance(.resident, .payable) == .zero)
    #expect(try funding.balance(.resident, .spentOnWorks) == .zero)
    #expect(try funding.bench.refusal(reject, on: "2024-06-13", as: .finance)?.code == "disbursement-not-in-state")
    #expect(try funding.request("400000.00", on: "2024-06-14").disbursement == "330382-2024-0007/D2")
  }

  @Test("no fund helps out another, and none goes below zero")
  func restricted() throws {
    let funding = try funded()
    try funding.deposit("T2", "1000.00", cleared: "2024-02-10", purpose: .lifts)
    let id = try funding.request("1.00", from: .fiscal).disbursement
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    let approve = ApproveDisbursement(disbursement: id)
    #expect(try funding.bench.refusal(approve, on: "2024-06-12", as: .finance)?.code == "balance-too-low")
    try funding.deposit("F1", "1.00", cleared: "2024-06-13", source: .fiscal)
    try funding.bench.send(approve, on: "2024-06-14", as: .finance)
  }

  @Test("what is approved is bound: it is not promised twice")
  func bound() throws {
    let funding = try funded()
    try funding.works(contract: "9000000.00", progress: "100/100")
    let first = try funding.request("500000.00").disbursement
    let second = try funding.request("0.01").disbursement
    for id in [first, second] {
      try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    }
    try funding.bench.send(ApproveDisbursement(disbursement: first), on: "2024-06-12", as: .finance)
    #expect(
      try funding.bench.refusal(ApproveDisbursement(disbursement: second), on: "2024-06-12", as: .finance)?.code
        == "balance-too-low")
  }

  @Test("money for lifts pays no project costs, and the pack's purposes alone are paid")
  func purposes() throws {
    let funding = try funded()
    try funding.deposit("T2", "1000.00", cleared: "2024-02-10", purpose: .lifts)
    let problem = try funding.bench.refusal(
      funding.requesting("1.00", category: .otherCost, purpose: .lifts), on: "2024-06-10", as: .constructionUnit)
    #expect(problem?.findings.filter(\.stops).map(\.rule) == ["funds.purpose-allowed"])
    #expect(problem?.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 5.2.1", "plan Annex 2"])
    _ = try funding.request("1.00", category: .otherCost)
    let receipts = try funding.bench.ask(ReceiptsQuery<FundingContract>(project: FundingBench.project)).receipts
    let paid = receipts.flatMap(\.receipt.findings).filter { $0.rule == "funds.purpose-allowed" }.map(\.result)
    #expect(paid == [.satisfied])
  }

  @Test("a bank number pays once, a fund is named once")
  func numbers() throws {
    let funding = try funded()
    try funding.pay("100.00", "P1")
    let id = try funding.request("100.00").disbursement
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-11", as: .finance)
    #expect(
      try funding.bench.refusal(PayDisbursement(disbursement: id, transaction: "P1"), on: "2024-06-11", as: .bank)?.code
        == "bank-number-used")
    let twice = RequestDisbursement(
      project: project, category: .works, payee: "zhejiang-builders", purpose: .projectCosts,
      parts: [FundPart(fund: .resident, amount: "1.00"), FundPart(fund: .resident, amount: "1.00")],
      invoice: FundingBench.paper)
    #expect(try funding.bench.refusal(twice, on: "2024-06-11", as: .constructionUnit)?.code == "parts-repeated")
  }

  @Test("is not dated before its last step")
  func datedBefore() throws {
    let funding = try funded()
    let id = try funding.request("1.00").disbursement
    #expect(
      try funding.bench.refusal(CheckDisbursement(disbursement: id), on: "2024-06-09", as: .housing)?.code
        == "dated-before")
  }

  @Test("an approved payment whose money was reversed waits for money")
  func reversedBeforePayment() throws {
    let funding = try funded()
    let id = try funding.request("400000.00").disbursement
    try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-06-11", as: .housing)
    try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-06-12", as: .finance)
    try funding.bench.send(
      RecordReversal(project: project, transaction: "T1", cause: .bankReversal), on: "2024-06-13", as: .bank)
    let pay = PayDisbursement(disbursement: id, transaction: "P1")
    #expect(try funding.bench.refusal(pay, on: "2024-06-14", as: .bank)?.code == "balance-too-low")
  }
}
