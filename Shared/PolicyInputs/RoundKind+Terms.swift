import Contracts
import Policy

extension RoundKind {
  /// Where the rules of such a round stand in a pack.
  public var terms: KeyPath<RoundsTerms, RoundTerms> {
    switch self {
    case .willingness: \.willingness
    case .plan: \.plan
    }
  }
}
