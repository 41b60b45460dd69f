import DomainModel

/// Our own defaults, with the reason of each by its path.
public final class RecommendedDefaults: Sendable {
  /// Edition and hash, as projects are pinned to it.
  public let identity: DefaultsEdition
  public let file: RecommendedFile
  /// `rounds.plan.signedBlank` or `choices.second-ballot` → why.
  public let recommendations: [String: Recommendation]

  init(identity: DefaultsEdition, file: RecommendedFile, recommendations: [String: Recommendation]) {
    self.identity = identity
    self.file = file
    self.recommendations = recommendations
  }

  /// The reason behind a citation of ours in a receipt.
  public func recommendation(for citation: Citation) -> Recommendation? {
    guard citation.instrument == Recommendation.instrument else { return nil }
    return recommendations[citation.article]
  }
}
