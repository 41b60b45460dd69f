import Contracts
import DomainModel
import ServiceKit

/// An approved refund was paid.
enum PaySettlementItemDecision: Decision {
  struct Sight {
    let item: SettlementItem
    let cash: Money
    let isNumberUsed: Bool
  }

  static func look(_ command: PaySettlementItem, at view: any EntityView) throws -> Sight {
    guard let item = try view.get(SettlementItem.self, SettlementItem.key(command.item)) else {
      throw Refusal(.settlementItemUnknown, pointers: ["/item"])
    }
    return Sight(
      item: item, cash: try view.balances(of: item.line.fund, for: .projectCosts, in: command.project)[.cash],
      isNumberUsed: try view.get(BankPayment.self, BankPayment.key(command.project, command.transaction)) != nil)
  }

  static func decide(_ command: PaySettlementItem, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<
    Accepted
  > {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    guard sight.item.state == .approved, sight.item.line.direction == .refund else {
      throw Refusal(.settlementItemNotPayable, pointers: ["/item"])
    }
    guard !sight.isNumberUsed else { throw Refusal(.bankNumberUsed, pointers: ["/transaction"]) }
    guard sight.cash >= sight.item.line.amount else {
      throw Refusal(
        .balanceTooLow,
        values: [
          NamedValue("fund", .code(sight.item.line.fund.rawValue)), NamedValue("available", .money(sight.cash)),
          NamedValue("asked", .money(sight.item.line.amount)),
        ])
    }
    return Outcome([SettlementItemPaid(item: command.item, transaction: command.transaction)])
  }
}
