import DomainModel

/// How the community is kept up for good (domain §13; Wenzhou Annex 6, Yueqing plan 3.9).
public struct LongTermTerms: Hashable, Sendable, Decodable {
  public let modes: Provision<[Cited<Coded>]>
  /// Whether all owners are asked by questionnaire, and the mode that follows is published (Wenzhou Annex 6 2(1)). Left out
  /// where a document does not say.
  public let modeSurvey: Provision<Need>?
  public let fixedWhen: Provision<ManagementMoment>
  /// The modes for a community that cannot hire a company.
  public let fallback: Provision<[Identifier<SlugKind>]>
  public let covenant: Provision<Need>
  public let maintenanceFund: Provision<[Identifier<SlugKind>]>
  public let revenue: Provision<[Cited<Coded>]>
  /// 联席会议 (Sichuan 7.2).
  public let jointMeeting: Provision<Need>
}

/// When the mode of management must be fixed.
public enum ManagementMoment: String, WireEnum {
  case inPlan = "in-plan"
  case alongsideWorks = "alongside-works"
  case atTakeover = "at-takeover"
}
