import DomainModel

/// Ask the county government to fix who carries the project out (Sichuan 3.5): the housing department proposes a
/// body.
public struct RequestConstructionUnit: ProjectCommand {
  public static var name: WireName { "intake.request-construction-unit" }
  public static var senders: Set<Role> { [.housing] }
  public static var example: RequestConstructionUnit {
    RequestConstructionUnit(
      project: "330382-2024-0007", proposed: "qingjiang-housing", role: .constructionUnit,
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The body proposed.
  public let proposed: OrganisationID
  /// What kind of body it is: `housing`, `subdistrict`, a company of the state as `construction-unit`.
  public let role: Role
  /// The request itself.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, proposed: OrganisationID, role: Role, document: DocumentHash) {
    self.project = project
    self.proposed = proposed
    self.role = role
    self.document = document
  }
}

/// The county government was asked to fix the construction unit.
public struct ConstructionUnitRequested: ProjectEvent {
  public static var name: WireName { "intake.construction-unit-requested" }
  public static var example: ConstructionUnitRequested {
    ConstructionUnitRequested(
      project: "330382-2024-0007", proposed: "qingjiang-housing", role: .constructionUnit,
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  /// The body proposed.
  public let proposed: OrganisationID
  /// What kind of body it is: `housing`, `subdistrict`, a company of the state as `construction-unit`.
  public let role: Role
  /// The request itself.
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.constructionUnitRequested, .flag(true))] }

  public init(project: ProjectID, proposed: OrganisationID, role: Role, document: DocumentHash) {
    self.project = project
    self.proposed = proposed
    self.role = role
    self.document = document
  }
}
