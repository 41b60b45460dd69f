import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records that a reward was paid: only after its decision, which needs the evaluation, and never more than was decided
/// (Tiexi 6.6). The money is posted as fiscal money of the project.
enum PayRewardDecision: Decision {
  struct Sight {
    let money: ReviewedMoney
    let deposits: DepositRecording.Sight
  }

  private static func recording(_ command: PayReward) -> DepositRecording {
    let row = DepositRow(
      transaction: command.transaction, amount: command.amount, clearedOn: command.clearedOn, source: .fiscal)
    return DepositRecording(project: command.project, purpose: .projectCosts, rows: [row], level: command.level)
  }

  static func look(_ command: PayReward, at view: any EntityView) throws -> Sight {
    Sight(money: try view.reviewedMoney(of: command.project), deposits: try recording(command).look(at: view))
  }

  static func decide(_ command: PayReward, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<RewardReport> {
    try ruling.requireNotHalted()
    // The gate first: before the evaluation there is nothing to decide either, and the article says so.
    try ruling.passGate()
    let decided = sight.money.rewardDecided
    guard decided > .zero else { throw Refusal(.rewardNotDecided) }
    let paid = try sight.money.rewardPaid.adding(command.amount)
    guard paid <= decided else {
      throw Refusal(
        .rewardExceeded,
        values: [
          NamedValue("decided", .money(decided)), NamedValue("paid", .money(sight.money.rewardPaid)),
          NamedValue("asked", .money(command.amount)),
        ], pointers: ["/amount"])
    }
    let recorded = try recording(command).decide(seeing: sight.deposits, under: ruling).refusingFaults(at: "")
    let event = RewardPaid(
      project: command.project, transaction: command.transaction, amount: command.amount, level: command.level,
      allocation: command.allocation, by: ruling.taker)
    return Outcome(
      recorded.events + [event], reply: RewardReport(decided: decided, paid: paid), findings: recorded.findings)
  }
}
