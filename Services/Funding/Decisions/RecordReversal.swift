import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records that a deposit was reversed. The residents' money is measured again without it, and where it was complete
/// before and no longer is, the steps that rest on that are put in question everywhere.
enum RecordReversalDecision: Decision {
  struct Sight {
    let deposit: Deposit
    let funds: ProjectFunds
    let days: [ClearedOn]
    let money: ResidentMoney
    let balances: FundBalances
    /// The records that stated the money as complete.
    let statements: [StepRecord]
  }

  static func look(_ command: RecordReversal, at view: any EntityView) throws -> Sight {
    let funds = try view.funds(of: command.project)
    guard let account = command.account ?? funds.account?.account,
      let deposit = try view.get(Deposit.self, Deposit.key(command.project, account.value, command.transaction))
    else { throw Refusal(.depositUnknown, pointers: ["/transaction"]) }
    guard deposit.reversed == nil else { throw Refusal(.depositReversedBefore, pointers: ["/transaction"]) }
    let money = try view.residentMoney(of: command.project)
    return Sight(
      deposit: deposit, funds: funds, days: try view.clearedDays(of: command.project), money: money,
      balances: try view.balances(of: deposit.row.source.fund, for: deposit.purpose, in: command.project),
      statements: try money.statedComplete.compactMap {
        try view.get(StepRecord.self, StepRecord.key(command.project, $0))
      })
  }

  static func decide(_ command: RecordReversal, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<
    ReversalReport
  > {
    let law = try ruling.law()
    let row = sight.deposit.row
    var days = sight.days
    if sight.deposit.countsForRatio {
      days = days.map { $0.day == row.clearedOn ? ClearedOn($0.day, $0.amount.reduced(by: row.amount)) : $0 }
    }
    let standing = try FundsStanding(FundsOnDays(days, planned: sight.funds.planned))
    let isNews = sight.deposit.countsForRatio && standing != sight.money.standing
    if isNews { try ruling.require([standing.finding(under: law, resting: sight.funds.plannedBy)]) }
    guard let account = try? Whole<1, 99>(sight.deposit.account) else { throw ArithmeticFault.overflow }
    let receivable = sight.balances.receivable(of: row.amount)
    let reversed = DepositReversed(
      project: command.project, account: account, transaction: command.transaction, purpose: sight.deposit.purpose,
      row: row, cause: command.cause, reference: command.reference, receivable: receivable,
      standing: isNews ? standing : nil)
    return Outcome(
      [reversed] + (isNews ? questions(command.project, sight, standing) : []),
      reply: ReversalReport(amount: row.amount, receivable: receivable, standing: standing))
  }

  /// What was stated as complete from an earlier day than now is in question, and with it what rests on it.
  private static func questions(_ project: ProjectID, _ sight: Sight, _ now: FundsStanding) -> [any Event] {
    guard let before = sight.money.standing?.completeSince else { return [] }
    if let still = now.completeSince, still <= before { return [] }
    return sight.statements.filter { $0.inQuestion == nil }.map {
      StepQuestioned<FundingContract>(
        project: project, step: $0.receipt.step, sequence: $0.sequence, because: sight.deposit.source)
    }
  }
}
