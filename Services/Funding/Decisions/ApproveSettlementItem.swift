import Contracts
import DomainModel
import ServiceKit

/// A person approves items: dues become owed, refunds are bound, never beyond what their fund holds.
enum ApproveSettlementItemDecision: Decision {
  struct Sight {
    let deciding: SettlementDeciding
    let balances: [Fund: FundBalances]
  }

  static func look(_ command: ApproveSettlementItem, at view: any EntityView) throws -> Sight {
    var balances: [Fund: FundBalances] = [:]
    for fund in Fund.allCases {
      balances[fund] = try view.balances(of: fund, for: .projectCosts, in: command.project)
    }
    return Sight(
      deciding: try SettlementDeciding.look(command.project, command.items.items, at: view), balances: balances)
  }

  static func decide(
    _ command: ApproveSettlementItem, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<SettlementReport> {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    let outcome = try sight.deciding.decided(.approved, reason: command.reason, on: ruling)
    for fund in Fund.allCases {
      let refunds = sight.deciding.items.filter { $0.line.fund == fund && $0.line.direction == .refund }
      let asked = try Money.sum(refunds.map(\.line.amount))
      let available = sight.balances[fund]?.available ?? .zero
      guard asked > available else { continue }
      throw Refusal(
        .balanceTooLow,
        values: [
          NamedValue("fund", .code(fund.rawValue)), NamedValue("available", .money(available)),
          NamedValue("asked", .money(asked)),
        ])
    }
    return outcome
  }
}
