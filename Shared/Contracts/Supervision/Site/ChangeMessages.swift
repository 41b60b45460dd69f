import DomainModel

/// Which way a design change moves the cost.
public enum CostDirection: String, WireEnum {
  case none
  case more
  case less
}

/// How grave a design change is.
public enum ChangeClass: String, WireEnum {
  /// 一般变更
  case minor
  /// 重大变更
  case major
}

/// Propose a design change (设计变更).
public struct ProposeChange: ProjectCommand {
  public static var name: WireName { "supervision.propose-change" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .designer, .contractor, .supervisor] }
  public static var example: ProposeChange {
    ProposeChange(
      project: "330382-2024-0007", title: "增设围墙段", direction: .more, difference: .sample,
      proposedBy: "yueqing-design-2")
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let title: Text<100>
  /// Catalogue items that come in.
  public let added: Listing<CatalogueKey, 20>
  /// Catalogue items that fall away.
  public let removed: Listing<CatalogueKey, 20>
  public let direction: CostDirection
  /// By how much the cost changes; zero when it does not.
  public let difference: Money
  public let proposedBy: OrganisationID
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(
    project: ProjectID, title: Text<100>, added: Listing<CatalogueKey, 20> = [],
    removed: Listing<CatalogueKey, 20> = [], direction: CostDirection, difference: Money, proposedBy: OrganisationID,
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.title = title
    self.added = added
    self.removed = removed
    self.direction = direction
    self.difference = difference
    self.proposedBy = proposedBy
    self.document = document
  }
}

/// A design change was proposed.
public struct ChangeProposed: ProjectEvent {
  public static var name: WireName { "supervision.change-proposed" }
  public static var example: ChangeProposed {
    ChangeProposed(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", title: "增设围墙段", direction: .more,
      difference: .sample, proposedBy: "yueqing-design-2")
  }

  public let project: ProjectID
  public let change: ChangeID
  public let title: Text<100>
  /// Catalogue items that come in.
  public let added: Listing<CatalogueKey, 20>
  /// Catalogue items that fall away.
  public let removed: Listing<CatalogueKey, 20>
  public let direction: CostDirection
  /// By how much the cost changes; zero when it does not.
  public let difference: Money
  public let proposedBy: OrganisationID
  public let document: DocumentHash?

  public init(
    project: ProjectID, change: ChangeID, title: Text<100>, added: Listing<CatalogueKey, 20> = [],
    removed: Listing<CatalogueKey, 20> = [], direction: CostDirection, difference: Money, proposedBy: OrganisationID,
    document: DocumentHash? = nil
  ) {
    self.project = project
    self.change = change
    self.title = title
    self.added = added
    self.removed = removed
    self.direction = direction
    self.difference = difference
    self.proposedBy = proposedBy
    self.document = document
  }
}

