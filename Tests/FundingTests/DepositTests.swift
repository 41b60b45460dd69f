import Contracts
import DomainModel
import Funding
import ServiceKit
import TestKit
import Testing

@Suite("Naming the designated account")
struct AccountTests {
  @Test("shows the last four digits and keeps the number in the vault")
  func vault() throws {
    let funding = try FundingBench.estimated()
    #expect(try !funding.bench.recordedText().contains("6217000010000123456"))
    let account = try funding.bench.ask(AccountQuery(project: FundingBench.project)).account
    #expect(account?.lastFour == 3456)
    let kept = try funding.bench.vault(of: "account-330382-2024-0007-1")
    #expect(kept == ["accountNumber": "6217000010000123456"])
  }

  @Test("another one needs a reason")
  func again() throws {
    let funding = try FundingBench.estimated()
    let without = RegisterAccount(
      project: FundingBench.project, bank: "乐清农商银行", number: "6217000010000000042", holder: "lecheng-subdistrict")
    #expect(try funding.bench.refusal(without, on: "2024-02-10")?.code == "account-registered-before")
    let with = RegisterAccount(
      project: FundingBench.project, bank: "乐清农商银行", number: "6217000010000000042", holder: "lecheng-subdistrict",
      reason: "原账户销户")
    #expect(try funding.bench.send(with, on: "2024-02-10").account == 2)
    // The bank's numbers are its own: one of the new account is no repeat of one of the old.
    try funding.deposit("T1", "1.00", cleared: "2024-02-11")
  }

  @Test("without one no deposit can be recorded")
  func missing() throws {
    let funding = try FundingBench()
    let command = RecordDeposit(project: FundingBench.project, purpose: .projectCosts, deposit: .example)
    #expect(try funding.bench.refusal(command, on: "2024-03-20")?.code == "account-missing")
  }
}

@Suite("Recording deposits")
struct DepositTests {
  let project = FundingBench.project

