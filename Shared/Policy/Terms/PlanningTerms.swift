import DomainModel

/// How the plan comes about (domain §6; Wenzhou 3.2 and 3.3, Yueqing plan 3.2).
public struct PlanningTerms: Hashable, Sendable, Decodable {
  public let commissionedBy: Provision<[Role]>
  public let designer: Provision<Bilingual>
  public let contents: Provision<[Cited<Coded>]>
  /// Departments on the spot while the scheme is drafted (Wenzhou 3.3).
  public let siteSurvey: Provision<SiteSurveyTerms>
  public let publicFacilities: Provision<PublicFacilityTerms>
  /// Who sits in the task force (Sichuan 4.1). Left out where a document knows none.
  public let taskForce: Provision<[Role]>?
}

/// What added public facilities must not harm (Yueqing plan 2.4.5).
public struct PublicFacilityTerms: Decodable, Hashable, Sendable {
  public let zh: String
  public let en: String
  /// The catalogue's items that add such facilities; absent where a document names none.
  public let items: [CatalogueKey]?
  /// Who says whether fire safety is affected.
  public let fireBy: Role?
  /// Who says whether the sunlight of homes is affected.
  public let sunlightBy: Role?
}

/// A survey on the spot with written comments.
public struct SiteSurveyTerms: Decodable, Hashable, Sendable {
  public let feedbackWorkingDays: Int
  public let departments: [Role]
  /// Which utilities, by kind: `water`, `power`.
  public let utilities: [Identifier<SlugKind>]?
}
