import DomainModel

/// Record the fire inspection at completion (竣工验收消防查验, plan 4.7), passed or not.
public struct PassFireInspection: ProjectCommand {
  public static var name: WireName { "supervision.pass-fire-inspection" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: PassFireInspection {
    PassFireInspection(
      project: "330382-2024-0007", passed: true,
      parties: [WorksParty(role: .contractor, organisation: "yueqing-build-3")], document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let passed: Bool
  /// Who took part.
  public let parties: Listing<WorksParty, 12>
  /// The signed record of the inspection.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, passed: Bool, parties: Listing<WorksParty, 12> = [], document: DocumentHash) {
    self.project = project
    self.passed = passed
    self.parties = parties
    self.document = document
  }
}

/// The fire inspection was held.
public struct FireInspectionRecorded: ProjectEvent {
  public static var name: WireName { "supervision.fire-inspection-recorded" }
  public static var example: FireInspectionRecorded {
    FireInspectionRecorded(
      project: "330382-2024-0007", passed: true,
      parties: [WorksParty(role: .contractor, organisation: "yueqing-build-3")], document: .sample)
  }

  public let project: ProjectID
  public let passed: Bool
  /// Who took part.
  public let parties: Listing<WorksParty, 12>
  /// The signed record of the inspection.
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.fireInspectionPassed, .flag(passed))] }

  public init(project: ProjectID, passed: Bool, parties: Listing<WorksParty, 12> = [], document: DocumentHash) {
    self.project = project
    self.passed = passed
    self.parties = parties
    self.document = document
  }
}
