import DomainModel

/// Who files: the owners' own body, or the residents' committee in its place where the pack permits (SLF-04; plan 3.1,
/// 3.4).
public enum Applicant: String, WireEnum {
  /// 业主委员会、自治小组
  case ownersBody = "owners-body"
  /// 社区居委会
  case residentsCommittee = "residents-committee"
}

/// One paper of a package, by the pack's code of its form.
public struct FiledPaper: Codable, Hashable, Sendable {
  /// `application-short`, `design-plan`; `other` for further materials.
  public let form: Identifier<SlugKind>
  public let document: DocumentHash

  public init(form: Identifier<SlugKind>, document: DocumentHash) {
    self.form = form
    self.document = document
  }
}

/// Apply for renovation (申请改造), the first of the two filings (domain §7.1). Sent again to complete what is missing.
public struct SubmitApplication: ProjectCommand {
  public static var name: WireName { "intake.submit-application" }
  public static var senders: Set<Role> { [.ownersBody, .residentsCommittee] }
  public static var example: SubmitApplication {
    SubmitApplication(
      project: "330382-2024-0007", applicant: .ownersBody,
      papers: [FiledPaper(form: "application-short", document: DocumentHash.sample)], contact: "p-7f3a90c21b44",
      contactName: "陈立", contactPhone: "13800000000", advisedByDesigner: true)
  }
  public typealias Reply = FilingReceived

  public let project: ProjectID
  public let applicant: Applicant
  /// 城镇老旧小区改造申请表, 改造意见征求书, 改造意见汇总表, by their codes.
  public let papers: Listing<FiledPaper, 30>
  /// Whom to ask back; name and phone go into the vault.
  public let contact: PersonID
  public let contactName: Text<50>
  public let contactPhone: Text<20>
  /// 规划师、设计师进小区 at this stage (plan 3.1).
  public let advisedByDesigner: Bool
  /// What is settled beside the vote, where the pack asks for it (Wenzhou 3.1).
  public let settled: Listing<SettledMatter, 10>?

  public var documents: [DocumentHash] { papers.map(\.document) + (settled?.map(\.document) ?? []) }

  public init(
    project: ProjectID, applicant: Applicant, papers: Listing<FiledPaper, 30>, contact: PersonID, contactName: Text<50>,
    contactPhone: Text<20>, advisedByDesigner: Bool, settled: Listing<SettledMatter, 10>? = nil
  ) {
    self.project = project
    self.applicant = applicant
    self.papers = papers
    self.contact = contact
    self.contactName = contactName
    self.contactPhone = contactPhone
    self.advisedByDesigner = advisedByDesigner
    self.settled = settled
  }
}

/// What a filing still lacks.
public struct FilingReceived: Codable, Hashable, Sendable {
  public let isComplete: Bool
  /// The codes of the forms that are missing.
  public let missing: Listing<Identifier<SlugKind>, 30>

  public init(isComplete: Bool, missing: Listing<Identifier<SlugKind>, 30>) {
    self.isComplete = isComplete
    self.missing = missing
  }
}

/// A first application came in.
public struct ApplicationSubmitted: ProjectEvent {
  public static var name: WireName { "intake.application-submitted" }
  public static var example: ApplicationSubmitted {
    ApplicationSubmitted(
      project: "330382-2024-0007", applicant: .ownersBody, actsForBody: false,
      papers: [FiledPaper(form: "application-short", document: DocumentHash.sample)], missing: ["opinion-form"],
      contact: "p-7f3a90c21b44", advisedByDesigner: true)
  }

  public let project: ProjectID
  public let applicant: Applicant
  /// The residents' committee filed in the place of the owners' body.
  public let actsForBody: Bool
  public let papers: Listing<FiledPaper, 30>
  public let missing: Listing<Identifier<SlugKind>, 30>
  public let contact: PersonID
  public let advisedByDesigner: Bool
  /// What was said to be settled beside the vote.
  public let settled: Listing<SettledMatter, 10>?

  public var facts: [FactStatement] {
    [
      FactStatement(.applicationSubmitted, .flag(true)),
      FactStatement(.applicationFormsComplete, .flag(missing.isEmpty)),
    ]
  }

