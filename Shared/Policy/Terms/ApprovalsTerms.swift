import DomainModel

/// Which papers a project needs and which shortcuts it may take (domain §10; Sichuan 5, Wenzhou 4, Yueqing plan 4).
public struct ApprovalsTerms: Hashable, Sendable, Decodable {
  /// All of these must hold for the simplified route.
  public let simplified: Provision<[Cited<Coded>]>
  /// What a project that fails one of them still keeps (AMB-52).
  public let notSimplified: Provision<[Identifier<SlugKind>]>
  /// The online system that assigns the project code.
  public let codeSystem: Provision<Bilingual>
  public let joint: Provision<JointMeeting>
  /// Whether the joint meeting waits for the annual plan.
  public let jointAfterAnnualPlan: Provision<Force>
  public let participants: Provision<[Cited<Participant>]>
  public let opinionMaySimplify: Provision<Bool>
  /// Which documents may be one, by total investment; bounds included (AMB-26).
  public let bands: Provision<[Cited<InvestmentBand>]>
  public let governmentInvestmentOnly: Provision<Bool>
  public let bandFigure: Provision<BandFigure>
  /// What follows when a later figure crosses a band's bound.
  public let bandCrossed: Provision<BandCrossed>
  public let documents: Provision<[Cited<ApprovalDocument>]>
  public let planningExemption: Provision<PlanningExemption>
  /// Who says whether a street is important (AMB-53).
  public let importantStreet: Provision<[Role]>
  /// What an exemption is worth that was stated although a condition fails.
  public let exemptionIneffective: Provision<Bool>
  public let drawingReview: Provision<Need>
  /// The system that drawings are uploaded to; the upload is never exempt (AMB-30).
  public let drawingUpload: Provision<Bilingual>
  public let pledges: Provision<[Cited<PledgeInstead>]>
  public let planningVerification: Provision<PlanningVerification>
  /// 专家论证 where a present standard cannot be met (AMB-28).
  public let expertArgument: Provision<Need>
  public let expertBaseline: Provision<ExpertBaseline>
  public let safetyFloor: Provision<Bilingual>
  public let procurement: Provision<[Identifier<SlugKind>]>
  public let otherProjects: Provision<Identifier<SlugKind>>
  /// Whether land approval is needed at all (Sichuan 5.1).
  public let landApproval: Provision<Need>
  /// 一事一议 for sunlight and green space (Sichuan 5.1).
  public let caseByCase: Provision<Need>
  /// Who permits occupying and digging up roads, and felling or moving trees.
  public let worksPermits: Provision<[Role]>
  public let initiationBy: Provision<[Role]>
}

/// The meeting of departments on the design.
public struct JointMeeting: Decodable, Hashable, Sendable {
  /// Which form the joint look at the plan takes (REV-01).
  public enum Kind: String, WireEnum {
    /// 联合会商.
    case jointConsultation = "joint-consultation"
    /// 联合审查.
    case jointReview = "joint-review"
    /// Review by the competent department (Ziyang 4.4).
    case planReview = "plan-review"
  }

  public let kind: Kind
  public let lead: Role
  public let after: Identifier<SlugKind>?
  public let before: Identifier<SlugKind>?
  public let output: Identifier<SlugKind>?
}

/// One who belongs at the joint meeting.
public struct Participant: Decodable, Hashable, Sendable {
  public let role: Role
  /// Which of them, where the role covers several: `power`, `gas`.
  public let kinds: [Identifier<SlugKind>]?
}

/// Up to which total investment which documents may be compiled and approved as one.
public struct InvestmentBand: Decodable, Hashable, Sendable {
  /// 以下 includes the figure itself.
  public let maxInclusive: Money
  public let merge: [Identifier<SlugKind>]
}

/// Which total decides the investment band (AMB-26).
public enum BandFigure: String, WireEnum {
  /// The whole project's estimate at initiation, lifts included.
  case initiationEstimate = "initiation-estimate"
}

/// What follows when a later total leaves the band.
public enum BandCrossed: String, WireEnum {
  case warnAndRecheck = "warn-and-recheck"
}

/// A paper of the project and when it is needed.
public struct ApprovalDocument: Decodable, Hashable, Sendable {
  /// When a paper is needed: always, by the investment band, unless exempt, or with a pledge in its place.
  public enum Need: String, WireEnum {
    case required, pledge
    case byBand = "by-band"
    case unlessExempt = "unless-exempt"
  }

  public let code: Identifier<SlugKind>
  /// As printed.
  public let title: String
  public let en: String
  public let need: Need
}

/// When planning permits are not needed; never by itself, always by a sentence in the opinion (AMB-29).
public struct PlanningExemption: Decodable, Hashable, Sendable {
  /// What an exemption from planning permits asks for (APR-08).
  public enum Condition: String, WireEnum {
    case planningConditionsUnchanged = "planning-conditions-unchanged"
    case noImportantStreetFacade = "no-important-street-facade"
  }

  public let conditions: [Condition]
  public let statedBy: Role
  public let statedIn: Identifier<SlugKind>
  public let exempts: [Identifier<SlugKind>]
}

/// A paper that the construction unit's pledge letter may replace.
public struct PledgeInstead: Decodable, Hashable, Sendable {
  public let replaces: Identifier<SlugKind>
}

/// When the planning verification falls away.
public enum PlanningVerification: String, WireEnum {
  case waivedWhenExempt = "waived-when-exempt"
}

/// The standard below which an expert argument may not go (AMB-28).
public enum ExpertBaseline: String, WireEnum {
  /// The date of the standard is stated, and existing fire safety is the floor.
  case statedDateWithFloor = "stated-date-with-floor"
}
