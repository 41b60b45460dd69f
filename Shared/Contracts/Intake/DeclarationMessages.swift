import DomainModel

/// Declare the project (项目申报), the second filing, once the vote carried and the notice stood without open objection
/// (plan 3.4). Sent again to complete what is missing.
public struct SubmitDeclaration: ProjectCommand {
  public static var name: WireName { "intake.submit-declaration" }
  public static var senders: Set<Role> { [.ownersBody, .residentsCommittee] }
  public static var example: SubmitDeclaration {
    SubmitDeclaration(
      project: "330382-2024-0007", applicant: .ownersBody,
      papers: [FiledPaper(form: "project-application", document: DocumentHash.sample)])
  }
  public typealias Reply = FilingReceived

  public let project: ProjectID
  public let applicant: Applicant
  /// 改造项目申请表, 改造设计方案, 改造意见公示书, 居民承诺书, 长效管理方案, and others, by their codes.
  public let papers: Listing<FiledPaper, 40>
  /// Who signed and stamped; needed where the pack says whose signatures the papers bear (Wenzhou Annexes 4 and 5).
  public let signatures: BodySignatures?

  public var documents: [DocumentHash] { papers.map(\.document) }

  public init(
    project: ProjectID, applicant: Applicant, papers: Listing<FiledPaper, 40>, signatures: BodySignatures? = nil
  ) {
    self.project = project
    self.applicant = applicant
    self.papers = papers
    self.signatures = signatures
  }
}

/// A declaration came in.
public struct DeclarationSubmitted: ProjectEvent {
  public static var name: WireName { "intake.declaration-submitted" }
  public static var example: DeclarationSubmitted {
    DeclarationSubmitted(
      project: "330382-2024-0007", applicant: .ownersBody, actsForBody: false, plan: "330382-2024-0007/P1",
      papers: [FiledPaper(form: "project-application", document: DocumentHash.sample)], missing: ["pledge"],
      replacesPassed: false)
  }

  public let project: ProjectID
  public let applicant: Applicant
  public let actsForBody: Bool
  /// The plan version that is declared.
  public let plan: PlanID?
  public let papers: Listing<FiledPaper, 40>
  public let missing: Listing<Identifier<SlugKind>, 30>
  /// It takes the place of a declaration of an earlier plan version that had passed; it is reviewed again.
  public let replacesPassed: Bool
  /// How the papers are signed, where the pack says whose signatures they bear.
  public let signing: PaperSigning?

  public var facts: [FactStatement] {
    [
      FactStatement(.declarationSubmitted, .flag(true)),
      FactStatement(.declarationPackageComplete, .flag(missing.isEmpty)),
    ]
      + (replacesPassed
        ? [FactStatement(.declarationReviewed, .flag(false)), FactStatement(.declarationFiled, .flag(false))] : [])
  }

  public init(
    project: ProjectID, applicant: Applicant, actsForBody: Bool, plan: PlanID?, papers: Listing<FiledPaper, 40>,
    missing: Listing<Identifier<SlugKind>, 30>, replacesPassed: Bool, signing: PaperSigning? = nil
  ) {
    self.project = project
    self.applicant = applicant
    self.actsForBody = actsForBody
    self.plan = plan
    self.papers = papers
    self.missing = missing
    self.replacesPassed = replacesPassed
    self.signing = signing
  }
}

/// The township's initial review (初审) of a declaration.
public struct ReviewDeclaration: ProjectCommand {
  public static var name: WireName { "intake.review-declaration" }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: ReviewDeclaration {
    ReviewDeclaration(project: "330382-2024-0007", isPassed: true, reasons: nil, document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let isPassed: Bool
  /// Needed when it is returned: what to complete.
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(project: ProjectID, isPassed: Bool, reasons: Text<1000>?, document: DocumentHash?) {
    self.project = project
    self.isPassed = isPassed
    self.reasons = reasons
    self.document = document
  }
}

/// The initial review was held.
public struct DeclarationReviewed: ProjectEvent {
  public static var name: WireName { "intake.declaration-reviewed" }
  public static var example: DeclarationReviewed {
    DeclarationReviewed(project: "330382-2024-0007", isPassed: true, reasons: nil, document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let isPassed: Bool
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.declarationReviewed, .flag(isPassed))] }

  public init(project: ProjectID, isPassed: Bool, reasons: Text<1000>?, document: DocumentHash?) {
    self.project = project
    self.isPassed = isPassed
    self.reasons = reasons
    self.document = document
  }
}

/// Report a declared project to the city renovation office: only after the initial review and with all resident money
/// in place (plan 3.4).
public struct ReportToCity: ProjectCommand {
  public static var name: WireName { "intake.report-to-city" }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: ReportToCity {
    ReportToCity(project: "330382-2024-0007", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, document: DocumentHash) {
    self.project = project
    self.document = document
  }
}

/// A project was reported to the city.
public struct ReportedToCity: ProjectEvent {
  public static var name: WireName { "intake.reported-to-city" }
  public static var example: ReportedToCity {
    ReportedToCity(project: "330382-2024-0007", document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.reportedToCity, .flag(true))] }

  public init(project: ProjectID, document: DocumentHash) {
    self.project = project
    self.document = document
  }
}
