import Contracts
import Policy

extension NoticeKind {
  /// Where the rules of such a notice stand in a pack; the result of the plan vote is posted by those of the plan.
  public var terms: KeyPath<NoticesTerms, NoticeTerms> {
    switch self {
    case .plan, .result: \.plan
    case .willingness: \.willingness
    }
  }
}
