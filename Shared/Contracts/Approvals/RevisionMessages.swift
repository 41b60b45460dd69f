import DomainModel

/// Confirm that a revised plan takes up what the joint review said: the approvals then rest on it (Sichuan 5.1).
public struct ConfirmRevision: ProjectCommand {
  public static var name: WireName { "approvals.confirm-revision" }
  public static var senders: Set<Role> { [.naturalResources, .housing] }
  public static var example: ConfirmRevision {
    ConfirmRevision(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P4", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The review whose opinion was formed.
  public let consultation: ConsultationID
  /// The revised version, valid now.
  public let plan: PlanID
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, consultation: ConsultationID, plan: PlanID, document: DocumentHash) {
    self.project = project
    self.consultation = consultation
    self.plan = plan
    self.document = document
  }
}

/// A revised plan takes up what the joint review said.
public struct RevisionConfirmed: ProjectEvent {
  public static var name: WireName { "approvals.revision-confirmed" }
  public static var example: RevisionConfirmed {
    RevisionConfirmed(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P4", document: .sample)
  }

  public let project: ProjectID
  /// The review whose opinion was formed.
  public let consultation: ConsultationID
  /// The revised version, valid now.
  public let plan: PlanID
  public let document: DocumentHash

  public init(project: ProjectID, consultation: ConsultationID, plan: PlanID, document: DocumentHash) {
    self.project = project
    self.consultation = consultation
    self.plan = plan
    self.document = document
  }
}
