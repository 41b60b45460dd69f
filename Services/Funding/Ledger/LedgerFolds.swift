import Contracts
import DomainModel
import ServiceKit

/// How each event that concerns money is posted.
enum LedgerFolds {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, stamp, entities in
      var ledger = LedgerWriter(entities, stamp, project: event.project, purpose: event.purpose)
      for fund in Fund.allCases {
        let amount = try Money.sum(event.rows.filter { $0.source.fund == fund }.map(\.amount))
        try ledger.post(try ledger.balances(of: fund).deposit(amount), in: fund)
      }
    },
    .on(DepositReversed.self) { event, stamp, entities in
      var ledger = LedgerWriter(entities, stamp, project: event.project, purpose: event.purpose)
      let fund = event.row.source.fund
      try ledger.post(try ledger.balances(of: fund).reversal(event.row.amount), in: fund)
    },
    .on(DisbursementAdvanced.self) { event, stamp, entities in
      guard let payment = try entities.get(Disbursement.self, event.disbursement.rawValue) else { return }
      var ledger = LedgerWriter(entities, stamp, project: payment.project, purpose: payment.purpose)
      for part in payment.parts {
        if payment.isApproval(event.state) {
          try ledger.post(FundBalances.approval(part.amount, for: payment.category), in: part.fund)
        } else if payment.isLastPayment(event.state) {
          try ledger.post(FundBalances.payment(part.amount), in: part.fund)
        }
      }
    },
    .on(DisbursementRejected.self) { event, stamp, entities in
      guard let payment = try entities.get(Disbursement.self, event.disbursement.rawValue), payment.isBound else {
        return
      }
      var ledger = LedgerWriter(entities, stamp, project: payment.project, purpose: payment.purpose)
      for part in payment.parts {
        try ledger.post(FundBalances.release(part.amount, for: payment.category), in: part.fund)
      }
    },
    .on(SettlementItemsDecided.self) { event, stamp, entities in
      guard event.state == .approved else { return }
      let items = try event.items.compactMap { try entities.get(SettlementItem.self, SettlementItem.key($0)) }
      var ledger = LedgerWriter(entities, stamp, project: event.project, purpose: .projectCosts)
      for fund in Fund.allCases {
        for direction in SettlementDirection.allCases {
          let amounts = items.filter { $0.line.fund == fund && $0.line.direction == direction }.map(\.line.amount)
          try ledger.post(FundBalances.settled(try Money.sum(amounts), direction), in: fund)
        }
      }
    },
    .on(SettlementItemPaid.self) { event, stamp, entities in
      guard let item = try entities.get(SettlementItem.self, SettlementItem.key(event.item)) else { return }
      var ledger = LedgerWriter(entities, stamp, project: event.project, purpose: .projectCosts)
      try ledger.post(FundBalances.payment(item.line.amount), in: item.line.fund)
    },
  ]
}