/// The designer explains the change in writing: technical reasons and economy.
public struct JustifyChange: ProjectCommand {
  public static var name: WireName { "supervision.justify-change" }
  public static var senders: Set<Role> { [.designer, .constructionUnit, .subdistrict] }
  public static var example: JustifyChange {
    JustifyChange(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", designer: "yueqing-design-2", statement: .sample)
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let change: ChangeID
  public let designer: OrganisationID
  /// The written explanation.
  public let statement: DocumentHash

  public var documents: [DocumentHash] { [statement] }

  public init(project: ProjectID, change: ChangeID, designer: OrganisationID, statement: DocumentHash) {
    self.project = project
    self.change = change
    self.designer = designer
    self.statement = statement
  }
}

/// A design change was explained in writing.
public struct ChangeJustified: ProjectEvent {
  public static var name: WireName { "supervision.change-justified" }
  public static var example: ChangeJustified {
    ChangeJustified(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", designer: "yueqing-design-2", statement: .sample)
  }

  public let project: ProjectID
  public let change: ChangeID
  public let designer: OrganisationID
  public let statement: DocumentHash

  public init(project: ProjectID, change: ChangeID, designer: OrganisationID, statement: DocumentHash) {
    self.project = project
    self.change = change
    self.designer = designer
    self.statement = statement
  }
}

/// Have the change classified: minor or major. Computed from items and cost; an office may only be stricter.
public struct ClassifyChange: ProjectCommand {
  public static var name: WireName { "supervision.classify-change" }
  public static var senders: Set<Role> { [.constructionUnit, .subdistrict] }
  public static var example: ClassifyChange {
    ClassifyChange(project: "330382-2024-0007", change: "330382-2024-0007/G1", treatAsMajor: false)
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let change: ChangeID
  /// Take it as major though the figures do not ask for it.
  public let treatAsMajor: Bool

  public init(project: ProjectID, change: ChangeID, treatAsMajor: Bool) {
    self.project = project
    self.change = change
    self.treatAsMajor = treatAsMajor
  }
}

/// A design change is minor or major.
public struct ChangeClassified: ProjectEvent {
  public static var name: WireName { "supervision.change-classified" }
  public static var example: ChangeClassified {
    ChangeClassified(project: "330382-2024-0007", change: "330382-2024-0007/G1", classed: .minor)
  }

  public let project: ProjectID
  public let change: ChangeID
  public let classed: ChangeClass
  /// What the difference was held against.
  public let approvedInvestment: Money?

  public init(project: ProjectID, change: ChangeID, classed: ChangeClass, approvedInvestment: Money? = nil) {
    self.project = project
    self.change = change
    self.classed = classed
    self.approvedInvestment = approvedInvestment
  }
}

/// Record the approval of a design change, or that it was turned down.
public struct ApproveChange: ProjectCommand {
  public static var name: WireName { "supervision.approve-change" }
  public static var senders: Set<Role> {
    [.subdistrict, .constructionUnit, .housing, .developmentReform, .renovationOffice]
  }
  public static var example: ApproveChange {
    ApproveChange(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", approved: true, by: "yueqing-drc", document: .sample)
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let change: ChangeID
  public let approved: Bool
  /// The office that decided.
  public let by: OrganisationID
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, change: ChangeID, approved: Bool, by: OrganisationID, document: DocumentHash) {
    self.project = project
    self.change = change
    self.approved = approved
    self.by = by
    self.document = document
  }
}

/// A design change was approved or turned down.
public struct ChangeDecided: ProjectEvent {
  public static var name: WireName { "supervision.change-decided" }
  public static var example: ChangeDecided {
    ChangeDecided(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", approved: true, by: "yueqing-drc", document: .sample)
  }

  public let project: ProjectID
  public let change: ChangeID
  public let approved: Bool
  public let by: OrganisationID
  public let document: DocumentHash

  public init(project: ProjectID, change: ChangeID, approved: Bool, by: OrganisationID, document: DocumentHash) {
    self.project = project
    self.change = change
    self.approved = approved
    self.by = by
    self.document = document
  }
}

/// Approvals was heard to approve a design change.
public struct ChangeApprovalHeard: ProjectEvent {
  public static var name: WireName { "supervision.change-approval-heard" }
  public static var readers: Readers { .own }
  public static var example: ChangeApprovalHeard {
    ChangeApprovalHeard(
      project: "330382-2024-0007", change: "330382-2024-0007/G1",
      source: SourceRef(feed: .approvals, epoch: "5f2a90c1", sequence: 17), approvedOn: .sample)
  }

  public let project: ProjectID
  public let change: ChangeID
  /// The event of approvals.
  public let source: SourceRef
  public let approvedOn: BusinessDate

  public init(project: ProjectID, change: ChangeID, source: SourceRef, approvedOn: BusinessDate) {
    self.project = project
    self.change = change
    self.source = source
    self.approvedOn = approvedOn
  }
}

/// Record that the change is posted on site.
public struct PublishChange: ProjectCommand {
  public static var name: WireName { "supervision.publish-change" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: PublishChange {
    PublishChange(project: "330382-2024-0007", change: "330382-2024-0007/G1")
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let change: ChangeID
  public let photos: Listing<DocumentHash, 6>

  public var documents: [DocumentHash] { photos.items }

  public init(project: ProjectID, change: ChangeID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.change = change
    self.photos = photos
  }
}

/// A design change is posted on site.
public struct ChangePublished: ProjectEvent {
  public static var name: WireName { "supervision.change-published" }
  public static var example: ChangePublished {
    ChangePublished(project: "330382-2024-0007", change: "330382-2024-0007/G1")
  }

  public let project: ProjectID
  public let change: ChangeID
  public let photos: Listing<DocumentHash, 6>

  public init(project: ProjectID, change: ChangeID, photos: Listing<DocumentHash, 6> = []) {
    self.project = project
    self.change = change
    self.photos = photos
  }
}

/// Record that the change is carried out.
public struct ExecuteChange: ProjectCommand {
  public static var name: WireName { "supervision.execute-change" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .contractor] }
  public static var example: ExecuteChange {
    ExecuteChange(project: "330382-2024-0007", change: "330382-2024-0007/G1")
  }
  public typealias Reply = ChangeStanding

  public let project: ProjectID
  public let change: ChangeID
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(project: ProjectID, change: ChangeID, document: DocumentHash? = nil) {
    self.project = project
    self.change = change
    self.document = document
  }
}

/// A design change was carried out.
public struct ChangeExecuted: ProjectEvent {
  public static var name: WireName { "supervision.change-executed" }
  public static var example: ChangeExecuted {
    ChangeExecuted(project: "330382-2024-0007", change: "330382-2024-0007/G1")
  }

  public let project: ProjectID
  public let change: ChangeID
  public let document: DocumentHash?
  /// Stages that it went past, where the pack leaves their order open.
  public let skipped: Listing<ChangeStage, 8>

  public init(
    project: ProjectID, change: ChangeID, document: DocumentHash? = nil, skipped: Listing<ChangeStage, 8> = []
  ) {
    self.project = project
    self.change = change
    self.document = document
    self.skipped = skipped
  }
}

/// Where a design change stands. The order binds where a pack states it (CST-07).
public enum ChangeStage: String, WireEnum {
  case proposed
  case justified
  case classified
  case approved
  case published
  case executed
  case turnedDown = "turned-down"
}

/// Where the change stands.
public struct ChangeStanding: Codable, Hashable, Sendable {
  public let change: ChangeID
  public let stage: ChangeStage
  public let classed: ChangeClass?

  public init(change: ChangeID, stage: ChangeStage, classed: ChangeClass? = nil) {
    self.change = change
    self.stage = stage
    self.classed = classed
  }
}
