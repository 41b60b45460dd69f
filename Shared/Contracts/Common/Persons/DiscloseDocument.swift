import DomainModel

/// Be shown a document that is protected (P2, P3): a signed roster, a copy of an identity card. Who asked, for which document and
/// why is recorded first; its bytes may then be read for a day by the same key, which names the event recorded here. Whose
/// data is in it need not be known. What is not protected needs none of this.
public struct DiscloseDocument<Contract: ServiceContract>: ProjectCommand {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).disclose-document") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: DiscloseDocument {
    DiscloseDocument(project: "330382-2024-0007", document: .sample, reason: "核对签字表原件")
  }
  public typealias Reply = Accepted

  /// The project whose records, or those of its community, name the document.
  public let project: ProjectID
  public let document: DocumentHash
  /// Why it must be looked at, nothing personal.
  public let reason: Text<500>

  public init(project: ProjectID, document: DocumentHash, reason: Text<500>) {
    self.project = project
    self.document = document
    self.reason = reason
  }
}

/// A protected document was shown to an office.
public struct DocumentDisclosed<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).document-disclosed") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: DocumentDisclosed {
    DocumentDisclosed(project: "330382-2024-0007", document: .sample, reason: "核对签字表原件")
  }

  public let project: ProjectID
  public let document: DocumentHash
  public let reason: Text<500>

  public init(project: ProjectID, document: DocumentHash, reason: Text<500>) {
    self.project = project
    self.document = document
    self.reason = reason
  }
}
