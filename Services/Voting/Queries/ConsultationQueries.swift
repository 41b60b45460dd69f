import Contracts
import DomainModel
import ServiceKit

/// Rounds of consultation and what was said in them.
enum ConsultationQueries {
  static let handlers: [QueryHandler] = [
    .to(ConsultationRoundsQuery.self) { query, view, _ in
      let rounds = try view.all(ConsultationRound.self, prefix: "\(query.project)/")
        .sorted { ($0.openedOn, $0.id.rawValue.count, $0.id.rawValue) < ($1.openedOn, $1.id.rawValue.count, $1.id.rawValue) }
      guard let asked = query.consultation ?? rounds.last?.id, asked.project() == query.project else {
        return ConsultationRounds(rounds: rounds.map(\.standing), comments: [], hasMore: false)
      }
      let limit = query.limit?.value ?? 200
      let page = try view.all(
        Comment.self, prefix: "\(asked)/", after: query.after.map { Comment.key(asked, $0) }, limit: limit + 1)
      return ConsultationRounds(
        rounds: rounds.map(\.standing), comments: page.prefix(limit).map(\.standing), hasMore: page.count > limit)
    }
  ]
}
