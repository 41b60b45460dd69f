import Contracts
import DomainModel
import Policy

extension SigningCapacity {
  /// The role of a pack's list that signs in this capacity.
  public var role: Role {
    switch self {
    case .committeeMember: .ownersBody
    case .residentRepresentative: .residentRepresentative
    }
  }

  /// Only those whom the city names sign a plan for the residents (Tiexi 6.4); nil where it names nobody.
  public static func finding(_ capacities: Set<SigningCapacity>, under edition: Edition) -> Finding? {
    guard case .stated(let signers, let cites) = edition.stated(\.rounds.plan.signers) else { return nil }
    let others = capacities.filter { !signers.contains($0.role) }
    return Finding(
      "signature.capacity-allowed", others.isEmpty ? .satisfied : .violated, cites: cites,
      values: others.map { NamedValue("capacity", .code($0.rawValue)) }.sorted { $0.value.text < $1.value.text })
  }
}
