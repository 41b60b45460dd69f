import DomainModel

/// Say that a defect is put right. It stays open until it was looked at again.
public struct FixDefect: ProjectCommand {
  public static var name: WireName { "supervision.fix-defect" }
  public static var senders: Set<Role> { [.contractor, .constructionUnit, .subdistrict] }
  public static var example: FixDefect {
    FixDefect(project: "330382-2024-0007", defect: "330382-2024-0007/F1", by: "yueqing-build-3")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let defect: DefectID
  public let by: OrganisationID
  public let photos: Listing<DocumentHash, 6>

  public var documents: [DocumentHash] { photos.items }

  public init(project: ProjectID, defect: DefectID, by: OrganisationID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.defect = defect
    self.by = by
    self.photos = photos
  }
}

/// A defect is said to be put right.
public struct DefectFixed: ProjectEvent {
  public static var name: WireName { "supervision.defect-fixed" }
  public static var example: DefectFixed {
    DefectFixed(project: "330382-2024-0007", defect: "330382-2024-0007/F1", by: "yueqing-build-3")
  }

  public let project: ProjectID
  public let defect: DefectID
  public let by: OrganisationID
  public let photos: Listing<DocumentHash, 6>

  public init(project: ProjectID, defect: DefectID, by: OrganisationID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.defect = defect
    self.by = by
    self.photos = photos
  }
}

/// Look at a fixed defect again: it closes, or opens anew.
public struct RecheckDefect: ProjectCommand {
  public static var name: WireName { "supervision.recheck-defect" }
  public static var senders: Set<Role> {
    [.constructionUnit, .subdistrict, .supervisor, .qualitySafety, .housing, .residentRepresentative]
  }
  public static var example: RecheckDefect {
    RecheckDefect(
      project: "330382-2024-0007", defect: "330382-2024-0007/F1", passed: true, checkedBy: "yueqing-supervision-1")
  }
  public typealias Reply = DefectReport

  public let project: ProjectID
  public let defect: DefectID
  public let passed: Bool
  public let checkedBy: OrganisationID
  public let photos: Listing<DocumentHash, 6>

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, defect: DefectID, passed: Bool, checkedBy: OrganisationID,
    photos: Listing<DocumentHash, 6> = []
  ) {
    self.project = project
    self.defect = defect
    self.passed = passed
    self.checkedBy = checkedBy
    self.photos = photos
  }
}

/// A fixed defect was looked at again.
public struct DefectRechecked: ProjectEvent {
  public static var name: WireName { "supervision.defect-rechecked" }
  public static var example: DefectRechecked {
    DefectRechecked(
      project: "330382-2024-0007", defect: "330382-2024-0007/F1", passed: true, checkedBy: "yueqing-supervision-1",
      defectsOpen: 0)
  }

  public let project: ProjectID
  public let defect: DefectID
  public let passed: Bool
  public let checkedBy: OrganisationID
  /// All defects of the project that are open after this.
  public let defectsOpen: Whole<0, 100000>
  public let photos: Listing<DocumentHash, 6>

  public var facts: [FactStatement] { [FactStatement(.defectsOpen, .count(Int64(defectsOpen.value)))] }

  public init(
    project: ProjectID, defect: DefectID, passed: Bool, checkedBy: OrganisationID, defectsOpen: Whole<0, 100000>,
    photos: Listing<DocumentHash, 6> = []
  ) {
    self.project = project
    self.defect = defect
    self.passed = passed
    self.checkedBy = checkedBy
    self.defectsOpen = defectsOpen
    self.photos = photos
  }
}

/// How many defects are left.
public struct DefectReport: Codable, Hashable, Sendable {
  public let defectsOpen: Int

  public init(defectsOpen: Int) {
    self.defectsOpen = defectsOpen
  }
}
