import DomainModel

/// In which part someone takes part in a joint acceptance. A pack says which parts must be there.
public enum AcceptancePartyKind: String, WireEnum {
  /// 建设单位
  case constructionUnit = "construction-unit"
  /// 相关部门
  case departments
  /// 参建单位
  case participatingUnits = "participating-units"
  /// 居民代表
  case residentRepresentatives = "resident-representatives"
  /// 乡镇（街道）
  case subdistrict
  /// 社区
  case residentsCommittee = "residents-committee"
  /// 业主委员会（自治小组）
  case ownersBody = "owners-body"
  /// 设计单位
  case designer
  /// 施工单位
  case contractor
  /// 监理单位
  case supervisor
  /// 专营单位
  case utility
  /// 旧改办
  case renovationOffice = "renovation-office"
}

/// What a party said.
public enum AcceptanceStance: String, WireEnum {
  /// 同意
  case agrees
  /// 整改后同意
  case agreesOnceFixed = "agrees-once-fixed"
  /// 不同意
  case objects
}

/// A party that was present.
public struct AcceptanceParty: Codable, Hashable, Sendable {
  public let party: AcceptancePartyKind
  public let organisation: OrganisationID
  public let stance: AcceptanceStance

  public init(party: AcceptancePartyKind, organisation: OrganisationID, stance: AcceptanceStance) {
    self.party = party
    self.organisation = organisation
    self.stance = stance
  }
}

/// Something that must be put right.
public struct AcceptanceFault: Codable, Hashable, Sendable {
  /// What is wrong with the works; nothing about persons.
  public let what: Text<200>
  public let building: BuildingID?
  public let photos: Listing<DocumentHash, 3>

  public init(what: Text<200>, building: BuildingID? = nil, photos: Listing<DocumentHash, 3> = []) {
    self.what = what
    self.building = building
    self.photos = photos
  }
}

/// Record a joint acceptance (联合验收): who came, what they said, what must be put right (plan 3.7, 4.6).
public struct RecordAcceptance: ProjectCommand {
  public static var name: WireName { "supervision.record-acceptance" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .renovationOffice, .districtGovernment] }
  public static var example: RecordAcceptance {
    RecordAcceptance(
      project: "330382-2024-0007",
      parties: [AcceptanceParty(party: .constructionUnit, organisation: "yueqing-lecheng", stance: .agrees)],
      minutes: .sample)
  }
  public typealias Reply = AcceptanceReport

  public let project: ProjectID
  public let parties: Listing<AcceptanceParty, 40>
  public let faults: Listing<AcceptanceFault, 60>
  /// The minutes of the acceptance.
  public let minutes: DocumentHash
  /// The technical rules of acceptance by which it was held, as the office set them (plan 3.7, Wenzhou 3.8).
  public let technicalRules: DocumentHash?

  public var documents: [DocumentHash] {
    [minutes] + [technicalRules].compactMap { $0 } + faults.flatMap(\.photos.items)
  }

  public init(
    project: ProjectID, parties: Listing<AcceptanceParty, 40> = [], faults: Listing<AcceptanceFault, 60> = [],
    minutes: DocumentHash, technicalRules: DocumentHash? = nil
  ) {
    self.project = project
    self.parties = parties
    self.faults = faults
    self.minutes = minutes
    self.technicalRules = technicalRules
  }
}

/// A joint acceptance was held.
public struct AcceptanceHeld: ProjectEvent {
  public static var name: WireName { "supervision.acceptance-held" }
  public static var example: AcceptanceHeld {
    AcceptanceHeld(
      project: "330382-2024-0007", acceptance: "330382-2024-0007/A1",
      parties: [AcceptanceParty(party: .constructionUnit, organisation: "yueqing-lecheng", stance: .agrees)],
      defectsOpen: 0, minutes: .sample)
  }

  public let project: ProjectID
  public let acceptance: AcceptanceID
  public let parties: Listing<AcceptanceParty, 40>
  /// Parties that the pack asks for and that did not come.
  public let missing: Listing<AcceptancePartyKind, 12>
  /// What must be put right.
  public let defects: Listing<DefectLine, 60>
  /// All defects of the project that are open after this.
  public let defectsOpen: Whole<0, 100000>
  public let minutes: DocumentHash
  /// The technical rules of acceptance by which it was held.
  public let technicalRules: DocumentHash?

  public var facts: [FactStatement] {
    [
      FactStatement(.acceptancePartiesPresent, .flag(missing.isEmpty)),
      FactStatement(.defectsOpen, .count(Int64(defectsOpen.value)))
    ]
  }

  public init(
    project: ProjectID, acceptance: AcceptanceID, parties: Listing<AcceptanceParty, 40> = [],
    missing: Listing<AcceptancePartyKind, 12> = [], defects: Listing<DefectLine, 60> = [],
    defectsOpen: Whole<0, 100000>, minutes: DocumentHash, technicalRules: DocumentHash? = nil
  ) {
    self.project = project
    self.acceptance = acceptance
    self.parties = parties
    self.missing = missing
    self.defects = defects
    self.defectsOpen = defectsOpen
    self.minutes = minutes
    self.technicalRules = technicalRules
  }
}

/// The acceptance is passed and its report (工程竣工验收报告) is made: everything was put right and looked at again.
public struct PassAcceptance: ProjectCommand {
  public static var name: WireName { "supervision.pass-acceptance" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .renovationOffice, .districtGovernment] }
  public static var example: PassAcceptance {
    PassAcceptance(project: "330382-2024-0007", acceptance: "330382-2024-0007/A1", report: .sample)
  }
  public typealias Reply = AcceptanceReport

  public let project: ProjectID
  public let acceptance: AcceptanceID
  /// 工程竣工验收报告
  public let report: DocumentHash

  public var documents: [DocumentHash] { [report] }

  public init(project: ProjectID, acceptance: AcceptanceID, report: DocumentHash) {
    self.project = project
    self.acceptance = acceptance
    self.report = report
  }
}

/// The acceptance is passed. Warranty runs from this day.
public struct AcceptancePassed: ProjectEvent {
  public static var name: WireName { "supervision.acceptance-passed" }
  public static var example: AcceptancePassed {
    AcceptancePassed(project: "330382-2024-0007", acceptance: "330382-2024-0007/A1", report: .sample)
  }

  public let project: ProjectID
  public let acceptance: AcceptanceID
  public let report: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.acceptancePassed, .flag(true))] }

  public init(project: ProjectID, acceptance: AcceptanceID, report: DocumentHash) {
    self.project = project
    self.acceptance = acceptance
    self.report = report
  }
}

/// What the acceptance came to.
public struct AcceptanceReport: Codable, Hashable, Sendable {
  public let acceptance: AcceptanceID
  public let stage: AcceptanceStage
  public let missing: [AcceptancePartyKind]
  public let defects: [DefectID]

  public init(acceptance: AcceptanceID, stage: AcceptanceStage, missing: [AcceptancePartyKind], defects: [DefectID]) {
    self.acceptance = acceptance
    self.stage = stage
    self.missing = missing
    self.defects = defects
  }
}

/// Where an acceptance stands (domain §12).
public enum AcceptanceStage: String, WireEnum {
  /// Held, nothing to be put right.
  case held
  /// Something must be put right.
  case issuesOpen = "issues-open"
  /// All is said to be put right; not yet looked at again.
  case fixed
  /// All was put right and looked at again.
  case rechecked
  case passed
}
