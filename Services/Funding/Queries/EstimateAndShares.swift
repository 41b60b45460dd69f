import Contracts
import DomainModel
import ServiceKit

/// The estimate, and what it comes to for each unit.
enum EstimateAndShares {
  static let estimate = QueryHandler.to(EstimateQuery.self) { query, view, _ in
    let funds = try view.funds(of: query.project)
    let valid = try view.facts(of: query.project)[.planVersion]?.value
    let known = try view.residentMoney(of: query.project).standing
    let standing = known ?? FundsStanding(planned: funds.planned, cleared: .zero, asOf: nil, completeSince: nil)
    let report = funds.estimate.map {
      EstimateReport(
        project: query.project, plan: $0.plan, figures: $0.figures, apportionment: $0.apportionment,
        standing: standing,
        isCurrent: valid.map { $0 == .code(funds.estimate?.plan.rawValue ?? "") } ?? true)
    }
    return EstimateAnswer(
      estimate: report, final: try view.get(FinalAccounts.self, query.project.rawValue)?.figures,
      selfRaised: funds.selfRaised.map {
        SelfRaisedReport(plan: $0.plan, total: $0.total, parts: $0.parts, standing: standing)
      }, surplus: funds.surplus)
  }

  static let shares = QueryHandler.to(SharesQuery.self) { query, view, _ in
    guard let division = try view.funds(of: query.project).division else {
      return SharesAnswer(division: nil, units: [], next: nil)
    }
    let prefix = UnitShare.prefix(query.project, division.number)
    let page = try view.all(
      UnitShare.self, prefix: prefix, after: query.after.map { prefix + $0.rawValue }, limit: query.limit.value + 1)
    let shown = page.prefix(query.limit.value)
    let units = try shown.map { share in
      SharesAnswer.Unit(
        unit: share.unit, share: share.amount,
        paid: try view.get(UnitPaid.self, UnitPaid.key(query.project, share.unit))?.paid ?? .zero)
    }
    return SharesAnswer(
      division: division.report, units: units, next: page.count > shown.count ? shown.last?.unit : nil)
  }
}
