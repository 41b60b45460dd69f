import Contracts
import DomainModel
import Funding
import ServiceKit
import TestKit
import Testing

@Suite("The ledger of restricted money")
struct LedgerTests {
  let project = FundingBench.project

  /// A fixed sequence of numbers, so that a failing run can be run again.
  struct Dice {
    var state: UInt64

    mutating func roll(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test("stays balanced, never below zero, and folds again to the same", arguments: [1, 7, 2024, 330_382] as [UInt64])
  func invariants(seed: UInt64) throws {
    let funding = try FundingBench.estimated()
    try funding.works(contract: "900000.00", progress: "90/100", on: "2024-01-20")
    var dice = Dice(state: seed)
    var transactions: [BankReference] = []
    var payments: [DisbursementID] = []
    for turn in 1...120 {
      let amount = try Money(fen: Int64(dice.roll(9_000_000) + 1))
      let fund = Fund.allCases[dice.roll(3)]
      // Refusals are part of the run: whatever the sequence, what is refused changes nothing.
      do {
        switch dice.roll(9) {
        case 0, 1, 2:
          let sources: [DepositSource] = [.personal, .unitDonation, .socialCapital, .fiscal]
          let transaction = try BankReference("T\(turn)")
          try funding.deposit(
            transaction, amount, cleared: BusinessDate("2024-03-\(10 + dice.roll(19))"), on: "2024-04-01",
            source: sources[dice.roll(4)])
          transactions.append(transaction)
        case 3:
          guard !transactions.isEmpty else { continue }
          let transaction = transactions.remove(at: dice.roll(transactions.count))
          try funding.bench.send(
            RecordReversal(project: project, transaction: transaction, cause: .bankReversal), on: "2024-04-02",
            as: .bank)
        case 4, 5:
          payments.append(try funding.request(amount, from: fund, on: "2024-04-03").disbursement)
        default:
          guard !payments.isEmpty else { continue }
          let id = payments[dice.roll(payments.count)]
          switch dice.roll(4) {
          case 0: try funding.bench.send(CheckDisbursement(disbursement: id), on: "2024-04-04", as: .housing)
          case 1: try funding.bench.send(ApproveDisbursement(disbursement: id), on: "2024-04-04", as: .finance)
          case 2:
            try funding.bench.send(
              PayDisbursement(disbursement: id, transaction: try BankReference("P\(turn)")), on: "2024-04-04", as: .bank
            )
          default:
            if dice.roll(3) == 0 {
              try funding.bench.send(
                RejectDisbursement(disbursement: id, reason: "资料不全"), on: "2024-04-04", as: .finance)
            }
          }
        }
      } catch is Refused {
        continue
      }
      try check(funding)
    }
    let folded = try funding.bench.rebuilt()
    #expect(folded.before == folded.after)
    #expect(try funding.ledger().entries.count > 20)
    for invariant in ["no-account-below-zero", "purpose-balances", "accounts-are-their-entries"] as [Identifier<SlugKind>] {
      let page = try funding.bench.ask(InvariantsQuery<FundingContract>(invariant: invariant), as: .systemOperator)
      #expect(page.checked > 0 && page.faults == [] && page.deferred == [], "\(invariant)")
    }
  }

  /// Debits equal credits in each fund, no account is below zero, and the residents' money of the ledger is what has
  /// cleared.
  func check(_ funding: FundingBench) throws {
    let ledger = try funding.ledger()
    #expect(ledger.debits == ledger.credits)
    for fund in Fund.allCases {
      let accounts = ledger.accounts.filter { $0.fund == fund }
      #expect(try Money.sum(accounts.map(\.debits)) == Money.sum(accounts.map(\.credits)))
      for account in accounts {
        #expect(account.kind.isDebit ? account.debits >= account.credits : account.credits >= account.debits)
      }
    }
    func balance(_ kind: LedgerAccountKind) -> Int64 {
      ledger.accounts.first { $0.fund == .resident && $0.kind == kind }?.balance.fen ?? 0
    }
    let cleared = try funding.bench.ask(AccountQuery(project: project)).cleared
    #expect(balance(.received) - balance(.receivable) - balance(.due) == cleared.fen)
    #expect(balance(.overdrawn) == balance(.receivable))
  }

  @Test("shows its entries page by page")
  func pages() throws {
    let funding = try FundingBench.estimated()
    for number in 1...5 { try funding.deposit(try BankReference("T\(number)"), "10.00", cleared: "2024-02-10") }
    let first = try funding.bench.ask(LedgerQuery(project: project, limit: 3), as: .audit)
    let second = try funding.bench.ask(LedgerQuery(project: project, after: first.next, limit: 3), as: .audit)
    #expect(first.entries.count == 3 && second.entries.count == 2 && second.next == nil)
    #expect(Set((first.entries + second.entries).map(\.sequence)).count == 5)
    #expect(first.entries.allSatisfy { $0.debit == .cash && $0.credit == .received && $0.amount == "10.00" })
  }

  @Test("the whole of a project folds again to the same")
  func refold() throws {
    let funding = try FundingBench.estimated()
    try funding.hearRoll([FundingBench.unit("u-1", "90.00"), FundingBench.unit("u-2", "30.00")])
    try funding.bench.send(FixShares(project: project, roll: FundingBench.roll), on: "2024-02-05")
    try funding.deposit("T1", "500000.00", cleared: "2024-02-10", unit: "u-1")
    try funding.works(contract: "900000.00", progress: "50/100")
    try funding.pay("1000.00", "P1")
    try funding.bench.send(
      RecordReversal(project: project, transaction: "T1", cause: .bankReversal), on: "2024-07-01", as: .bank)
    try funding.bench.state([FactStatement(.acceptancePassed, .flag(true))], of: project, on: "2025-01-10")
    try funding.bench.send(
      VerifyFinalAccounts(
        project: project,
        accounts: VerifiedAccounts(
          basic: "5600000.00", improvement: .zero, enhancement: .zero,
          sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), lifts: .zero, floorArea: "20000.00",
          socialCapital: .zero), verifiedBy: "yueqing-finance", document: FundingBench.paper), on: "2025-02-01",
      as: .finance)
    try funding.bench.send(Settle(project: project), on: "2025-02-10", as: .finance)
    try funding.bench.send(
      ApproveSettlementItem(project: project, items: ["330382-2024-0007/S2"]), on: "2025-02-11", as: .renovationOffice)
    try check(funding)
    let folded = try funding.bench.rebuilt()
    #expect(folded.before == folded.after && folded.before.count > 20)
  }
}