  public init(
    project: ProjectID, applicant: Applicant, actsForBody: Bool, papers: Listing<FiledPaper, 30>,
    missing: Listing<Identifier<SlugKind>, 30>, contact: PersonID, advisedByDesigner: Bool,
    settled: Listing<SettledMatter, 10>? = nil
  ) {
    self.project = project
    self.applicant = applicant
    self.actsForBody = actsForBody
    self.papers = papers
    self.missing = missing
    self.contact = contact
    self.advisedByDesigner = advisedByDesigner
    self.settled = settled
  }
}

/// The township's answer to a first application: agreed, and the community stands on the waiting list; or returned.
public struct ReviewApplication: ProjectCommand {
  public static var name: WireName { "intake.review-application" }
  public static var senders: Set<Role> { [.subdistrict, .housing, .districtGovernment] }
  public static var example: ReviewApplication {
    ReviewApplication(
      project: "330382-2024-0007", isAgreed: true, reasons: "材料齐全，同意列入待改造小区名单", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let isAgreed: Bool
  /// Needed when it is returned: what to complete.
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(project: ProjectID, isAgreed: Bool, reasons: Text<1000>?, document: DocumentHash?) {
    self.project = project
    self.isAgreed = isAgreed
    self.reasons = reasons
    self.document = document
  }
}

/// The township answered a first application.
public struct ApplicationReviewed: ProjectEvent {
  public static var name: WireName { "intake.application-reviewed" }
  public static var example: ApplicationReviewed {
    ApplicationReviewed(project: "330382-2024-0007", isAgreed: true, reasons: nil, document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let isAgreed: Bool
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  /// An agreed application stands on the waiting list (待改造小区名单, plan 3.1).
  public var facts: [FactStatement] {
    [FactStatement(.applicationAgreed, .flag(isAgreed)), FactStatement(.waitingListed, .flag(isAgreed))]
  }

  public init(project: ProjectID, isAgreed: Bool, reasons: Text<1000>?, document: DocumentHash?) {
    self.project = project
    self.isAgreed = isAgreed
    self.reasons = reasons
    self.document = document
  }
}

/// Record what the waiting list looks at beside the money in place (plan 2.1, 3.1).
public struct RecordRankingFacts: ProjectCommand {
  public static var name: WireName { "intake.record-ranking-facts" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .finance] }
  public static var example: RecordRankingFacts {
    RecordRankingFacts(
      project: "330382-2024-0007", hasProfessionalManagement: true, qualifiesForUpperSubsidy: true,
      fiscalFundsAvailable: true, evidence: [DocumentHash.sample])
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// 专业化物业管理
  public let hasProfessionalManagement: Bool
  /// 符合央补、省补申请条件, wherever the community lies (AMB-57).
  public let qualifiesForUpperSubsidy: Bool
  /// 财政资金安排情况
  public let fiscalFundsAvailable: Bool
  public let evidence: Listing<DocumentHash, 20>
  public let replaces: Replacement?

  public var documents: [DocumentHash] { evidence.items }

  public init(
    project: ProjectID, hasProfessionalManagement: Bool, qualifiesForUpperSubsidy: Bool, fiscalFundsAvailable: Bool,
    evidence: Listing<DocumentHash, 20>, replaces: Replacement? = nil
  ) {
    self.project = project
    self.hasProfessionalManagement = hasProfessionalManagement
    self.qualifiesForUpperSubsidy = qualifiesForUpperSubsidy
    self.fiscalFundsAvailable = fiscalFundsAvailable
    self.evidence = evidence
    self.replaces = replaces
  }
}

/// Facts for the waiting list were recorded.
public struct RankingFactsRecorded: ProjectEvent {
  public static var name: WireName { "intake.ranking-facts-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: RankingFactsRecorded {
    RankingFactsRecorded(
      project: "330382-2024-0007", hasProfessionalManagement: true, qualifiesForUpperSubsidy: true,
      fiscalFundsAvailable: true, evidence: [DocumentHash.sample])
  }

  public let project: ProjectID
  public let hasProfessionalManagement: Bool
  public let qualifiesForUpperSubsidy: Bool
  public let fiscalFundsAvailable: Bool
  public let evidence: Listing<DocumentHash, 20>

  public init(
    project: ProjectID, hasProfessionalManagement: Bool, qualifiesForUpperSubsidy: Bool, fiscalFundsAvailable: Bool,
    evidence: Listing<DocumentHash, 20>
  ) {
    self.project = project
    self.hasProfessionalManagement = hasProfessionalManagement
    self.qualifiesForUpperSubsidy = qualifiesForUpperSubsidy
    self.fiscalFundsAvailable = fiscalFundsAvailable
    self.evidence = evidence
  }
}
