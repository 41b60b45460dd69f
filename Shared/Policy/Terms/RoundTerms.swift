import DomainModel

/// How one round is held, counted and carried (Sichuan 2.2 and 4, Wenzhou 3.1 and 3.4, Ziyang 4.2 and 4.4, Tiexi 6.4,
/// Yueqing plan 3.1 and 3.3).
public struct RoundTerms: Hashable, Sendable, Decodable {
  public let mode: Provision<RoundMode>
  public let counts: Provision<CountedBy>
  public let headBasis: Provision<HeadBasis>
  /// What the agreeing area is a share of.
  public let areaDenominator: Provision<AreaDenominator>
  /// What must take part before approval is looked at.
  public let quorum: Provision<Quorum>
  public let approval: Provision<Approval>
  public let softness: Provision<Softness>
  /// A figure elsewhere in the document that the rule does not follow; shown when only it is missed (AMB-01).
  public let advisoryThreshold: Provision<Approval>
  /// What a signed form without an opinion counts as (AMB-07).
  public let signedBlank: Provision<BlankBallot>
  public let unreturned: Provision<BlankBallot>
  /// 一户一表.
  public let oneFormPerHousehold: Provision<Bool>
  public let proxy: Provision<Need>
  public let collectedBy: Provision<[Role]>
  public let forms: Provision<RoundForms>
  /// Papers that those who agree sign.
  public let approversSign: Provision<[Identifier<SlugKind>]>
  /// What must be settled together with the vote (Wenzhou 3.1).
  public let mustSettle: Provision<[Cited<Coded>]>
  public let timing: Provision<RoundTiming>
  /// Who signs where a signature takes the vote's place (Tiexi 6.4).
  public let signers: Provision<[Role]>
  /// The consultation that takes the vote's place (Sichuan 4.2, 4.3; Ziyang 4.4).
  public let consultation: Provision<ConsultationTerms>
  /// Reviews of the plan that stand before this round (Tiexi 6.3, 6.4; Ziyang 4.4).
  public let reviews: Provision<[Cited<Coded>]>
}

/// How residents take part.
public enum RoundMode: String, WireEnum {
  case vote, signature, consultation, none
  case twoConsultations = "two-consultations"
}

/// What is counted.
public enum CountedBy: String, WireEnum {
  case areaAndHeads = "area-and-heads"
  case areaAndHouseholds = "area-and-households"
  case heads, none
}

/// What one head is (AMB-08).
public enum HeadBasis: String, WireEnum {
  /// One for each distinct owner.
  case owner
  /// One for each unit.
  case household
}

/// What an area is a share of (AMB-09).
public enum AreaDenominator: String, WireEnum {
  /// The sum of the roll's exclusive areas.
  case exclusiveParts = "exclusive-parts"
  /// The building's total floor area.
  case totalFloorArea = "total-floor-area"
}

/// The shares that must take part. A share that the pack does not test is absent.
public struct Quorum: Decodable, Hashable, Sendable {
  public let area: Share?
  public let heads: Share?
}

/// The shares that must agree.
public struct Approval: Decodable, Hashable, Sendable {
  /// Of whom the agreeing share is taken.
  public enum Of: String, WireEnum {
    case participating, all
  }

  public let area: Share?
  public let heads: Share?
  public let of: Of
}

/// Whether a missed threshold ends it.
public enum Softness: String, WireEnum {
  case binding
  /// 原则上: blocks, but an office may go past it with a reason (AMB-25).
  case inPrinciple = "in-principle"
}

/// How a form without an opinion, or no form at all, counts.
public enum BlankBallot: String, WireEnum {
  case followsMajority = "follows-majority"
  case participatesNotApproves = "participates-not-approves"
  case notParticipating = "not-participating"
}

/// The form each owner signs and the form that sums them up, by code.
public struct RoundForms: Decodable, Hashable, Sendable {
  public let individual: Identifier<SlugKind>
  public let summary: Identifier<SlugKind>
}

/// When a round is held relative to its notice.
public enum RoundTiming: String, WireEnum {
  case insideNotice = "inside-notice"
  case beforeNotice = "before-notice"
}

/// Rounds of consultation in place of a vote.
public struct ConsultationTerms: Decodable, Hashable, Sendable {
  public let rounds: Int
  public let convenedBy: [Role]
  public let places: [Identifier<SlugKind>]
  /// Whether each comment must be answered before the next round or step.
  public let answersRequired: Bool
  /// What hangs in which round, where the document says so.
  public let contents: [ConsultationContent]?
}

/// One part of what hangs in a round of consultation.
public struct ConsultationContent: Decodable, Hashable, Sendable {
  public let round: Int
  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  public let mandatory: Bool
}
