import DomainModel

/// Name a community of the annual plan a pilot, or take that back: pilots start in a month of their own (Tiexi 6.5).
public struct DesignatePilot: ProjectCommand {
  public static var name: WireName { "supervision.designate-pilot" }
  public static var senders: Set<Role> { [.renovationOffice, .housing] }
  public static var example: DesignatePilot {
    DesignatePilot(project: "330382-2024-0007", isPilot: true, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let isPilot: Bool
  /// The list of pilots, or the paper that changes it.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, isPilot: Bool, document: DocumentHash) {
    self.project = project
    self.isPilot = isPilot
    self.document = document
  }
}

/// A community was named a pilot, or no longer is one.
public struct PilotDesignated: ProjectEvent {
  public static var name: WireName { "supervision.pilot-designated" }
  public static var example: PilotDesignated {
    PilotDesignated(project: "330382-2024-0007", isPilot: true, document: .sample)
  }

  public let project: ProjectID
  public let isPilot: Bool
  public let document: DocumentHash

  public init(project: ProjectID, isPilot: Bool, document: DocumentHash) {
    self.project = project
    self.isPilot = isPilot
    self.document = document
  }
}
