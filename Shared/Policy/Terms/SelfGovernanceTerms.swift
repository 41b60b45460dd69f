import DomainModel

/// The residents' own bodies and who may act for them (Wenzhou Annexes 1 to 6, Yueqing plan 3.1, 3.4, 5.3).
public struct SelfGovernanceTerms: Hashable, Sendable, Decodable {
  public let forms: Provision<[Cited<Coded>]>
  /// Who may hand in the first application.
  public let applicationBy: Provision<[Role]>
  /// Who agrees to the first application; where the text says only "after study and agreement", our reading (AMB-38).
  public let applicationAgreedBy: Provision<[Role]>
  /// Who may hand in the declaration.
  public let declarationBy: Provision<[Role]>
  public let guidedBy: Provision<[Role]>
  /// Who stamps where there is no owners' committee (代章).
  public let proxyStamp: Provision<[Role]>
  public let signingRule: Provision<SigningRule>
}

/// Whose signatures a paper of the body needs.
public enum SigningRule: String, WireEnum {
  case allMembers = "all-members"
  case committeeOrRepresentatives = "committee-or-representatives"
}
