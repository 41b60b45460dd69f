import DomainModel

/// The three documents of initiation, in the order in which they are approved.
public enum InitiationDocument: String, WireEnum {
  /// 项目建议书
  case projectProposal = "project-proposal"
  /// 可行性研究报告
  case feasibilityStudy = "feasibility-study"
  /// 初步设计
  case preliminaryDesign = "preliminary-design"

  /// How many of the three come before it.
  public var place: Int { InitiationDocument.allCases.firstIndex(of: self) ?? 0 }
  /// The pack's code of the document.
  public var code: Identifier<SlugKind> { Identifier(stringLiteral: rawValue) }
}

/// Which of the three the project compiles as one. Merging is allowed, never compelled: the fewer may be chosen.
public enum Packaging: String, WireEnum {
  /// 三合一
  case allInOne = "all-in-one"
  /// 项目建议书和可研二合一，初步设计另报
  case proposalWithFeasibility = "proposal-with-feasibility"
  /// 分别编报
  case separate

  /// The documents to compile, each with what it covers.
  public var packages: [[InitiationDocument]] {
    switch self {
    case .allInOne: [InitiationDocument.allCases]
    case .proposalWithFeasibility: [[.projectProposal, .feasibilityStudy], [.preliminaryDesign]]
    case .separate: InitiationDocument.allCases.map { [$0] }
    }
  }
}

/// One document to compile and approve.
public struct DocumentPackage: Codable, Hashable, Sendable {
  public let covers: Listing<InitiationDocument, 3>

  public init(covers: Listing<InitiationDocument, 3>) {
    self.covers = covers
  }
}

/// Open the initiation (立项) with the declared investment, which decides what may be merged (plan 4.4; domain
/// §10.3).
public struct OpenInitiation: ProjectCommand {
  public static var name: WireName { "approvals.open-initiation" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .districtGovernment] }
  public static var example: OpenInitiation {
    OpenInitiation(
      project: "330382-2024-0007", investment: .sample, figureDate: .sample, governmentInvestment: true,
      packaging: .allInOne)
  }
  public typealias Reply = InitiationDocuments

  public let project: ProjectID
  /// The whole project's estimate at initiation, lifts included.
  public let investment: Money
  /// The day on which the figure was settled.
  public let figureDate: BusinessDate
  /// Only government investment may merge documents (plan 4.4).
  public let governmentInvestment: Bool
  /// What is to be merged.
  public let packaging: Packaging

  public init(
    project: ProjectID, investment: Money, figureDate: BusinessDate, governmentInvestment: Bool, packaging: Packaging
  ) {
    self.project = project
    self.investment = investment
    self.figureDate = figureDate
    self.governmentInvestment = governmentInvestment
    self.packaging = packaging
  }
}

/// What must be compiled and approved, in order.
public struct InitiationDocuments: Codable, Hashable, Sendable {
  public let packages: Listing<DocumentPackage, 3>

  public init(packages: Listing<DocumentPackage, 3>) {
    self.packages = packages
  }
}

/// The initiation was opened.
public struct InitiationOpened: ProjectEvent {
  public static var name: WireName { "approvals.initiation-opened" }
  public static var example: InitiationOpened {
    InitiationOpened(
      project: "330382-2024-0007", investment: .sample, figureDate: .sample, governmentInvestment: true,
      packaging: .allInOne)
  }

  public let project: ProjectID
  public let investment: Money
  public let figureDate: BusinessDate
  public let governmentInvestment: Bool
  public let packaging: Packaging

  public var facts: [FactStatement] { [FactStatement(.initiationOpened, .flag(true))] }

  public init(
    project: ProjectID, investment: Money, figureDate: BusinessDate, governmentInvestment: Bool, packaging: Packaging
  ) {
    self.project = project
    self.investment = investment
    self.figureDate = figureDate
    self.governmentInvestment = governmentInvestment
    self.packaging = packaging
  }
}

/// Declare a later figure of the investment. Crossing a bound of merging reverses nothing: it is shown, and what
/// was merged is checked again.
public struct RedeclareInvestment: ProjectCommand {
  public static var name: WireName { "approvals.redeclare-investment" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .districtGovernment] }
  public static var example: RedeclareInvestment {
    RedeclareInvestment(
      project: "330382-2024-0007", investment: .sample, figureDate: .sample, reason: "施工图预算调整")
  }
  public typealias Reply = InvestmentReview

  public let project: ProjectID
  public let investment: Money
  public let figureDate: BusinessDate
  /// Another choice of documents for what is not yet approved.
  public let packaging: Packaging?
  public let reason: Text<500>

  public init(
    project: ProjectID, investment: Money, figureDate: BusinessDate, packaging: Packaging? = nil, reason: Text<500>
  ) {
    self.project = project
    self.investment = investment
    self.figureDate = figureDate
    self.packaging = packaging
    self.reason = reason
  }
}

/// What the new figure means.
public struct InvestmentReview: Codable, Hashable, Sendable {
  /// Approved documents were merged more than the new figure allows: the approving office checks them again.
  public let needsRecheck: Bool

  public init(needsRecheck: Bool) {
    self.needsRecheck = needsRecheck
  }
}

/// A later figure of the investment was declared.
public struct InvestmentRedeclared: ProjectEvent {
  public static var name: WireName { "approvals.investment-redeclared" }
  public static var example: InvestmentRedeclared {
    InvestmentRedeclared(
      project: "330382-2024-0007", investment: .sample, figureDate: .sample, packaging: .proposalWithFeasibility,
      reason: "施工图预算调整", needsRecheck: true)
  }

  public let project: ProjectID
  public let investment: Money
  public let figureDate: BusinessDate
  public let packaging: Packaging
  public let reason: Text<500>
  public let needsRecheck: Bool

  public init(
    project: ProjectID, investment: Money, figureDate: BusinessDate, packaging: Packaging, reason: Text<500>,
    needsRecheck: Bool
  ) {
    self.project = project
    self.investment = investment
    self.figureDate = figureDate
    self.packaging = packaging
    self.reason = reason
    self.needsRecheck = needsRecheck
  }
}
