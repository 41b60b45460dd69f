import DomainModel

/// A planning permit.
public enum PlanningPermitKind: String, WireEnum {
  /// 建设用地规划许可证
  case landUse = "land-use"
  /// 建设工程规划许可证
  case engineering
}

/// Issue a planning permit, where no exemption is in effect (plan 4.4).
public struct IssuePlanningPermit: ProjectCommand {
  public static var name: WireName { "approvals.issue-planning-permit" }
  public static var senders: Set<Role> { [.naturalResources] }
  public static var example: IssuePlanningPermit {
    IssuePlanningPermit(
      project: "330382-2024-0007", kind: .engineering, number: "建字第330382202400017号", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let kind: PlanningPermitKind
  public let number: Text<80>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, kind: PlanningPermitKind, number: Text<80>, document: DocumentHash) {
    self.project = project
    self.kind = kind
    self.number = number
    self.document = document
  }
}

/// A planning permit was issued.
public struct PlanningPermitIssued: ProjectEvent {
  public static var name: WireName { "approvals.planning-permit-issued" }
  public static var example: PlanningPermitIssued {
    PlanningPermitIssued(
      project: "330382-2024-0007", kind: .engineering, number: "建字第330382202400017号", document: .sample,
      organisation: "yueqing-planning", areBothIssued: true)
  }

  public let project: ProjectID
  public let kind: PlanningPermitKind
  public let number: Text<80>
  public let document: DocumentHash
  public let organisation: OrganisationID
  /// With this one the land-use and the engineering permit are there.
  public let areBothIssued: Bool

  public var facts: [FactStatement] {
    areBothIssued ? [FactStatement(.planningPermitsIssued, .flag(true))] : []
  }

  public init(
    project: ProjectID, kind: PlanningPermitKind, number: Text<80>, document: DocumentHash,
    organisation: OrganisationID, areBothIssued: Bool
  ) {
    self.project = project
    self.kind = kind
    self.number = number
    self.document = document
    self.organisation = organisation
    self.areBothIssued = areBothIssued
  }
}

/// Issue the construction permit (施工许可证), which nothing exempts from (plan 4.5, Annex 3).
public struct IssueConstructionPermit: ProjectCommand {
  public static var name: WireName { "approvals.issue-construction-permit" }
  public static var senders: Set<Role> { [.housing, .approvalServices] }
  public static var example: IssueConstructionPermit {
    IssueConstructionPermit(
      project: "330382-2024-0007", number: "330382202405170101", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let number: Text<80>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, number: Text<80>, document: DocumentHash) {
    self.project = project
    self.number = number
    self.document = document
  }
}

/// The construction permit was issued.
public struct ConstructionPermitIssued: ProjectEvent {
  public static var name: WireName { "approvals.construction-permit-issued" }
  public static var example: ConstructionPermitIssued {
    ConstructionPermitIssued(
      project: "330382-2024-0007", number: "330382202405170101", document: .sample, organisation: "yueqing-housing")
  }

  public let project: ProjectID
  public let number: Text<80>
  public let document: DocumentHash
  public let organisation: OrganisationID

  public var facts: [FactStatement] {
    [FactStatement(.constructionPermitIssued, .flag(true))]
  }

  public init(project: ProjectID, number: Text<80>, document: DocumentHash, organisation: OrganisationID) {
    self.project = project
    self.number = number
    self.document = document
    self.organisation = organisation
  }
}

/// What enforcement permits for the works (plan Annex 2).
public enum WorksPermitKind: String, WireEnum {
  /// 占道
  case occupyRoad = "occupy-road"
  /// 开挖
  case dig
  /// 树木砍伐
  case fellTrees = "fell-trees"
  /// 树木移植
  case moveTrees = "move-trees"
}

/// Permit the occupying or digging up of roads, or the felling or moving of trees (plan Annex 2).
public struct IssueWorksPermit: ProjectCommand {
  public static var name: WireName { "approvals.issue-works-permit" }
  public static var senders: Set<Role> { [.enforcement] }
  public static var example: IssueWorksPermit {
    IssueWorksPermit(
      project: "330382-2024-0007", kind: .dig, number: "乐综执挖〔2024〕12号", document: .sample, from: .sample,
      until: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let kind: WorksPermitKind
  public let number: Text<80>
  public let document: DocumentHash
  /// The first day it is good for.
  public let from: BusinessDate
  /// The last day it is good for.
  public let until: BusinessDate

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, kind: WorksPermitKind, number: Text<80>, document: DocumentHash, from: BusinessDate,
    until: BusinessDate
  ) {
    self.project = project
    self.kind = kind
    self.number = number
    self.document = document
    self.from = from
    self.until = until
  }
}

/// A permit for the works on roads or trees was issued.
public struct WorksPermitIssued: ProjectEvent {
  public static var name: WireName { "approvals.works-permit-issued" }
  public static var example: WorksPermitIssued {
    WorksPermitIssued(
      project: "330382-2024-0007", kind: .dig, number: "乐综执挖〔2024〕12号", document: .sample, from: .sample,
      until: .sample, organisation: "yueqing-enforcement")
  }

  public let project: ProjectID
  public let kind: WorksPermitKind
  public let number: Text<80>
  public let document: DocumentHash
  public let from: BusinessDate
  public let until: BusinessDate
  public let organisation: OrganisationID

  public init(
    project: ProjectID, kind: WorksPermitKind, number: Text<80>, document: DocumentHash, from: BusinessDate,
    until: BusinessDate, organisation: OrganisationID
  ) {
    self.project = project
    self.kind = kind
    self.number = number
    self.document = document
    self.from = from
    self.until = until
    self.organisation = organisation
  }
}