  @Test("one fen short is not 100 %, and one fen completes it")
  func oneFen() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "499999.99", cleared: "2024-02-10")
    #expect(try funding.fact(.inPlaceRatio)?.value == .share("49999999/50000000"))
    #expect(try funding.fact(.fundsCompleteSince)?.value == .flag(false))
    #expect(try funding.inPlaceFinding(on: "2024-03-01") == .violated)
    #expect(try funding.bench.ask(AccountQuery(project: project)).missing == "0.01")
    try funding.deposit("T2", "0.01", cleared: "2024-02-12")
    #expect(try funding.fact(.inPlaceRatio)?.value == .share("50000000/50000000"))
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-02-12"))
    #expect(try funding.inPlaceFinding(on: "2024-02-12") == .satisfied)
  }

  @Test("money does not count for a day before it cleared")
  func dates() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "400000.00", cleared: "2024-02-10", on: "2024-02-28")
    try funding.deposit("T2", "100000.00", cleared: "2024-02-20", on: "2024-02-28")
    #expect(try funding.inPlaceFinding(on: "2024-02-19") == .violated)
    #expect(try funding.inPlaceFinding(on: "2024-02-20") == .satisfied)
    #expect(try funding.fact(.residentFundsCleared)?.on == "2024-02-20")
    let before = try funding.bench.ask(AccountQuery(project: project, asOf: "2024-02-19"))
    #expect(before.cleared == "400000.00" && before.completeSince == nil && before.missing == "100000.00")
  }

  @Test("a later surplus does not make an earlier day look incomplete")
  func surplus() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    try funding.deposit("T2", "800.00", cleared: "2024-03-15")
    #expect(try funding.inPlaceFinding(on: "2024-02-11") == .satisfied)
    #expect(try funding.fact(.residentFundsCleared)?.value == .money("500000.00"))
    #expect(try funding.bench.ask(AccountQuery(project: project)).cleared == "500800.00")
  }

  @Test("a deposit entered late completes the money on its own clearing day")
  func enteredLate() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "400000.00", cleared: "2024-02-10")
    try funding.deposit("T2", "100000.00", cleared: "2024-03-10")
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-03-10"))
    try funding.deposit("T3", "100000.00", cleared: "2024-02-15", on: "2024-03-20")
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-02-15"))
    #expect(try funding.inPlaceFinding(on: "2024-02-15") == .satisfied)
    #expect(try funding.inPlaceFinding(on: "2024-02-14") == .violated)
  }

  @Test("before there is an estimate deposits wait and the ratio is unknown")
  func beforeEstimate() throws {
    let funding = try FundingBench()
    try funding.registerAccount()
    try funding.deposit("T1", "500000.00", cleared: "2024-01-18")
    let account = try funding.bench.ask(AccountQuery(project: project))
    #expect(account.cleared == "500000.00" && account.planned == nil && account.ratio == nil && account.missing == nil)
    #expect(try funding.fact(.inPlaceRatio) == nil)
    #expect(try funding.inPlaceFinding(on: "2024-02-01") == .unknown)
    try funding.hearPlan(basic: "5000000.00", area: "20000.00")
    try funding.bench.send(ComputeEstimate(project: project, plan: FundingBench.plan), on: "2024-02-01")
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-01-18"))
    #expect(try funding.inPlaceFinding(on: "2024-02-01") == .satisfied)
  }

  @Test("each bank number counts once")
  func duplicates() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "100.00", cleared: "2024-02-10")
    func refusal(_ amount: Money) throws -> String? {
      try funding.bench.refusal(
        RecordDeposit(
          project: project, purpose: .projectCosts,
          deposit: DepositRow(transaction: "T1", amount: amount, clearedOn: "2024-02-10", source: .personal)),
        on: "2024-02-11")?.code
    }
    #expect(try refusal("100.00") == "deposit-known")
    #expect(try refusal("100.01") == "deposit-number-used")
    #expect(try funding.bench.ask(AccountQuery(project: project)).cleared == "100.00")
  }

  @Test("a statement keeps what can be kept and tells the rest row by row")
  func statement() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "100.00", cleared: "2024-02-10")
    func row(_ transaction: BankReference, _ amount: Money, _ day: BusinessDate = "2024-02-10") -> DepositRow {
      DepositRow(transaction: transaction, amount: amount, clearedOn: day, source: .personal, unit: "u-1")
    }
    let rows: Listing<DepositRow, 500> = [
      row("T2", "10.00"), DepositRow(transaction: "T1", amount: "100.00", clearedOn: "2024-02-10", source: .personal),
      row("T2", "10.00"), row("T3", "0.00"), row("T4", "1.00", "2024-02-12"), row("T1", "5.00"), row("T5", "2.00"),
    ]
    let report = try funding.bench.send(
      RecordDeposits(project: project, purpose: .projectCosts, rows: rows), on: "2024-02-11")
    #expect(report.recorded == 2 && report.amount == "12.00" && report.total == "112.00")
    #expect(report.notRecorded.map(\.row) == [1, 2, 3, 4, 5])
    #expect(
      report.notRecorded.map(\.fault) == [.recordedBefore, .recordedBefore, .noAmount, .clearsLater, .numberUsed])
    let again = try funding.bench.send(
      RecordDeposits(project: project, purpose: .projectCosts, rows: rows), on: "2024-02-11")
    #expect(again.recorded == 0 && again.total == "112.00")
  }

  @Test("five hundred rows are one command and small events")
  func bulk() throws {
    let funding = try FundingBench.estimated()
    let rows = try (1...500).map {
      DepositRow(
        transaction: try BankReference("2024021000000000000000000000000000000\(100 + $0)"), amount: "1000.00",
        clearedOn: "2024-02-10", source: .personal, unit: try UnitID("u-building-seventeen-entrance-three-\(100 + $0)"))
    }
    let report = try funding.bench.send(
      RecordDeposits(project: project, purpose: .projectCosts, rows: Listing(rows)), on: "2024-02-11")
    #expect(report.recorded == 500 && report.total == "500000.00")
    #expect(try funding.bench.events(DepositsRecorded.self).map(\.rows.count) == [250, 250])
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-02-10"))
    #expect(try funding.inPlaceFinding(on: "2024-02-10") == .satisfied)
  }

  @Test("what counts as resident money: donations, maintenance fund and common income, not social capital or subsidy")
  func sources() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "1.00", cleared: "2024-02-10", source: .personal)
    try funding.deposit("T2", "2.00", cleared: "2024-02-10", source: .unitDonation)
    try funding.deposit("T3", "4.00", cleared: "2024-02-10", source: .maintenanceFund)
    try funding.deposit("T4", "8.00", cleared: "2024-02-10", source: .commonIncome)
    try funding.deposit("T5", "16.00", cleared: "2024-02-10", source: .socialCapital)
    try funding.deposit("T6", "32.00", cleared: "2024-02-10", source: .fiscal)
    try funding.deposit("T7", "64.00", cleared: "2024-02-10", purpose: .lifts)
    #expect(try funding.bench.ask(AccountQuery(project: project)).cleared == "15.00")
    #expect(try funding.balance(.resident, .cash) == "15.00")
    #expect(try funding.balance(.social, .cash) == "16.00")
    #expect(try funding.balance(.fiscal, .cash) == "32.00")
    #expect(try funding.balance(.resident, .cash, .lifts) == "64.00")
  }

  @Test("subsidy arrives with the paper that allocates it")
  func subsidy() throws {
    let funding = try FundingBench.estimated()
    let command = RecordSubsidyReceipt(
      project: project, transaction: "F1", amount: "4500000.00", clearedOn: "2024-09-01", level: .county,
      allocation: FundingBench.paper)
    try funding.bench.send(command, on: "2024-09-01", as: .finance)
    #expect(try funding.balance(.fiscal, .received) == "4500000.00")
    #expect(try funding.bench.refusal(command, on: "2024-09-02", as: .finance)?.code == "deposit-known")
  }

  @Test("what a unit paid is shown beside its share")
  func unitPaid() throws {
    let funding = try FundingBench.estimated()
    try funding.hearRoll([FundingBench.unit("u-1", "80.00"), FundingBench.unit("u-2", "20.00")])
    try funding.bench.send(FixShares(project: project, roll: FundingBench.roll), on: "2024-02-05")
    try funding.deposit("T1", "400000.00", cleared: "2024-02-10", unit: "u-1")
    try funding.deposit("T2", "50.00", cleared: "2024-02-10", unit: "u-2")
    try funding.bench.send(
      RecordReversal(project: project, transaction: "T2", cause: .bankReversal), on: "2024-02-12", as: .bank)
    let units = try funding.bench.ask(SharesQuery(project: project)).units
    #expect(units.map(\.paid) == ["400000.00", .zero])
  }

  @Test("a pledge is signed by all members or owner by owner; either holds (AMB-23)", arguments: [
    PledgeForm.allMembersSigned, .ownerByOwner,
  ])
  func pledgeForms(_ form: PledgeForm) throws {
    let funding = try FundingBench.estimated()
    #expect(try !funding.bench.facts(of: project).holds(.remainderPledged))
    try funding.bench.send(
      RecordPledge(project: project, form: form, document: FundingBench.paper), on: "2024-02-10")
    #expect(try funding.bench.facts(of: project).holds(.remainderPledged))
    #expect(try funding.bench.events(PledgeRecorded.self).last?.form == form)
  }

  @Test("a pledge is a record that can be taken back")
  func pledge() throws {
    let funding = try FundingBench.estimated()
    try funding.bench.send(
      RecordPledge(project: project, form: .allMembersSigned, document: FundingBench.paper), on: "2024-02-10")
    #expect(try funding.bench.facts(of: project).holds(.remainderPledged))
    let sequence = funding.bench.engine.headSequence
    try funding.bench.send(
      WithdrawRecord<FundingContract>(project: project, sequence: sequence, reason: "传错文件"), on: "2024-02-11")
    #expect(try !funding.bench.facts(of: project).holds(.remainderPledged))
    #expect(try funding.fact(.residentFundsPlanned)?.value == .money("500000.00"))
  }
}

