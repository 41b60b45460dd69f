import DomainModel

/// A community: its survey, its eligibility, its own body and its project.
public struct CommunityQuery: Query {
  public static var name: WireName { "intake.community" }
  public static var example: CommunityQuery { CommunityQuery(community: "330382-C00017") }

  public let community: CommunityID
  public var subject: String { community.rawValue }

  public init(community: CommunityID) {
    self.community = community
  }

  public typealias Answer = CommunityReport
}

/// A community with its survey, its eligibility and its bodies.
public struct CommunityReport: Codable, Hashable, Sendable {
  public let community: CommunityID
  public let name: Text<100>
  public let address: Text<200>
  public let subdistrict: Text<50>
  public let residentsCommittee: Text<50>
  public let geography: GeographyClass
  public let registeredOn: BusinessDate
  public let survey: CurrentSurvey?
  public let eligibility: CurrentEligibility?
  public let body: CurrentBody?
  /// The project that was not given up, if there is one.
  public let project: ProjectID?

  /// The survey that counts now.
  public struct CurrentSurvey: Codable, Hashable, Sendable {
    public let number: Int
    public let recordedOn: BusinessDate
    public let communityYear: Int?
    public let buildings: Int
    public let stairwells: Int
    public let households: Int
    public let survey: Survey

    public init(
      number: Int, recordedOn: BusinessDate, communityYear: Int?, buildings: Int, stairwells: Int, households: Int,
      survey: Survey
    ) {
      self.number = number
      self.recordedOn = recordedOn
      self.communityYear = communityYear
      self.buildings = buildings
      self.stairwells = stairwells
      self.households = households
      self.survey = survey
    }
  }

  /// The last test, and what a person decided on it.
  public struct CurrentEligibility: Codable, Hashable, Sendable {
    public let standing: EligibilityStanding
    public let isEligible: Bool
    public let mayBeDecided: Bool
    public let assessedOn: BusinessDate
    /// Whether it was made on the survey that counts now.
    public let isOfCurrentSurvey: Bool
    public let edition: PackEdition
    public let findings: Listing<Finding, 32>
    public let decidedOn: BusinessDate?
    public let decidedBy: PersonID?
    public let reason: Text<500>?

    public init(
      standing: EligibilityStanding, isEligible: Bool, mayBeDecided: Bool, assessedOn: BusinessDate,
      isOfCurrentSurvey: Bool, edition: PackEdition, findings: Listing<Finding, 32>, decidedOn: BusinessDate?,
      decidedBy: PersonID?, reason: Text<500>?
    ) {
      self.standing = standing
      self.isEligible = isEligible
      self.mayBeDecided = mayBeDecided
      self.assessedOn = assessedOn
      self.isOfCurrentSurvey = isOfCurrentSurvey
      self.edition = edition
      self.findings = findings
      self.decidedOn = decidedOn
      self.decidedBy = decidedBy
      self.reason = reason
    }
  }

  /// The community's own body; members by their opaque ids.
  public struct CurrentBody: Codable, Hashable, Sendable {
    public let form: SelfGovernanceForm
    public let formedOn: BusinessDate
    public let members: Listing<PersonID, 50>
    public let hasPartyBranch: Bool
    public let stampsByResidentsCommittee: Bool

    public init(
      form: SelfGovernanceForm, formedOn: BusinessDate, members: Listing<PersonID, 50>, hasPartyBranch: Bool,
      stampsByResidentsCommittee: Bool
    ) {
      self.form = form
      self.formedOn = formedOn
      self.members = members
      self.hasPartyBranch = hasPartyBranch
      self.stampsByResidentsCommittee = stampsByResidentsCommittee
    }
  }

  public init(
    community: CommunityID, name: Text<100>, address: Text<200>, subdistrict: Text<50>, residentsCommittee: Text<50>,
    geography: GeographyClass, registeredOn: BusinessDate, survey: CurrentSurvey?, eligibility: CurrentEligibility?,
    body: CurrentBody?, project: ProjectID?
  ) {
    self.community = community
    self.name = name
    self.address = address
    self.subdistrict = subdistrict
    self.residentsCommittee = residentsCommittee
    self.geography = geography
    self.registeredOn = registeredOn
    self.survey = survey
    self.eligibility = eligibility
    self.body = body
    self.project = project
  }
}
