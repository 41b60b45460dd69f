import DomainModel

/// How a reported defect stands to the warranty.
public enum WarrantyStanding: String, WireEnum {
  /// Within the period: the contractor puts it right.
  case within
  /// After the period: the owners bear it (plan 3.8).
  case after
  /// The works are not accepted yet: no period runs, the contractor puts it right anyway.
  case notAccepted = "not-accepted"
  /// The period has no last day known here: two seasons, the life in the design, or the contract.
  case notDated = "not-dated"
}

/// Report a defect that showed itself on the command's day. Never refused; whether the warranty covers it is computed.
public struct ReportWarrantyDefect: ProjectCommand {
  public static var name: WireName { "supervision.report-warranty-defect" }
  public static var senders: Set<Role> {
    [.ownersBody, .residentsCommittee, .subdistrict, .propertyCompany, .constructionUnit]
  }
  public static var example: ReportWarrantyDefect {
    ReportWarrantyDefect(project: "330382-2024-0007", category: .waterproofing, what: "屋面渗水")
  }
  public typealias Reply = WarrantyClaimReport

  public let project: ProjectID
  public let category: WarrantyCategory
  public let building: BuildingID?
  /// What is wrong with the works; nothing about persons.
  public let what: Text<200>
  public let photos: Listing<DocumentHash, 6>
  public let reporter: PersonID?
  public let reporterName: Text<60>?
  public let reporterPhone: Text<30>?

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, category: WarrantyCategory, building: BuildingID? = nil, what: Text<200>,
    photos: Listing<DocumentHash, 6> = [], reporter: PersonID? = nil, reporterName: Text<60>? = nil,
    reporterPhone: Text<30>? = nil
  ) {
    self.project = project
    self.category = category
    self.building = building
    self.what = what
    self.photos = photos
    self.reporter = reporter
    self.reporterName = reporterName
    self.reporterPhone = reporterPhone
  }
}

/// A defect showed itself.
public struct WarrantyDefectReported: ProjectEvent {
  public static var name: WireName { "supervision.warranty-defect-reported" }
  public static var example: WarrantyDefectReported {
    WarrantyDefectReported(
      project: "330382-2024-0007", claim: "330382-2024-0007/W1", category: .waterproofing, what: "屋面渗水",
      standing: .within)
  }

  public let project: ProjectID
  public let claim: WarrantyID
  public let category: WarrantyCategory
  public let building: BuildingID?
  /// What is wrong with the works; nothing about persons.
  public let what: Text<200>
  public let photos: Listing<DocumentHash, 6>
  public let standing: WarrantyStanding
  /// The last day of the period.
  public let lastDay: BusinessDate?
  public let reporter: PersonID?

  public init(
    project: ProjectID, claim: WarrantyID, category: WarrantyCategory, building: BuildingID? = nil, what: Text<200>,
    photos: Listing<DocumentHash, 6> = [], standing: WarrantyStanding, lastDay: BusinessDate? = nil,
    reporter: PersonID? = nil
  ) {
    self.project = project
    self.claim = claim
    self.category = category
    self.building = building
    self.what = what
    self.photos = photos
    self.standing = standing
    self.lastDay = lastDay
    self.reporter = reporter
  }
}

/// Record that a reported defect was put right.
public struct FixWarrantyDefect: ProjectCommand {
  public static var name: WireName { "supervision.fix-warranty-defect" }
  public static var senders: Set<Role> { [.contractor, .constructionUnit, .subdistrict, .ownersBody, .propertyCompany] }
  public static var example: FixWarrantyDefect {
    FixWarrantyDefect(project: "330382-2024-0007", claim: "330382-2024-0007/W1", by: "yueqing-build-3")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let claim: WarrantyID
  public let by: OrganisationID
  public let photos: Listing<DocumentHash, 6>

  public var documents: [DocumentHash] { photos.items }

  public init(project: ProjectID, claim: WarrantyID, by: OrganisationID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.claim = claim
    self.by = by
    self.photos = photos
  }
}

/// A reported defect was put right.
public struct WarrantyDefectFixed: ProjectEvent {
  public static var name: WireName { "supervision.warranty-defect-fixed" }
  public static var example: WarrantyDefectFixed {
    WarrantyDefectFixed(project: "330382-2024-0007", claim: "330382-2024-0007/W1", by: "yueqing-build-3")
  }

  public let project: ProjectID
  public let claim: WarrantyID
  public let by: OrganisationID
  public let photos: Listing<DocumentHash, 6>

  public init(project: ProjectID, claim: WarrantyID, by: OrganisationID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.claim = claim
    self.by = by
    self.photos = photos
  }
}

/// Whether the warranty covers it.
public struct WarrantyClaimReport: Codable, Hashable, Sendable {
  public let claim: WarrantyID
  public let standing: WarrantyStanding
  public let lastDay: BusinessDate?
  /// `recommended` while the period is our default rather than a term of the warranty.
  public let origin: Finding.Origin

  public init(claim: WarrantyID, standing: WarrantyStanding, lastDay: BusinessDate? = nil, origin: Finding.Origin) {
    self.claim = claim
    self.standing = standing
    self.lastDay = lastDay
    self.origin = origin
  }
}
