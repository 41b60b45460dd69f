import DomainModel

/// Open a project for a community: from here on one edition of the rules judges it.
public struct OpenProject: CommunityCommand {
  public static var name: WireName { "intake.open-project" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .districtGovernment, .housing] }
  public static var example: OpenProject {
    OpenProject(
      community: "330382-C00017", title: "丹霞小区改造",
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: DocumentHash.sample))
  }
  public typealias Reply = ProjectOpening

  public let community: CommunityID
  public let title: Text<100>
  /// The edition in force on the day of opening; it must be installed here.
  public let edition: PackEdition

  public init(community: CommunityID, title: Text<100>, edition: PackEdition) {
    self.community = community
    self.title = title
    self.edition = edition
  }
}

/// The number that a project was given.
public struct ProjectOpening: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let edition: PackEdition

  public init(project: ProjectID, edition: PackEdition) {
    self.project = project
    self.edition = edition
  }
}

/// Let another edition judge the stages that a project has not yet entered.
public struct AdoptEdition: ProjectCommand {
  public static var name: WireName { "intake.adopt-edition" }
  public static var senders: Set<Role> { [.renovationOffice, .cityGovernment] }
  public static var example: AdoptEdition {
    AdoptEdition(
      project: "330382-2024-0007",
      edition: PackEdition(pack: "yueqing", edition: "2025-1", sha256: DocumentHash.sample), reason: "市旧改办补充规定施行",
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let edition: PackEdition
  public let reason: Text<500>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, edition: PackEdition, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.edition = edition
    self.reason = reason
    self.document = document
  }
}

/// Another edition judges the project from now on; steps already taken keep the one they were taken under.
public struct EditionAdopted: ProjectEvent {
  public static var name: WireName { "intake.edition-adopted" }
  public static var isCritical: Bool { true }
  public static var example: EditionAdopted {
    EditionAdopted(
      project: "330382-2024-0007",
      edition: PackEdition(pack: "yueqing", edition: "2025-1", sha256: DocumentHash.sample),
      former: PackEdition(pack: "yueqing", edition: "2024-1", sha256: DocumentHash.sample), reason: "市旧改办补充规定施行",
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let edition: PackEdition
  public let former: PackEdition
  public let reason: Text<500>
  public let document: DocumentHash

  public var pins: PackEdition? { edition }

  public init(
    project: ProjectID, edition: PackEdition, former: PackEdition, reason: Text<500>, document: DocumentHash
  ) {
    self.project = project
    self.edition = edition
    self.former = former
    self.reason = reason
    self.document = document
  }
}

/// Halt a project for a time; no step is taken until it is resumed (domain §17.1 note e).
public struct SuspendProject: ProjectCommand {
  public static var name: WireName { "intake.suspend-project" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .cityGovernment] }
  public static var example: SuspendProject {
    SuspendProject(project: "330382-2024-0007", reason: "管线迁改方案待定", document: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let reason: Text<500>
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(project: ProjectID, reason: Text<500>, document: DocumentHash?) {
    self.project = project
    self.reason = reason
    self.document = document
  }
}

/// A project was halted.
public struct ProjectSuspended: ProjectEvent {
  public static var name: WireName { "intake.project-suspended" }
  public static var isCritical: Bool { true }
  public static var example: ProjectSuspended {
    ProjectSuspended(project: "330382-2024-0007", reason: "管线迁改方案待定", document: nil)
  }

  public let project: ProjectID
  public let reason: Text<500>
  public let document: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.projectSuspended, .flag(true))] }

  public init(project: ProjectID, reason: Text<500>, document: DocumentHash?) {
    self.project = project
    self.reason = reason
    self.document = document
  }
}

/// Let a halted project go on.
public struct ResumeProject: ProjectCommand {
  public static var name: WireName { "intake.resume-project" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .cityGovernment] }
  public static var example: ResumeProject { ResumeProject(project: "330382-2024-0007", reason: "方案已定，恢复推进") }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let reason: Text<500>

  public init(project: ProjectID, reason: Text<500>) {
    self.project = project
    self.reason = reason
  }
}

/// A halted project goes on.
public struct ProjectResumed: ProjectEvent {
  public static var name: WireName { "intake.project-resumed" }
  public static var isCritical: Bool { true }
  public static var example: ProjectResumed { ProjectResumed(project: "330382-2024-0007", reason: "方案已定，恢复推进") }

  public let project: ProjectID
  public let reason: Text<500>

  public var facts: [FactStatement] { [FactStatement(.projectSuspended, .flag(false))] }

  public init(project: ProjectID, reason: Text<500>) {
    self.project = project
    self.reason = reason
  }
}

/// Give a project up for good; the community may open another.
public struct WithdrawProject: ProjectCommand {
  public static var name: WireName { "intake.withdraw-project" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .ownersBody, .residentsCommittee] }
  public static var example: WithdrawProject {
    WithdrawProject(project: "330382-2024-0007", reason: "居民放弃改造", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let reason: Text<500>
  /// The residents' or the office's own paper.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.reason = reason
    self.document = document
  }
}

/// A project was given up.
public struct ProjectWithdrawn: ProjectEvent {
  public static var name: WireName { "intake.project-withdrawn" }
  public static var isCritical: Bool { true }
  public static var example: ProjectWithdrawn {
    ProjectWithdrawn(project: "330382-2024-0007", reason: "居民放弃改造", document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let reason: Text<500>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.projectWithdrawn, .flag(true))] }

  public init(project: ProjectID, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.reason = reason
    self.document = document
  }
}

/// Say who is the construction unit (建设单位); in Yueqing the township or subdistrict (plan 5.1).
public struct FixConstructionUnit: ProjectCommand {
  public static var name: WireName { "intake.fix-construction-unit" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .cityGovernment, .districtGovernment] }
  public static var example: FixConstructionUnit {
    FixConstructionUnit(
      project: "330382-2024-0007", unit: "lecheng-subdistrict", name: "乐成街道办事处", role: .subdistrict,
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let unit: OrganisationID
  public let name: Text<100>
  /// What kind of body it is: the pack says which ones may be it.
  public let role: Role
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, unit: OrganisationID, name: Text<100>, role: Role, document: DocumentHash) {
    self.project = project
    self.unit = unit
    self.name = name
    self.role = role
    self.document = document
  }
}

/// The construction unit is fixed.
public struct ConstructionUnitFixed: ProjectEvent {
  public static var name: WireName { "intake.construction-unit-fixed" }
  public static var example: ConstructionUnitFixed {
    ConstructionUnitFixed(
      project: "330382-2024-0007", unit: "lecheng-subdistrict", name: "乐成街道办事处", role: .subdistrict,
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let unit: OrganisationID
  public let name: Text<100>
  public let role: Role
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.constructionUnitFixed, .flag(true))] }

  public init(project: ProjectID, unit: OrganisationID, name: Text<100>, role: Role, document: DocumentHash) {
    self.project = project
    self.unit = unit
    self.name = name
    self.role = role
    self.document = document
  }
}
