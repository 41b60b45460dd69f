import DomainModel

/// The joint acceptances of a project and their defects.
public struct AcceptanceQuery: ProjectQuery {
  public static var name: WireName { "supervision.acceptance" }
  public static var example: AcceptanceQuery {
    AcceptanceQuery(project: "330382-2024-0007")
  }
  public typealias Answer = AcceptanceOverview

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// Where a defect stands.
public enum DefectState: String, WireEnum {
  case open
  /// Said to be put right.
  case fixed
  /// Looked at again and found in order.
  case closed
}

/// A defect.
public struct DefectStanding: Codable, Hashable, Sendable {
  public let defect: DefectID
  /// The acceptance that found it; none for an inspection's.
  public let acceptance: AcceptanceID?
  public let what: String
  public let building: BuildingID?
  public let state: DefectState
  public let openedOn: BusinessDate
  public let timesReopened: Int

  public init(
    defect: DefectID, acceptance: AcceptanceID? = nil, what: String, building: BuildingID? = nil, state: DefectState,
    openedOn: BusinessDate, timesReopened: Int
  ) {
    self.defect = defect
    self.acceptance = acceptance
    self.what = what
    self.building = building
    self.state = state
    self.openedOn = openedOn
    self.timesReopened = timesReopened
  }
}

/// One acceptance.
public struct AcceptanceStanding: Codable, Hashable, Sendable {
  public let acceptance: AcceptanceID
  public let stage: AcceptanceStage
  public let heldOn: BusinessDate
  public let parties: [AcceptanceParty]
  public let missing: [AcceptancePartyKind]
  public let passedOn: BusinessDate?
  /// The technical rules by which it was held.
  public let technicalRules: DocumentHash?

  public init(
    acceptance: AcceptanceID, stage: AcceptanceStage, heldOn: BusinessDate, parties: [AcceptanceParty],
    missing: [AcceptancePartyKind], passedOn: BusinessDate? = nil, technicalRules: DocumentHash? = nil
  ) {
    self.acceptance = acceptance
    self.stage = stage
    self.heldOn = heldOn
    self.parties = parties
    self.missing = missing
    self.passedOn = passedOn
    self.technicalRules = technicalRules
  }
}

/// The joint acceptances of a project and all defects.
public struct AcceptanceOverview: Codable, Hashable, Sendable {
  /// None while none was held.
  public let fireInspectionPassed: Bool?
  public let acceptances: [AcceptanceStanding]
  public let defects: [DefectStanding]
  public let planningVerification: PlanningVerificationOutcome?
  public let filedOn: BusinessDate?
  public let archive: ArchiveStatus?

  public init(
    fireInspectionPassed: Bool? = nil, acceptances: [AcceptanceStanding], defects: [DefectStanding],
    planningVerification: PlanningVerificationOutcome? = nil, filedOn: BusinessDate? = nil,
    archive: ArchiveStatus? = nil
  ) {
    self.fireInspectionPassed = fireInspectionPassed
    self.acceptances = acceptances
    self.defects = defects
    self.planningVerification = planningVerification
    self.filedOn = filedOn
    self.archive = archive
  }
}
