import Contracts
import DomainModel
import ServiceKit

/// Who is to pay a project and who has paid.
enum SourcesReading {
  static let handler = QueryHandler.to(SourcesQuery.self) { query, view, _ in
    let money = try view.reviewedMoney(of: query.project)
    let received = try view.all(SourceReceived.self, prefix: "\(query.project)/").filter { $0.amount > .zero }
    let verified = try view.get(FinalAccounts.self, query.project.rawValue)?.figures.investment
    return SourcesAnswer(
      budget: money.budget?.amount, parts: money.budget?.parts.items ?? [],
      received: received.map { SourcesAnswer.Received(source: $0.source, amount: $0.amount) },
      finalAccounts: money.accounts?.total ?? verified, rewardDecided: money.rewardDecided,
      rewardPaid: money.rewardPaid, fiscal: try view.fiscalMoney(of: query.project))
  }
}
