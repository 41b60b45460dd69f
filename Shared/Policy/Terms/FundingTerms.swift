import DomainModel

/// Who pays what, from when, and how it is watched (domain §9; Ziyang 3, Yueqing plan 5.2).
public struct FundingTerms: Hashable, Sendable, Decodable {
  /// Which projects the amounts below are for (AMB-45).
  public let appliesFrom: Provision<FundingScope>
  public let sources: Provision<[Cited<Coded>]>
  /// What counts as resident money.
  public let residentMoney: Provision<[Cited<Coded>]>
  public let residentShares: Provision<TierShares>
  /// The kinds of cost of which the shares are taken.
  public let costKinds: Provision<[CostKind]>
  /// Catalogue items that carry no weight in the total (AMB-17).
  public let excludedItems: Provision<[CatalogueKey]>
  /// The figure on which the subsidy is settled.
  public let basis: Provision<CostBasis>
  public let subsidyCap: Provision<SubsidyCap>
  /// The floor areas that the cap may be taken of (AMB-18).
  public let floorArea: Provision<[FloorAreaBasis]>
  public let floorAreaChoice: Provision<FloorAreaBasis>
  /// All of these must hold before a ground garage is added (AMB-19).
  public let groundGarage: Provision<[GarageCondition]>
  /// Whether residents pay in what exceeds the cap of the estimate (AMB-15).
  public let collectExcess: Provision<Bool>
  /// What social capital beyond the need comes to (AMB-21).
  public let overfunded: Provision<Overfunded>
  public let socialCapital: Provision<SocialCapitalOrder>
  /// How costs that belong to no tier are spread (AMB-22).
  public let sharedCosts: Provision<SharedCosts>
  public let rounding: Provision<RoundingRule>
  /// What follows when the accounts differ from the estimate (AMB-16).
  public let trueUp: Provision<TrueUp>
  /// The levels whose money counts against the cap (AMB-20); money of the others comes on top of it.
  public let fiscalMoneyInCap: Provision<[FiscalLevel]>
  /// How the residents' amount is spread over the units.
  public let apportionmentKey: Provision<[ApportionmentKey]>
  /// To what the document leaves how that amount is spread: no document names a key of its own (domain §9.2).
  public let apportionmentLeftTo: Provision<ApportionmentSource>
  public let collection: Provision<CollectionStart>
  public let account: Provision<FundAccount>
  public let gates: Provision<[Cited<FundsGate>]>
  /// What the pledged total is made of (AMB-55).
  public let pledgeTotal: Provision<PledgeTotal>
  /// What a money gate says when nothing is planned.
  public let nothingPlanned: Provision<GateWithoutPlan>
  /// What the in-place ratio is before there is an estimate.
  public let ratioBeforeEstimate: Provision<GateWithoutPlan>
  /// How two levels of government share (Ziyang 3.1, AMB-24).
  public let splits: Provision<GovernmentSplit>
  /// Whether one level pays only against what the other has in place (Ziyang 3.5).
  public let matching: Provision<Matching>
  /// The states that government money goes through into the project's account, none skipped (Ziyang 3.5).
  public let paymentPath: Provision<[Identifier<SlugKind>]>
  /// Whether rules from above on the way of their money go before the city's (Ziyang 3.5). Left out where a document does
  /// not say.
  public let upperRules: Provision<UpperRules>?
  public let subsidyPriority: Provision<Identifier<SlugKind>>
  /// What is not paid from the project's budget, and by whom.
  public let outsideProject: Provision<[Cited<OutsideCost>]>
  public let pooledProgrammes: Provision<[Cited<Coded>]>
  /// What project money may be spent on.
  public let purposes: Provision<[Identifier<SlugKind>]>
  public let processAudit: Provision<Need>
  public let auditBy: Provision<[Role]>
  public let reviewedBy: Provision<[Role]>
  /// Whether subsidy is linked to the post-evaluation (Wenzhou 3.10, Yueqing plan 3.9).
  public let evaluationLink: Provision<EvaluationLink>
  /// What the link does, where the document gives no formula.
  public let evaluationEffect: Provision<EvaluationEffect>
}

/// Projects that started construction on or after a day.
public struct FundingScope: Decodable, Hashable, Sendable {
  public let startedOnOrAfter: BusinessDate
}

/// The residents' share of each tier's investment.
public struct TierShares: Decodable, Hashable, Sendable {
  public let basic: Share
  public let improvement: Share
  public let enhancement: Share

  public subscript(tier: Tier) -> Share {
    switch tier {
    case .basic: basic
    case .improvement: improvement
    case .enhancement: enhancement
    }
  }
}

/// A kind of cost within the total (Yueqing plan 5.2.1).
public enum CostKind: String, WireEnum {
  case engineering
  /// 工程建设其他费用.
  case otherConstruction = "other-construction"
  /// 预备费.
  case contingency
}

/// The figure on which a subsidy is settled.
public enum CostBasis: String, WireEnum {
  /// 核定的竣工财务决算.
  case verifiedFinalAccounts = "verified-final-accounts"
  case estimate
}

/// The most that is paid per square metre; what exceeds it falls to someone.
public struct SubsidyCap: Decodable, Hashable, Sendable {
  /// Who bears what exceeds the cap.
  public enum Bearer: String, WireEnum {
    case residents, government
  }

