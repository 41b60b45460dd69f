import DomainModel

/// Which communities may be renovated (Wenzhou 1, Ziyang 2.1, Yueqing plan 2.1).
public struct EligibilityTerms: Hashable, Sendable, Decodable {
  public let definition: Provision<Bilingual>
  /// Whether a single residential block (单栋住宅楼) is a community of its own.
  public let singleBuildingCounts: Provision<Bool>
  public let buildCutoff: Provision<BuildCutoff>
  /// What a community completed in the cut-off year itself is, where the text leaves a gap (AMB-03).
  public let cutoffYearItself: Provision<EligibilityOutcome>
  /// All of these must be met by a community built after the cut-off.
  public let laterBuildConditions: Provision<[Cited<Coded>]>
  public let exclusions: Provision<[Cited<Exclusion>]>
  /// What "not in the focus" comes to (AMB-04).
  public let outsideFocus: Provision<EligibilityOutcome>
  /// Which way the years of an expropriation plan are counted (AMB-04).
  public let expropriationWindow: Provision<YearWindow>
  /// 具有合法产权 (Ziyang 2.1).
  public let legalTitle: Provision<Need>
  /// 房屋结构安全 (Ziyang 2.1).
  public let structuralSafety: Provision<Need>
  public let geography: Provision<[Cited<Coded>]>
  public let outsideGeography: Provision<EligibilityOutcome>
  public let priorities: Provision<[Cited<Coded>]>
  public let mixedBuildYears: Provision<MixedBuildYears>
  /// What a community is while a fact that decides is not known.
  public let missingFact: Provision<EligibilityOutcome>
  /// What a later build is that misses one of the conditions; it may not go on in any case.
  public let conditionNotMet: Provision<EligibilityOutcome>
}

/// What the test of eligibility can come to (domain §1).
public enum EligibilityOutcome: String, WireEnum {
  case priority, review, excluded
  case exceptionCandidate = "exception-candidate"
  case notEligible = "not-eligible"
}

/// Up to which year of completion a community belongs to the focus.
public struct BuildCutoff: Decodable, Hashable, Sendable {
  /// How a build year is held against the cut-off (ELG-02).
  public enum Rule: String, WireEnum {
    /// 年底前: the year itself belongs.
    case byEndOfYear = "by-end-of-year"
    /// 年前: the year itself does not.
    case beforeYear = "before-year"
  }

  public let rule: Rule
  public let year: Int
}

/// A circumstance that takes a community out.
public struct Exclusion: Decodable, Hashable, Sendable {
  /// A circumstance of the community that may keep it out (ELG-05 to ELG-08).
  public enum Circumstance: String, WireEnum {
    case shantytownPlan = "shantytown-plan"
    case expropriationPlan = "expropriation-plan"
    case demolishAndRebuild = "demolish-and-rebuild"
    case mostlySelfBuilt = "mostly-self-built"
    case urbanVillage = "urban-village"
  }

  /// What such a circumstance does: exclude, or take out of the focus.
  public enum Effect: String, WireEnum {
    case excluded
    /// The text only says that it is not in the focus; see `outsideFocus`.
    case outsideFocus = "outside-focus"
  }

  public let fact: Circumstance
  public let effect: Effect
  /// Only a plan within so many years counts.
  public let withinYears: Int?
  /// Counts only together with this one; alone it is for review (AMB-05).
  public let together: Circumstance?
}

/// Which way a number of years runs from the day of the test.
public enum YearWindow: String, WireEnum {
  case ahead, past
}

/// Which year a community of several build years has.
public enum MixedBuildYears: String, WireEnum {
  case majorityOfArea = "majority-of-area"
  case oldest, newest
}
