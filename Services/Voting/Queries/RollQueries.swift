import Contracts
import DomainModel
import ServiceKit

/// What a roll counts.
enum RollQueries {
  static let handlers: [QueryHandler] = [
    .to(RollQuery.self) { query, view, _ in
      let asked = try query.roll ?? view.docket(of: query.project).sealedRoll
      guard let id = asked, id.project() == query.project else { return RollAnswer(roll: nil) }
      return RollAnswer(roll: try view.get(Roll.self, id.rawValue)?.summary)
    }
  ]
}
