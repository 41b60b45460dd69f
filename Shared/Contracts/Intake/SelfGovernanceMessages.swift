import DomainModel

/// The forms of a community's own body (SLF-01; plan 1.2.3, 3.1).
public enum SelfGovernanceForm: String, WireEnum {
  /// 业主委员会
  case ownersCommittee = "owners-committee"
  /// 自治小组
  case selfGovernanceGroup = "self-governance-group"
  /// 共同缔造小组
  case coCreationGroup = "co-creation-group"
  case other
}

/// A member as the sender names them; the name and phone go into the vault and nowhere else.
public struct BodyMember: Codable, Hashable, Sendable {
  public let person: PersonID
  public let name: Text<50>
  public let phone: Text<20>?
  /// 主任、副主任、委员
  public let post: Text<20>?

  public init(person: PersonID, name: Text<50>, phone: Text<20>? = nil, post: Text<20>? = nil) {
    self.person = person
    self.name = name
    self.phone = phone
    self.post = post
  }
}

/// Record the body that a community formed for its renovation; a later record takes the place of the one before.
public struct RegisterSelfGovernance: CommunityCommand {
  public static var name: WireName { "intake.register-self-governance" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody, .civilAffairs] }
  public static var example: RegisterSelfGovernance {
    RegisterSelfGovernance(
      community: "330382-C00017", form: .ownersCommittee, formedOn: BusinessDate.sample,
      members: [BodyMember(person: "p-7f3a90c21b44", name: "陈立", phone: "13800000000", post: "主任")],
      hasPartyBranch: true, stampsByResidentsCommittee: false, evidence: [DocumentHash.sample])
  }
  public typealias Reply = Accepted

  public let community: CommunityID
  public let form: SelfGovernanceForm
  public let formedOn: BusinessDate
  public let members: Listing<BodyMember, 50>
  public let hasPartyBranch: Bool
  /// 社区居委会代章: the residents' committee stamps in the body's place (SLF-04).
  public let stampsByResidentsCommittee: Bool
  /// Minutes of the election, the filing receipt.
  public let evidence: Listing<DocumentHash, 20>

  public var documents: [DocumentHash] { evidence.items }

  public init(
    community: CommunityID, form: SelfGovernanceForm, formedOn: BusinessDate, members: Listing<BodyMember, 50>,
    hasPartyBranch: Bool, stampsByResidentsCommittee: Bool, evidence: Listing<DocumentHash, 20>
  ) {
    self.community = community
    self.form = form
    self.formedOn = formedOn
    self.members = members
    self.hasPartyBranch = hasPartyBranch
    self.stampsByResidentsCommittee = stampsByResidentsCommittee
    self.evidence = evidence
  }
}

/// A community has its own body.
public struct SelfGovernanceRegistered: CommunityEvent {
  public static var name: WireName { "intake.self-governance-registered" }
  public static var example: SelfGovernanceRegistered {
    SelfGovernanceRegistered(
      community: "330382-C00017", form: .ownersCommittee, formedOn: BusinessDate.sample, members: ["p-7f3a90c21b44"],
      hasPartyBranch: true, stampsByResidentsCommittee: false, evidence: [DocumentHash.sample])
  }

  public let community: CommunityID
  public let form: SelfGovernanceForm
  public let formedOn: BusinessDate
  public let members: Listing<PersonID, 50>
  public let hasPartyBranch: Bool
  public let stampsByResidentsCommittee: Bool
  public let evidence: Listing<DocumentHash, 20>

  public init(
    community: CommunityID, form: SelfGovernanceForm, formedOn: BusinessDate, members: Listing<PersonID, 50>,
    hasPartyBranch: Bool, stampsByResidentsCommittee: Bool, evidence: Listing<DocumentHash, 20>
  ) {
    self.community = community
    self.form = form
    self.formedOn = formedOn
    self.members = members
    self.hasPartyBranch = hasPartyBranch
    self.stampsByResidentsCommittee = stampsByResidentsCommittee
    self.evidence = evidence
  }
}
