import DomainModel

/// Where a community lies, by which its city's rules take it in or not. Declared with evidence: there is no gazetteer
/// (domain §18.4).
public enum GeographyClass: String, WireEnum {
  /// 城关: the urban subdistricts that the pack names (plan 2.1).
  case urbanCore = "urban-core"
  /// 建制镇.
  case designatedTown = "designated-town"
  /// 中心城区 of the districts that the pack names (Ziyang 2.1).
  case centralUrbanArea = "central-urban-area"
  /// Any other place.
  case other
}

/// Enter a community (小区) so that it can be surveyed. A single residential block is one too (plan 2.1).
public struct RegisterCommunity: Command {
  public static var name: WireName { "intake.register-community" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .renovationOffice, .districtGovernment] }
  public static var example: RegisterCommunity {
    RegisterCommunity(
      division: "330382", name: "丹霞小区", address: "乐成街道丹霞路100号", subdistrict: "乐成街道", residentsCommittee: "丹霞社区",
      geography: .urbanCore, geographyEvidence: DocumentHash.sample)
  }
  public typealias Reply = CommunityRegistration

  /// GB/T 2260 code of the county-level division; the community is numbered inside it.
  public let division: DivisionCode
  public let name: Text<100>
  public let address: Text<200>
  /// 街道（乡镇）
  public let subdistrict: Text<50>
  /// 社区
  public let residentsCommittee: Text<50>
  public let geography: GeographyClass
  /// What shows that the declared class is right.
  public let geographyEvidence: DocumentHash

  public var subject: String { division.rawValue }
  public var documents: [DocumentHash] { [geographyEvidence] }

  public init(
    division: DivisionCode, name: Text<100>, address: Text<200>, subdistrict: Text<50>, residentsCommittee: Text<50>,
    geography: GeographyClass, geographyEvidence: DocumentHash
  ) {
    self.division = division
    self.name = name
    self.address = address
    self.subdistrict = subdistrict
    self.residentsCommittee = residentsCommittee
    self.geography = geography
    self.geographyEvidence = geographyEvidence
  }
}

/// The number that a community was given.
public struct CommunityRegistration: Codable, Hashable, Sendable {
  public let community: CommunityID

  public init(community: CommunityID) {
    self.community = community
  }
}

/// A community was entered.
public struct CommunityRegistered: CommunityEvent {
  public static var name: WireName { "intake.community-registered" }
  public static var example: CommunityRegistered {
    CommunityRegistered(
      community: "330382-C00017", division: "330382", name: "丹霞小区", address: "乐成街道丹霞路100号", subdistrict: "乐成街道",
      residentsCommittee: "丹霞社区", geography: .urbanCore, geographyEvidence: DocumentHash.sample)
  }

  public let community: CommunityID
  public let division: DivisionCode
  public let name: Text<100>
  public let address: Text<200>
  public let subdistrict: Text<50>
  public let residentsCommittee: Text<50>
  public let geography: GeographyClass
  public let geographyEvidence: DocumentHash

  public init(
    community: CommunityID, division: DivisionCode, name: Text<100>, address: Text<200>, subdistrict: Text<50>,
    residentsCommittee: Text<50>, geography: GeographyClass, geographyEvidence: DocumentHash
  ) {
    self.community = community
    self.division = division
    self.name = name
    self.address = address
    self.subdistrict = subdistrict
    self.residentsCommittee = residentsCommittee
    self.geography = geography
    self.geographyEvidence = geographyEvidence
  }
}

/// An event about a community, in the community's own stream. What it means for the community's project is told by
/// `CommunityStandingTold` in the project's stream, so that either stream can be folded again by itself.
public protocol CommunityEvent: Event {
  var community: CommunityID { get }
}

extension CommunityEvent {
  public var stream: String { community.rawValue }
}

/// A command about one community.
public protocol CommunityCommand: Command {
  var community: CommunityID { get }
}

extension CommunityCommand {
  public var subject: String { community.rawValue }
}

/// What is known of a project's community: told when the project opens, and whenever it changes afterwards.
public struct CommunityStandingTold: ProjectEvent {
  public static var name: WireName { "intake.community-standing-told" }
  public static var example: CommunityStandingTold {
    CommunityStandingTold(
      project: "330382-2024-0007", community: "330382-C00017",
      statements: [FactStatement(.surveyRecorded, .flag(true), on: BusinessDate.sample)])
  }

  public let project: ProjectID
  public let community: CommunityID
  /// Of the survey, the eligibility and the self-governance body; each with its own date.
  public let statements: Listing<FactStatement, 8>

  public var facts: [FactStatement] { statements.items }

  public init(project: ProjectID, community: CommunityID, statements: Listing<FactStatement, 8>) {
    self.project = project
    self.community = community
    self.statements = statements
  }
}
