import DomainModel

/// Upload the construction drawings. Their review is exempt, they themselves never (plan 4.5, AMB-30).
public struct UploadDrawings: ProjectCommand {
  public static var name: WireName { "approvals.upload-drawings" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .designer] }
  public static var example: UploadDrawings {
    UploadDrawings(
      project: "330382-2024-0007", drawings: [.sample], designer: "zhedong-design", complianceStatement: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let drawings: Listing<DocumentHash, 60>
  /// Who answers for them.
  public let designer: OrganisationID
  /// The designer's signed statement that they meet the requirements.
  public let complianceStatement: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { drawings.items + [complianceStatement] }

  public init(
    project: ProjectID, drawings: Listing<DocumentHash, 60>, designer: OrganisationID,
    complianceStatement: DocumentHash, replaces: Replacement? = nil
  ) {
    self.project = project
    self.drawings = drawings
    self.designer = designer
    self.complianceStatement = complianceStatement
    self.replaces = replaces
  }
}

/// Construction drawings were uploaded; they take the place of earlier ones.
public struct DrawingsUploaded: ProjectEvent {
  public static var name: WireName { "approvals.drawings-uploaded" }
  public static var isWithdrawable: Bool { true }
  public static var example: DrawingsUploaded {
    DrawingsUploaded(
      project: "330382-2024-0007", drawings: [.sample], designer: "zhedong-design", complianceStatement: .sample)
  }

  public let project: ProjectID
  public let drawings: Listing<DocumentHash, 60>
  public let designer: OrganisationID
  public let complianceStatement: DocumentHash

  public var facts: [FactStatement] {
    [FactStatement(.drawingsUploaded, .flag(true))]
  }

  public init(
    project: ProjectID, drawings: Listing<DocumentHash, 60>, designer: OrganisationID, complianceStatement: DocumentHash
  ) {
    self.project = project
    self.drawings = drawings
    self.designer = designer
    self.complianceStatement = complianceStatement
  }
}

/// A paper for the construction permit that the construction unit may pledge instead of submitting it (plan 4.5).
public enum PermitMaterial: String, WireEnum {
  /// 施工图审查合格书
  case drawingReviewCertificate = "drawing-review-certificate"
  /// 依法办理用地批准手续的证明文件
  case landApprovalEvidence = "land-approval-evidence"

  /// The pack's code of the paper.
  public var code: Identifier<SlugKind> { Identifier(stringLiteral: rawValue) }
}

/// Submit a signed pledge (承诺书) in place of a paper. On the simplified route only (plan 4.1, 4.5).
public struct SubmitPledge: ProjectCommand {
  public static var name: WireName { "approvals.submit-pledge" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: SubmitPledge {
    SubmitPledge(
      project: "330382-2024-0007", material: .drawingReviewCertificate, document: .sample)
  }
  public typealias Reply = PermitReadiness

  public let project: ProjectID
  /// What it takes the place of.
  public let material: PermitMaterial
  /// The pledge as signed by the construction unit.
  public let document: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, material: PermitMaterial, document: DocumentHash, replaces: Replacement? = nil) {
    self.project = project
    self.material = material
    self.document = document
    self.replaces = replaces
  }
}

/// Whether the papers for the construction permit are together.
public struct PermitReadiness: Codable, Hashable, Sendable {
  public let areMaterialsReady: Bool
  public let missing: Listing<PermitMaterial, 2>

  public init(areMaterialsReady: Bool, missing: Listing<PermitMaterial, 2>) {
    self.areMaterialsReady = areMaterialsReady
    self.missing = missing
  }
}

/// A pledge was submitted in place of a paper.
public struct PledgeSubmitted: ProjectEvent {
  public static var name: WireName { "approvals.pledge-submitted" }
  public static var isWithdrawable: Bool { true }
  public static var example: PledgeSubmitted {
    PledgeSubmitted(
      project: "330382-2024-0007", material: .drawingReviewCertificate, document: .sample, areMaterialsReady: false)
  }

  public let project: ProjectID
  public let material: PermitMaterial
  public let document: DocumentHash
  public let areMaterialsReady: Bool

  public var facts: [FactStatement] {
    [FactStatement(.permitMaterialsReady, .flag(areMaterialsReady))]
  }

  public init(project: ProjectID, material: PermitMaterial, document: DocumentHash, areMaterialsReady: Bool) {
    self.project = project
    self.material = material
    self.document = document
    self.areMaterialsReady = areMaterialsReady
  }
}

/// Submit the paper itself, for which a pledge would do on the simplified route.
public struct SubmitPermitEvidence: ProjectCommand {
  public static var name: WireName { "approvals.submit-permit-evidence" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: SubmitPermitEvidence {
    SubmitPermitEvidence(
      project: "330382-2024-0007", material: .landApprovalEvidence, number: "浙(2024)乐清市不动产权第0001234号",
      document: .sample)
  }
  public typealias Reply = PermitReadiness

  public let project: ProjectID
  public let material: PermitMaterial
  public let number: Text<80>
  public let document: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, material: PermitMaterial, number: Text<80>, document: DocumentHash, replaces: Replacement? = nil
  ) {
    self.project = project
    self.material = material
    self.number = number
    self.document = document
    self.replaces = replaces
  }
}

/// A paper for the construction permit was submitted.
public struct PermitEvidenceSubmitted: ProjectEvent {
  public static var name: WireName { "approvals.permit-evidence-submitted" }
  public static var isWithdrawable: Bool { true }
  public static var example: PermitEvidenceSubmitted {
    PermitEvidenceSubmitted(
      project: "330382-2024-0007", material: .landApprovalEvidence, number: "浙(2024)乐清市不动产权第0001234号",
      document: .sample, areMaterialsReady: true)
  }

  public let project: ProjectID
  public let material: PermitMaterial
  public let number: Text<80>
  public let document: DocumentHash
  public let areMaterialsReady: Bool

  public var facts: [FactStatement] {
    [FactStatement(.permitMaterialsReady, .flag(areMaterialsReady))]
  }

  public init(
    project: ProjectID, material: PermitMaterial, number: Text<80>, document: DocumentHash, areMaterialsReady: Bool
  ) {
    self.project = project
    self.material = material
    self.number = number
    self.document = document
    self.areMaterialsReady = areMaterialsReady
  }
}
