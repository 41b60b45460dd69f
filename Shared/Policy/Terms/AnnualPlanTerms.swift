import DomainModel

/// How projects come into a year's plan (domain §7.3; Sichuan 3, Wenzhou 3.5, Ziyang 4.3, Yueqing plan 3.4).
public struct AnnualPlanTerms: Hashable, Sendable, Decodable {
  public let deadline: Provision<PlanDeadline>
  public let compiledBy: Provision<[Role]>
  public let decidedBy: Provision<[Role]>
  public let consentBy: Provision<[Role]>
  public let reportTo: Provision<[Cited<Coded>]>
  public let fiscalAssessment: Provision<Need>
  public let selection: Provision<Selection>
  /// 实施一批、谋划一批、储备一批 (Sichuan 3.3, Tiexi 2.2).
  public let pools: Provision<[Cited<Coded>]>
  /// The outside system that the plan is pushed to (Sichuan 3.3).
  public let pushSystem: Provision<Coded>
  /// The outside system that an agreed application is entered in (Sichuan 2.3).
  public let recordSystem: Provision<Coded>
  public let specialPlan: Provision<Need>
  public let centralBudget: Provision<CentralBudget>
  /// Who is the construction unit, where the document fixes it.
  public let constructionUnit: Provision<[Role]>
  public let rankingFacts: Provision<[Cited<RankingFact>]>
  /// The order in which ranking facts are shown; a person ranks (domain §7.4).
  public let rankingOrder: Provision<[Identifier<SlugKind>]>
}

/// By which day which year's plan must be fixed. Late plans are a matter of record, not of law alone.
public struct PlanDeadline: Decodable, Hashable, Sendable {
  /// For which year a plan is made, seen from its deadline.
  public enum PlanYear: String, WireEnum {
    case next, current
  }

  public let monthDay: MonthDay
  /// Which year the plan is for, seen from the deadline.
  public let planYear: PlanYear
}

/// By what principle projects come into the plan.
public enum Selection: String, WireEnum {
  case competitiveReview = "competitive-review"
  case competitiveShortlist = "competitive-shortlist"
  case coordinated
}

/// What a project needs before central budget money is applied for.
public enum CentralBudget: String, WireEnum {
  case onlyPlanListed = "only-plan-listed"
}

/// A fact that ranks projects, and the moment at which it does (AMB-14).
public struct RankingFact: Decodable, Hashable, Sendable {
  /// At which moment a fact ranks: in the waiting list, in the plan’s range, at the subsidy, before the scheme.
  public enum Moment: String, WireEnum {
    case waitingList = "waiting-list"
    case range, subsidy, scheme
  }

  public let code: Identifier<SlugKind>
  public let stage: Moment
  public let zh: String
  public let en: String
}
