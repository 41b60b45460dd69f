import DomainModel

/// Approve a document of initiation, alone or merged as far as the investment allows (plan 4.4).
public struct ApproveDocument: ProjectCommand {
  public static var name: WireName { "approvals.approve-document" }
  public static var senders: Set<Role> { [.developmentReform] }
  public static var example: ApproveDocument {
    ApproveDocument(
      project: "330382-2024-0007", covers: [.projectProposal, .feasibilityStudy], number: "乐发改审〔2024〕37号",
      document: .sample)
  }
  public typealias Reply = DocumentProgress

  public let project: ProjectID
  /// What the one approval covers.
  public let covers: Listing<InitiationDocument, 3>
  /// 批文号
  public let number: Text<80>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, covers: Listing<InitiationDocument, 3>, number: Text<80>, document: DocumentHash) {
    self.project = project
    self.covers = covers
    self.number = number
    self.document = document
  }
}

/// How far the documents of initiation are.
public struct DocumentProgress: Codable, Hashable, Sendable {
  /// Proposal and feasibility study are approved.
  public let isInitiationApproved: Bool
  /// All three levels are approved.
  public let areDocumentsComplete: Bool

  public init(isInitiationApproved: Bool, areDocumentsComplete: Bool) {
    self.isInitiationApproved = isInitiationApproved
    self.areDocumentsComplete = areDocumentsComplete
  }
}

/// A document of initiation was approved.
public struct DocumentApproved: ProjectEvent {
  public static var name: WireName { "approvals.document-approved" }
  public static var example: DocumentApproved {
    DocumentApproved(
      project: "330382-2024-0007", covers: [.projectProposal, .feasibilityStudy], number: "乐发改审〔2024〕37号",
      document: .sample, organisation: "yueqing-drc", approvesInitiation: true, completesDocuments: false)
  }

  public let project: ProjectID
  public let covers: Listing<InitiationDocument, 3>
  public let number: Text<80>
  public let document: DocumentHash
  /// Who approved it.
  public let organisation: OrganisationID
  /// With this one, proposal and feasibility study are approved.
  public let approvesInitiation: Bool
  /// With this one, all are approved.
  public let completesDocuments: Bool

  public var facts: [FactStatement] {
    var facts: [FactStatement] = []
    if approvesInitiation { facts.append(FactStatement(.initiationApproved, .flag(true))) }
    if completesDocuments { facts.append(FactStatement(.bandDocumentsApproved, .flag(true))) }
    return facts
  }

  public init(
    project: ProjectID, covers: Listing<InitiationDocument, 3>, number: Text<80>, document: DocumentHash,
    organisation: OrganisationID, approvesInitiation: Bool, completesDocuments: Bool
  ) {
    self.project = project
    self.covers = covers
    self.number = number
    self.document = document
    self.organisation = organisation
    self.approvesInitiation = approvesInitiation
    self.completesDocuments = completesDocuments
  }
}

/// What the approving office found after the investment crossed a bound.
public enum RecheckOutcome: String, WireEnum {
  /// The merged approvals stand.
  case approvalsStand = "approvals-stand"
  /// What was merged too far is compiled and approved again.
  case compileAgain = "compile-again"
}

/// Say what becomes of documents that were merged more than the investment now allows (domain §10.3).
public struct RecheckBand: ProjectCommand {
  public static var name: WireName { "approvals.recheck-band" }
  public static var senders: Set<Role> { [.developmentReform] }
  public static var example: RecheckBand {
    RecheckBand(
      project: "330382-2024-0007", outcome: .approvalsStand, reason: "增加部分不改变建设内容", document: .sample)
  }
  public typealias Reply = DocumentProgress

  public let project: ProjectID
  public let outcome: RecheckOutcome
  public let reason: Text<500>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, outcome: RecheckOutcome, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.outcome = outcome
    self.reason = reason
    self.document = document
  }
}

/// The merged documents were checked again.
public struct BandRechecked: ProjectEvent {
  public static var name: WireName { "approvals.band-rechecked" }
  public static var example: BandRechecked {
    BandRechecked(
      project: "330382-2024-0007", outcome: .approvalsStand, reason: "增加部分不改变建设内容", document: .sample, reopened: [])
  }

  public let project: ProjectID
  public let outcome: RecheckOutcome
  public let reason: Text<500>
  public let document: DocumentHash
  /// What is to be compiled and approved again.
  public let reopened: Listing<InitiationDocument, 3>

  public var facts: [FactStatement] {
    var facts: [FactStatement] = []
    if reopened.contains(where: { $0 != .preliminaryDesign }) {
      facts.append(FactStatement(.initiationApproved, .flag(false)))
    }
    if !reopened.isEmpty { facts.append(FactStatement(.bandDocumentsApproved, .flag(false))) }
    return facts
  }

  public init(
    project: ProjectID, outcome: RecheckOutcome, reason: Text<500>, document: DocumentHash,
    reopened: Listing<InitiationDocument, 3>
  ) {
    self.project = project
    self.outcome = outcome
    self.reason = reason
    self.document = document
    self.reopened = reopened
  }
}
