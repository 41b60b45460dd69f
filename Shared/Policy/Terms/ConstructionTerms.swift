import DomainModel

/// How works are run and watched (domain §11; Sichuan 6, Wenzhou 3.7, Tiexi 6.5, Yueqing plan 3.6).
public struct ConstructionTerms: Hashable, Sendable, Decodable {
  public let constructionUnit: Provision<[Role]>
  /// A number posted on the site (Sichuan 6.2).
  public let hotline: Provision<Need>
  /// A place on the site where matters are told, coordinated and solved.
  public let sitePlatform: Provision<Need>
  /// Who deals with illegal structures.
  public let illegalStructures: Provision<[Role]>
  /// Whether illegal structures must be gone before works begin (Sichuan 6.1, Tiexi 6.5).
  public let demolitionBeforeStart: Provision<Bool>
  public let concealedWorks: Provision<Need>
  /// Who looks at works before they are covered (Sichuan 6.2). Left out where a document names nobody.
  public let concealedWorksSeenBy: Provision<[Role]>?
  /// A construction plan by the task force and the contractor (Sichuan 6.2).
  public let constructionPlan: Provision<Need>
  public let designChange: Provision<DesignChangeTerms>
  public let majorChange: Provision<MajorChange>
  public let residentSupervision: Provision<[Role]>
  public let qualitySupervision: Provision<Need>
  /// 过程跟踪审计.
  public let processAudit: Provision<Need>
  public let progressReports: Provision<ProgressReports>
  public let startMonths: Provision<StartMonths>
  /// The first day on which works are late.
  public let finishBefore: Provision<BusinessDate>
  public let startNeeds: Provision<[Identifier<SlugKind>]>
}

/// The order that a change of design must keep (Sichuan 6.3).
public struct DesignChangeTerms: Decodable, Hashable, Sendable {
  public let writtenJustification: Bool
  public let majorNeedsApproval: Bool
  public let onSiteNotice: Bool
}

/// When a change of design is material (重大).
public struct MajorChange: Decodable, Hashable, Sendable {
  /// A change of more than this share of the approved investment.
  public let investmentOver: Share
  /// Whether an added or removed catalogue item is material by itself.
  public let anyItemAddedOrRemoved: Bool
}

/// How often progress is told.
public enum ProgressReports: String, WireEnum {
  case regular, system
}

/// The months of the plan year in which works begin (Tiexi 6.5).
public struct StartMonths: Decodable, Hashable, Sendable {
  public let pilot: Int
  public let other: Int
}