@Suite("Reversing a deposit")
struct ReversalTests {
  let project = FundingBench.project

  func reversal(_ transaction: BankReference, _ cause: ReversalCause = .bankReversal) -> RecordReversal {
    RecordReversal(project: project, transaction: transaction, cause: cause)
  }

  @Test("measures the money again without it")
  func measuresAgain() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "400000.00", cleared: "2024-02-10")
    try funding.deposit("T2", "100000.00", cleared: "2024-02-20")
    let report = try funding.bench.send(reversal("T1"), on: "2024-03-01", as: .bank)
    #expect(report.receivable == .zero && report.standing.completeSince == nil)
    #expect(try funding.fact(.residentFundsCleared)?.value == .money("100000.00"))
    #expect(try funding.fact(.fundsCompleteSince)?.value == .flag(false))
    #expect(try funding.inPlaceFinding(on: "2024-03-01") == .violated)
    try funding.deposit("T3", "400000.00", cleared: "2024-03-05")
    #expect(try funding.fact(.fundsCompleteSince)?.value == .date("2024-03-05"))
  }

  @Test("puts the statement of completeness in question, so that steps resting on it are")
  func inQuestion() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    let stated = try #require(try funding.fact(.fundsCompleteSince)).source.sequence
    try funding.bench.send(reversal("T1"), on: "2024-03-01", as: .bank)
    let questioned = try funding.bench.events(StepQuestioned<FundingContract>.self)
    #expect(questioned.map(\.sequence) == [stated])
    #expect(questioned.map(\.step) == ["funding.record-deposit"])
    #expect(try funding.fact(.residentFundsPlanned)?.isInQuestion == false)
    #expect(try funding.fact(.residentFundsCleared)?.isInQuestion == false)
  }

  @Test("of a surplus questions nothing")
  func surplus() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10")
    try funding.deposit("T2", "100.00", cleared: "2024-02-20")
    try funding.bench.send(reversal("T2"), on: "2024-03-01", as: .bank)
    #expect(try funding.bench.events(StepQuestioned<FundingContract>.self).isEmpty)
    #expect(try funding.inPlaceFinding(on: "2024-02-10") == .satisfied)
  }

  @Test("after payout becomes a receivable, and no balance goes below zero")
  func afterPayout() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "300.00", cleared: "2024-02-10")
    try funding.deposit("T2", "200.00", cleared: "2024-02-10")
    try funding.works(contract: "1000.00", progress: "100/100")
    try funding.pay("450.00", "P1")
    let report = try funding.bench.send(reversal("T2"), on: "2024-07-01", as: .bank)
    #expect(report.receivable == "150.00")
    #expect(try funding.balance(.resident, .cash) == .zero)
    #expect(try funding.balance(.resident, .receivable) == "150.00")
    #expect(try funding.balance(.resident, .overdrawn) == "150.00")
    // What comes in next makes it good first.
    try funding.deposit("T3", "170.00", cleared: "2024-07-05")
    #expect(try funding.balance(.resident, .receivable) == .zero)
    #expect(try funding.balance(.resident, .overdrawn) == .zero)
    #expect(try funding.balance(.resident, .cash) == "20.00")
  }

  @Test("counts once; an unknown number is refused")
  func bounds() throws {
    let funding = try FundingBench.estimated()
    #expect(try funding.bench.refusal(reversal("T1"), on: "2024-03-01", as: .bank)?.code == "deposit-unknown")
    try funding.deposit("T1", "300.00", cleared: "2024-02-10")
    try funding.bench.send(reversal("T1"), on: "2024-03-01", as: .bank)
    #expect(try funding.bench.refusal(reversal("T1"), on: "2024-03-01", as: .bank)?.code == "deposit-reversed-before")
  }

  @Test("the number of a wrong entry may be used again, one that the bank reversed may not")
  func numbers() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "300.00", cleared: "2024-02-10")
    try funding.bench.send(reversal("T1", .entryError), on: "2024-03-01")
    try funding.deposit("T1", "30.00", cleared: "2024-02-10", on: "2024-03-01")
    #expect(try funding.bench.ask(AccountQuery(project: project)).cleared == "30.00")
    try funding.bench.send(reversal("T1"), on: "2024-03-02", as: .bank)
    #expect(throws: Refused.self) { try funding.deposit("T1", "30.00", cleared: "2024-02-10", on: "2024-03-03") }
  }

  @Test("is recorded although the project is suspended")
  func worldFact() throws {
    let funding = try FundingBench.estimated()
    try funding.deposit("T1", "300.00", cleared: "2024-02-10")
    try funding.bench.state([FactStatement(.projectSuspended, .flag(true))], of: project, on: "2024-02-20")
    try funding.bench.send(reversal("T1"), on: "2024-03-01", as: .bank)
  }
}
