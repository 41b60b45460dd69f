import Contracts
import DomainModel
import ServiceKit

/// The payments of a project and its settlement.
enum PaymentsAndSettlement {
  static let disbursements = QueryHandler.to(DisbursementsQuery.self) { query, view, _ in
    let payments = try view.all(Disbursement.self, prefix: "\(query.project)/D")
    return DisbursementsAnswer(
      disbursements: payments.sorted { $0.number < $1.number }.map(\.report),
      askedForWorks: try view.funds(of: query.project).askedForWorks)
  }

  static let settlement = QueryHandler.to(SettlementQuery.self) { query, view, _ in
    guard let settlement = try view.get(Settlement.self, query.project.rawValue) else {
      return SettlementAnswer(settlement: nil, items: [])
    }
    let prefix = SettlementItem.prefix(query.project)
    let items = try view.all(
      SettlementItem.self, prefix: prefix, after: prefix + KeyDigits.padded(query.after.value, to: 6),
      limit: query.limit.value)
    return SettlementAnswer(
      settlement: settlement.report, items: items.map { SettlementAnswer.Item(line: $0.line, state: $0.state) })
  }

  static let finalAccounts = QueryHandler.to(FinalAccountsQuery.self) { query, view, _ in
    let verified = try view.get(FinalAccounts.self, query.project.rawValue)
    return FinalAccountsAnswer(
      accounts: verified?.accounts, figures: verified?.figures, verifiedOn: verified?.on,
      verifiedBy: verified?.verifiedBy, document: verified?.document)
  }
}
