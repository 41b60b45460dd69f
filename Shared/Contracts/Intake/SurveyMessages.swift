import DomainModel

/// Record what the survey of a community found. A later survey takes the place of the one before.
public struct RecordSurvey: CommunityCommand {
  public static var name: WireName { "intake.record-survey" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .districtGovernment] }
  public static var example: RecordSurvey { RecordSurvey(community: "330382-C00017", survey: Survey.sample) }
  public typealias Reply = SurveyReceived

  public let community: CommunityID
  public let survey: Survey

  public var documents: [DocumentHash] { survey.documents }

  public init(community: CommunityID, survey: Survey) {
    self.community = community
    self.survey = survey
  }
}

/// What a recorded survey adds up to.
public struct SurveyReceived: Codable, Hashable, Sendable {
  /// The how-manieth survey of the community.
  public let number: Int
  public let buildings: Int
  public let stairwells: Int
  public let households: Int
  /// The year of most of the floor area (domain §1).
  public let communityYear: Int?
  /// The floor area that a subsidy would be reckoned on.
  public let subsidyArea: Area

  public init(
    number: Int, buildings: Int, stairwells: Int, households: Int, communityYear: Int?, subsidyArea: Area
  ) {
    self.number = number
    self.buildings = buildings
    self.stairwells = stairwells
    self.households = households
    self.communityYear = communityYear
    self.subsidyArea = subsidyArea
  }
}

/// A survey was recorded; it is now the community's current one.
public struct SurveyRecorded: CommunityEvent {
  public static var name: WireName { "intake.survey-recorded" }
  public static var example: SurveyRecorded {
    SurveyRecorded(community: "330382-C00017", number: 1, survey: Survey.sample)
  }

  public let community: CommunityID
  public let number: Whole<1, 10_000>
  public let survey: Survey

  public init(community: CommunityID, number: Whole<1, 10_000>, survey: Survey) {
    self.community = community
    self.number = number
    self.survey = survey
  }
}

extension Survey {
  static var sample: Survey {
    Survey(
      surveyedOn: BusinessDate.sample,
      buildings: [
        SurveyedBuilding(
          building: "b-1", completionYear: 1996, permitFloorArea: Area.sample, registeredFloorArea: Area.sample,
          areaBasis: .planningPermit, areaBasisEvidence: DocumentHash.sample,
          groundGarage: GroundGarage(
            area: Area.sample, isAboveGround: true, isCountedOriginally: false, isCountedInDesign: true),
          stairwells: 3, households: 36)
      ],
      totalFloorArea: Area.sample,
      exclusions: ExclusionFlags(
        onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
        urbanVillage: false),
      propertyRightType: .commodity, structuralSafety: .safe, population: PopulationProfile(floatingShare: 1250),
      municipalFacilities: [SurveyedFacility(kind: .drainage, condition: .failing, note: "雨污合流")],
      publicServices: [SurveyedFacility(kind: .elderlyCare, condition: .absent)],
      management: PropertyManagement(isProfessional: false),
      illegalStructures: [IllegalStructure(building: "b-1", what: "一层搭建", area: Area.sample)],
      images: [SurveyImage(document: DocumentHash.sample, takenOn: BusinessDate.sample, place: "东门")],
      demands: [SurveyedDemand(item: "roof-leak", households: 30)],
      checks: [SurveyCheck(code: "exterior-walls", hazardsFound: true, document: DocumentHash.sample)])
  }
}
