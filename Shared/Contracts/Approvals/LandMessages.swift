import DomainModel

/// Declare whether the works change who owns the land. Where they do not, no land procedure is needed (Sichuan 5.1).
public struct DeclareLand: ProjectCommand {
  public static var name: WireName { "approvals.declare-land" }
  public static var senders: Set<Role> { [.constructionUnit, .subdistrict] }
  public static var example: DeclareLand {
    DeclareLand(project: "330382-2024-0007", changesOwnership: false, evidence: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let changesOwnership: Bool
  /// What the declaration rests on.
  public let evidence: DocumentHash

  public var documents: [DocumentHash] { [evidence] }

  public init(project: ProjectID, changesOwnership: Bool, evidence: DocumentHash) {
    self.project = project
    self.changesOwnership = changesOwnership
    self.evidence = evidence
  }
}

/// It was declared whether the works change who owns the land.
public struct LandDeclared: ProjectEvent {
  public static var name: WireName { "approvals.land-declared" }
  public static var example: LandDeclared {
    LandDeclared(project: "330382-2024-0007", changesOwnership: false, evidence: .sample)
  }

  public let project: ProjectID
  public let changesOwnership: Bool
  /// What the declaration rests on.
  public let evidence: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.landSettled, .flag(!changesOwnership))] }

  public init(project: ProjectID, changesOwnership: Bool, evidence: DocumentHash) {
    self.project = project
    self.changesOwnership = changesOwnership
    self.evidence = evidence
  }
}

/// Give the land approval of works that change who owns the land.
public struct ApproveLand: ProjectCommand {
  public static var name: WireName { "approvals.approve-land" }
  public static var senders: Set<Role> { [.naturalResources] }
  public static var example: ApproveLand {
    ApproveLand(project: "330382-2024-0007", number: "清江资规〔2021〕7号", document: .sample)
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

/// The land approval was given.
public struct LandApproved: ProjectEvent {
  public static var name: WireName { "approvals.land-approved" }
  public static var example: LandApproved {
    LandApproved(project: "330382-2024-0007", number: "清江资规〔2021〕7号", document: .sample)
  }

  public let project: ProjectID
  public let number: Text<80>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.landSettled, .flag(true))] }

  public init(project: ProjectID, number: Text<80>, document: DocumentHash) {
    self.project = project
    self.number = number
    self.document = document
  }
}
