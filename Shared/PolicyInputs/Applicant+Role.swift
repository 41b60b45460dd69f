import Contracts
import DomainModel

extension Applicant {
  /// The role in which such an applicant sends.
  public var role: Role {
    switch self {
    case .ownersBody: .ownersBody
    case .residentsCommittee: .residentsCommittee
    }
  }
}
