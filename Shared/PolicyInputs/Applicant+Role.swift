import Contracts
import DomainModel
import Policy

extension Applicant {
  /// The role in which such an applicant sends.
  public var role: Role {
    switch self {
    case .ownersBody: .ownersBody
    case .residentsCommittee: .residentsCommittee
    }
  }

  /// Whether the pack lets such an applicant file; nil where it is silent, then either may.
  ///
  /// - Parameter parameter: the pack's list of those who may.
  public func finding(among parameter: KeyPath<Terms, Provision<[Role]>>, under edition: Edition) -> Finding? {
    guard case .stated(let roles, let cites) = edition.stated(parameter) else { return nil }
    return Finding(
      "filing.applicant-allowed", roles.contains(role) ? .satisfied : .violated, cites: cites,
      values: [NamedValue("applicant", .code(rawValue))])
  }
}