  public let yuanPerSquareMetre: Money
  public let excessBorneBy: Bearer
}

/// A floor area that may be taken for the cap (AMB-18).
public enum FloorAreaBasis: String, WireEnum {
  /// 工程规划许可证核定数.
  case planningPermit = "planning-permit"
  /// 产权登记面积（含公摊）.
  case registeredTitle = "registered-title"
}

/// What must hold before a ground garage counts (AMB-19).
public enum GarageCondition: String, WireEnum {
  case aboveGround = "above-ground"
  case notCountedOriginally = "not-counted-originally"
  case countedInDesign = "counted-in-design"
}

/// What happens when there is more social capital than need (AMB-21).
public enum Overfunded: String, WireEnum {
  /// No subsidy, a mark, and a person decides.
  case clampAndFlag = "clamp-and-flag"
}

/// What social capital lowers first (AMB-21).
public enum SocialCapitalOrder: String, WireEnum {
  /// First what exceeds the cap, then the subsidy, never the residents' weighted share.
  case excessThenSubsidy = "excess-then-subsidy"
}

/// How costs without a tier are spread over the tiers (AMB-22).
public enum SharedCosts: String, WireEnum {
  case proRataToEngineering = "pro-rata-to-engineering"
}

/// Where the one rounding of the subsidy happens.
public enum RoundingRule: String, WireEnum {
  /// Once, at the residents' amount, half up to the fen; the rest follows by subtraction.
  case residentsHalfUp = "residents-half-up"
}

/// What is done when the accounts differ from the estimate (AMB-16).
public enum TrueUp: String, WireEnum {
  case recomputeWithApproval = "recompute-with-approval"
  case none
}

/// Whose treasury fiscal money comes from, or that it belongs to another programme (AMB-20).
public enum FiscalLevel: String, WireEnum {
  case central, provincial, prefecture, county
  /// 专项资金整合 (Yueqing plan 5.2.3).
  case pooledProgramme = "pooled-programme"
}

/// To what a document leaves the spreading of the residents' amount.
public enum ApportionmentSource: String, WireEnum {
  /// The fund-raising plan on which residents decide.
  case fundRaisingPlan = "fund-raising-plan"
  /// 据实分摊: what each really bears, as agreed (Ziyang 3.2).
  case actualApportionment = "actual-apportionment"
  /// 谁受益、谁出资 (Tiexi 7.4).
  case whoBenefits = "who-benefits"
}

/// By what the residents’ amount is spread over the units.
public enum ApportionmentKey: String, WireEnum {
  case area, household
}

/// The step from which resident money is collected.
public struct CollectionStart: Decodable, Hashable, Sendable {
  public let from: WireName
}

/// The account that resident money is paid into.
public struct FundAccount: Decodable, Hashable, Sendable {
  /// Into what kind of account resident money is paid.
  public enum Kind: String, WireEnum {
    case designatedAccount = "designated-account"
    /// 国库基本民生专户, then 项目建设专户 (Ziyang 3.5).
    case treasuryThenProject = "treasury-then-project"
  }

  public let kind: Kind
  public let heldBy: Role
}

/// How much resident money must be in place before a step.
public struct FundsGate: Decodable, Hashable, Sendable {
  public let before: WireName
  public let ratio: Share
  /// Whether a pledge must cover what is missing (AMB-23).
  public let pledgeForRest: Bool
}

/// Which parts the pledged total is made of (AMB-55).
public enum PledgeTotal: String, WireEnum {
  case allFiveParts = "all-five-parts"
  case residentsOnly = "residents-only"
}

/// What a money gate says when there is nothing to compare with.
public enum GateWithoutPlan: String, WireEnum {
  case met, unknown
}

/// A cost that is no part of the project's shares (domain §9.2).
public struct OutsideCost: Decodable, Hashable, Sendable {
  /// Who can bear such a cost.
  public enum Bearer: String, WireEnum {
    case government, utility, household
    case premisesOwner = "premises-owner"
    case owners
  }

  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  /// Who may bear it; left out, anybody.
  public let borneBy: [Bearer]?
}

/// Two levels of government and their parts.
public struct GovernmentSplit: Decodable, Hashable, Sendable {
  /// Of which sum the levels of government take their parts (AMB-24).
  public enum Of: String, WireEnum {
    /// The government's need after central and provincial money, owners' and social money.
    case shortfall
  }

  public let city: Share
  public let district: Share
  public let of: Of
  /// Who bears the odd fen.
  public let oddFenBorneBy: Role?
}

/// Against what one level of government pays.
public enum Matching: String, WireEnum {
  case districtMoneyInPlace = "district-money-in-place"
}

/// Whether money hangs on the post-evaluation.
public enum EvaluationLink: String, WireEnum {
  case linked
  case rewardAfterEvaluation = "reward-after-evaluation"
}

/// What that link does where no formula is given.
public enum EvaluationEffect: String, WireEnum {
  /// A person decides with the result before them; nothing is deducted by machine.
  case manualDecision = "manual-decision"
}

/// What rules of centre and province on sending their money down are to the city's own.
public enum UpperRules: String, WireEnum {
  /// 另有规定的，按其规定执行.
  case takePrecedence = "take-precedence"
}
