import DomainModel

/// What an inspection looks at.
public enum InspectionKind: String, WireEnum {
  /// 日常检查
  case routine
  /// 质量安全监督检查
  case qualitySafety = "quality-safety"
  /// 跟踪审计
  case processAudit = "process-audit"
  /// 专项检查
  case special
}

/// What was found of one item.
public enum CheckOutcome: String, WireEnum {
  /// 合格
  case pass
  /// 不合格
  case fail
  /// 不涉及
  case notApplicable = "not-applicable"
}

/// One item of a checklist.
public struct CheckItem: Codable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  public let what: Text<80>
  public let outcome: CheckOutcome
  public let building: BuildingID?
  public let photos: Listing<DocumentHash, 3>

  public init(
    code: Identifier<SlugKind>, what: Text<80>, outcome: CheckOutcome, building: BuildingID? = nil,
    photos: Listing<DocumentHash, 3> = []
  ) {
    self.code = code
    self.what = what
    self.outcome = outcome
    self.building = building
    self.photos = photos
  }
}

/// A defect that was opened.
public struct DefectLine: Codable, Hashable, Sendable {
  public let defect: DefectID
  /// What is wrong with the works; nothing about persons.
  public let what: Text<200>
  public let building: BuildingID?
  public let photos: Listing<DocumentHash, 3>

  public init(defect: DefectID, what: Text<200>, building: BuildingID? = nil, photos: Listing<DocumentHash, 3> = []) {
    self.defect = defect
    self.what = what
    self.building = building
    self.photos = photos
  }
}

/// Record an inspection of the site (plan 3.6, 5.3). Each failed item opens a defect.
public struct RecordInspection: ProjectCommand {
  public static var name: WireName { "supervision.record-inspection" }
  public static var senders: Set<Role> {
    [
      .subdistrict, .constructionUnit, .supervisor, .qualitySafety, .housing, .renovationOffice, .audit, .fireBrigade,
      .enforcement
    ]
  }
  public static var example: RecordInspection {
    RecordInspection(
      project: "330382-2024-0007", kind: .routine, inspector: "yueqing-quality",
      items: [CheckItem(code: "scaffold", what: "脚手架连墙件", outcome: .fail)])
  }
  public typealias Reply = InspectionReport

  public let project: ProjectID
  public let kind: InspectionKind
  public let inspector: OrganisationID
  /// At least one.
  public let items: Listing<CheckItem, 50>
  /// The signed sheet.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } + items.flatMap(\.photos.items) }

  public init(
    project: ProjectID, kind: InspectionKind, inspector: OrganisationID, items: Listing<CheckItem, 50> = [],
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.kind = kind
    self.inspector = inspector
    self.items = items
    self.document = document
  }
}

/// The site was inspected.
public struct InspectionRecorded: ProjectEvent {
  public static var name: WireName { "supervision.inspection-recorded" }
  public static var example: InspectionRecorded {
    InspectionRecorded(
      project: "330382-2024-0007", inspection: "330382-2024-0007/I1", kind: .routine, inspector: "yueqing-quality",
      items: [CheckItem(code: "scaffold", what: "脚手架连墙件", outcome: .fail)],
      defects: [DefectLine(defect: "330382-2024-0007/F1", what: "脚手架连墙件")], defectsOpen: 1)
  }

  public let project: ProjectID
  public let inspection: InspectionID
  public let kind: InspectionKind
  public let inspector: OrganisationID
  public let items: Listing<CheckItem, 50>
  /// One for each failed item.
  public let defects: Listing<DefectLine, 50>
  /// All defects of the project that are open after this.
  public let defectsOpen: Whole<0, 100000>
  public let document: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.defectsOpen, .count(Int64(defectsOpen.value)))] }

  public init(
    project: ProjectID, inspection: InspectionID, kind: InspectionKind, inspector: OrganisationID,
    items: Listing<CheckItem, 50> = [], defects: Listing<DefectLine, 50> = [], defectsOpen: Whole<0, 100000>,
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.inspection = inspection
    self.kind = kind
    self.inspector = inspector
    self.items = items
    self.defects = defects
    self.defectsOpen = defectsOpen
    self.document = document
  }
}

/// What the inspection opened.
public struct InspectionReport: Codable, Hashable, Sendable {
  /// None for concealed works.
  public let inspection: InspectionID?
  public let defects: [DefectID]
  /// All defects of the project that are open now.
  public let defectsOpen: Int

  public init(inspection: InspectionID? = nil, defects: [DefectID], defectsOpen: Int) {
    self.inspection = inspection
    self.defects = defects
    self.defectsOpen = defectsOpen
  }
}
