import DomainModel

/// Record that the quality and safety institution has taken the works in charge, to watch them throughout (Sichuan
/// 6.2).
public struct RegisterQualitySupervision: ProjectCommand {
  public static var name: WireName { "supervision.register-quality-supervision" }
  public static var senders: Set<Role> { [.qualitySafety, .constructionUnit, .housing] }
  public static var example: RegisterQualitySupervision {
    RegisterQualitySupervision(project: "330382-2024-0007", institution: "qingjiang-quality", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let institution: OrganisationID
  /// Its registration of the works.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, institution: OrganisationID, document: DocumentHash) {
    self.project = project
    self.institution = institution
    self.document = document
  }
}

/// The quality and safety institution has taken the works in charge.
public struct QualitySupervisionRegistered: ProjectEvent {
  public static var name: WireName { "supervision.quality-supervision-registered" }
  public static var example: QualitySupervisionRegistered {
    QualitySupervisionRegistered(project: "330382-2024-0007", institution: "qingjiang-quality", document: .sample)
  }

  public let project: ProjectID
  public let institution: OrganisationID
  /// Its registration of the works.
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.qualitySupervisionRegistered, .flag(true))] }

  public init(project: ProjectID, institution: OrganisationID, document: DocumentHash) {
    self.project = project
    self.institution = institution
    self.document = document
  }
}
