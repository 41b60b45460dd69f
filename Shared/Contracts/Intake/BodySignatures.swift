import DomainModel

/// Who signed and stamped the papers that a community files (SLF-04, SLF-06; Wenzhou Annexes 3 to 6).
public struct BodySignatures: Codable, Hashable, Sendable {
  /// The members of the owners' committee or group whose signatures stand on the application and the pledge.
  public let signers: Listing<PersonID, 50>
  /// 社区居委会代章: the residents' committee's seal stands in the place of an owners' committee's.
  public let isStampedByResidentsCommittee: Bool

  public init(signers: Listing<PersonID, 50>, isStampedByResidentsCommittee: Bool) {
    self.signers = signers
    self.isStampedByResidentsCommittee = isStampedByResidentsCommittee
  }
}

/// How the papers of a filing are signed and stamped.
public enum PaperSigning: String, WireEnum {
  /// Every member of the owners' committee signed; the committee's own seal.
  case allMembers = "all-members"
  /// Every member of the group signed; the residents' committee's seal, for a group has none.
  case allMembersProxyStamp = "all-members-proxy-stamp"
  /// The community has no body: the residents' committee's seal alone.
  case proxyStamp = "proxy-stamp"
}

/// A matter that is settled beside a vote, with the paper that says how (Wenzhou 3.1).
public struct SettledMatter: Codable, Hashable, Sendable {
  /// By the pack's codes: `fund-raising`, `contents`.
  public let matter: Identifier<SlugKind>
  /// The statement that it is settled, and how.
  public let document: DocumentHash

  public init(matter: Identifier<SlugKind>, document: DocumentHash) {
    self.matter = matter
    self.document = document
  }
}
