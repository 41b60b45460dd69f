import Contracts
import DomainModel
import ServiceKit

/// The governments' part of a project, and what stays outside the shares.
enum GovernmentMoneyReading {
  static let handler = QueryHandler.to(GovernmentMoneyQuery.self) { query, view, _ in
    let money = try view.governmentMoney(of: query.project)
    let transfers = try view.all(Transfer.self, prefix: "\(query.project)/B").sorted { $0.number < $1.number }
    let part = money.shares?.city ?? .zero
    let payable = min(money.districtInPlace, part).reduced(by: money.cityPaid)
    return GovernmentMoneyReport(
      shares: money.shares, districtInPlace: money.districtInPlace, cityPaid: money.cityPaid, payableNow: payable,
      transfers: transfers.map(\.report), exceptions: money.exceptions, contributions: money.contributions, outsideCosts: money.outsideCosts,
      needyHouseholds: money.needyHouseholds.count)
  }
}
