import DomainModel

/// What is found out before anything is decided (Sichuan 1, Wenzhou 3.1, Tiexi 6.2, Yueqing plan 3.1 and 2.4).
public struct SurveyTerms: Hashable, Sendable, Decodable {
  public let organisers: Provision<[Role]>
  /// Fields that the document names.
  public let fields: Provision<[Cited<SurveyField>]>
  /// Fields that a survey needs beside those the document names.
  public let baselineFields: Provision<[Cited<SurveyField>]>
  /// Checks on the spot beyond the fields.
  public let checks: Provision<[Cited<Coded>]>
  /// Checks whose hazards ask for a special plan (Yueqing plan 2.4.1). Left out where a document knows none.
  public let hazardPlan: Provision<[Identifier<SlugKind>]>?
  public let coverage: Provision<SurveyCoverage>
  /// When planners and designers advise in the community.
  public let adviserInCommunity: Provision<AdviserMoment>
}

/// A field of the survey record (domain §2.1).
public struct SurveyField: Decodable, Hashable, Sendable {
  public let key: Identifier<SlugKind>
  public let zh: String
  public let en: String
}

/// Whom the survey of needs must reach (Sichuan 1.2).
public enum SurveyCoverage: String, WireEnum {
  case allResidents = "all-residents"
  case bySample = "by-sample"
}

/// When professionals advise residents on the spot.
public enum AdviserMoment: String, WireEnum {
  case atApplication = "at-application"
  case atPlan = "at-plan"
}
