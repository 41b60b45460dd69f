import DomainModel

/// How the plan comes about (domain §6; Wenzhou 3.2 and 3.3, Yueqing plan 3.2).
public struct PlanningTerms: Hashable, Sendable, Decodable {
  public let commissionedBy: Provision<[Role]>
  public let designer: Provision<Bilingual>
  public let contents: Provision<[Cited<Coded>]>
  /// Departments on the spot while the scheme is drafted (Wenzhou 3.3).
  public let siteSurvey: Provision<SiteSurveyTerms>
  public let publicFacilities: Provision<Bilingual>
  /// Who sits in the task force (Sichuan 4.1). Left out where a document knows none.
  public let taskForce: Provision<[Role]>?
}

/// A survey on the spot with written comments.
public struct SiteSurveyTerms: Decodable, Hashable, Sendable {
  public let feedbackWorkingDays: Int
  public let departments: [Role]
  /// Which utilities, by kind: `water`, `power`.
  public let utilities: [Identifier<SlugKind>]?
}
