import Contracts
import DomainModel
import ServiceKit

/// The signatures under a plan.
enum SignatureQueries {
  static let handlers: [QueryHandler] = [
    .to(SignaturesQuery.self) { query, view, _ in
      let signed = try view.get(SignedPlan.self, query.project.rawValue)
      let valid = try view.facts(of: query.project)[.planVersion]?.value
      return SignaturesAnswer(
        planVersion: signed?.planVersion, confirmedOn: signed?.confirmedOn,
        counts: signed.map { .code($0.planVersion.rawValue) == valid } ?? false,
        signatures: signed?.signatures ?? [])
    }
  ]
}
