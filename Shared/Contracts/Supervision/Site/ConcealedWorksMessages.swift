import DomainModel

/// An organisation that was present, and in which part.
public struct WorksParty: Codable, Hashable, Sendable {
  public let role: Role
  public let organisation: OrganisationID

  public init(role: Role, organisation: OrganisationID) {
    self.role = role
    self.organisation = organisation
  }
}

/// Record that works which will be covered (隐蔽工程) were inspected. A failed inspection opens a defect.
public struct RecordConcealedWorks: ProjectCommand {
  public static var name: WireName { "supervision.record-concealed-works" }
  public static var senders: Set<Role> {
    [.subdistrict, .constructionUnit, .supervisor, .contractor, .qualitySafety, .residentsCommittee, .housing]
  }
  public static var example: RecordConcealedWorks {
    RecordConcealedWorks(
      project: "330382-2024-0007", part: "1幢西侧污水管", inspectedOn: .sample, passed: true,
      parties: [WorksParty(role: .supervisor, organisation: "yueqing-supervision-1")])
  }
  public typealias Reply = InspectionReport

  public let project: ProjectID
  /// Which part of the works.
  public let part: Text<100>
  public let building: BuildingID?
  public let inspectedOn: BusinessDate
  /// When it was or will be covered; none while that is not settled.
  public let coveredOn: BusinessDate?
  public let passed: Bool
  /// Who looked.
  public let parties: Listing<WorksParty, 12>
  public let photos: Listing<DocumentHash, 12>

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, part: Text<100>, building: BuildingID? = nil, inspectedOn: BusinessDate,
    coveredOn: BusinessDate? = nil, passed: Bool, parties: Listing<WorksParty, 12> = [],
    photos: Listing<DocumentHash, 12> = []
  ) {
    self.project = project
    self.part = part
    self.building = building
    self.inspectedOn = inspectedOn
    self.coveredOn = coveredOn
    self.passed = passed
    self.parties = parties
    self.photos = photos
  }
}

/// Concealed works were inspected.
public struct ConcealedWorksRecorded: ProjectEvent {
  public static var name: WireName { "supervision.concealed-works-recorded" }
  public static var example: ConcealedWorksRecorded {
    ConcealedWorksRecorded(
      project: "330382-2024-0007", part: "1幢西侧污水管", inspectedOn: .sample, passed: true,
      parties: [WorksParty(role: .supervisor, organisation: "yueqing-supervision-1")], defectsOpen: 0)
  }

  public let project: ProjectID
  /// Which part of the works.
  public let part: Text<100>
  public let building: BuildingID?
  public let inspectedOn: BusinessDate
  /// When it was or will be covered; none while that is not settled.
  public let coveredOn: BusinessDate?
  public let passed: Bool
  /// Who looked.
  public let parties: Listing<WorksParty, 12>
  public let photos: Listing<DocumentHash, 12>
  /// Opened when they did not pass.
  public let defect: DefectLine?
  /// All defects of the project that are open after this.
  public let defectsOpen: Whole<0, 100000>

  public var facts: [FactStatement] { [FactStatement(.defectsOpen, .count(Int64(defectsOpen.value)))] }

  public init(
    project: ProjectID, part: Text<100>, building: BuildingID? = nil, inspectedOn: BusinessDate,
    coveredOn: BusinessDate? = nil, passed: Bool, parties: Listing<WorksParty, 12> = [],
    photos: Listing<DocumentHash, 12> = [], defect: DefectLine? = nil, defectsOpen: Whole<0, 100000>
  ) {
    self.project = project
    self.part = part
    self.building = building
    self.inspectedOn = inspectedOn
    self.coveredOn = coveredOn
    self.passed = passed
    self.parties = parties
    self.photos = photos
    self.defect = defect
    self.defectsOpen = defectsOpen
  }
}
