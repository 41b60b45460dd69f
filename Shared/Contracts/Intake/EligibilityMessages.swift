import DomainModel

/// What the test of eligibility came to (domain §1).
public enum EligibilityStanding: String, WireEnum {
  case priority
  case exceptionCandidate = "exception-candidate"
  case review
  case notEligible = "not-eligible"
  case excluded

  /// The word under which the fact is stated: `EXCEPTION_CANDIDATE`.
  public var factCode: String { rawValue.uppercased().replacing("-", with: "_") }
}

/// One of the conditions on which a later build may be taken in, with what shows it (plan 2.1).
public struct ConditionChecked: Codable, Hashable, Sendable {
  /// The pack's code of the condition: `strong-wish`.
  public let condition: Identifier<SlugKind>
  public let isMet: Bool
  public let evidence: DocumentHash

  public init(condition: Identifier<SlugKind>, isMet: Bool, evidence: DocumentHash) {
    self.condition = condition
    self.isMet = isMet
    self.evidence = evidence
  }
}

/// A build year that a person sets for a community of mixed years (domain §1).
public struct BuildYearSet: Codable, Hashable, Sendable {
  public let year: Whole<1900, 2199>
  public let reason: Text<300>

  public init(year: Whole<1900, 2199>, reason: Text<300>) {
    self.year = year
    self.reason = reason
  }
}

/// Test whether a community may be renovated under an edition of the rules. The outcome is recorded whatever it is.
public struct AssessEligibility: CommunityCommand {
  public static var name: WireName { "intake.assess-eligibility" }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .districtGovernment] }
  public static var example: AssessEligibility {
    AssessEligibility(
      community: "330382-C00017",
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: DocumentHash.sample),
      conditions: [ConditionChecked(condition: "strong-wish", isMet: true, evidence: DocumentHash.sample)])
  }
  public typealias Reply = EligibilityReport

  public let community: CommunityID
  /// The edition that judges: the project's, or the one in force while there is none.
  public let edition: PackEdition
  public let buildYear: BuildYearSet?
  /// The checklist for later builds; every condition that the pack names is needed.
  public let conditions: Listing<ConditionChecked, 8>

  public var documents: [DocumentHash] { conditions.map(\.evidence) }

  public init(
    community: CommunityID, edition: PackEdition, buildYear: BuildYearSet? = nil,
    conditions: Listing<ConditionChecked, 8> = []
  ) {
    self.community = community
    self.edition = edition
    self.buildYear = buildYear
    self.conditions = conditions
  }
}

/// The outcome with the rules that led to it.
public struct EligibilityReport: Codable, Hashable, Sendable {
  public let standing: EligibilityStanding
  /// Whether the community may go on as it is.
  public let mayProceed: Bool
  /// Whether a recorded decision may let it go on.
  public let mayBeDecided: Bool
  public let communityYear: Int?
  public let findings: Listing<Finding, 32>

  public init(
    standing: EligibilityStanding, mayProceed: Bool, mayBeDecided: Bool, communityYear: Int?,
    findings: Listing<Finding, 32>
  ) {
    self.standing = standing
    self.mayProceed = mayProceed
    self.mayBeDecided = mayBeDecided
    self.communityYear = communityYear
    self.findings = findings
  }
}

/// A community was tested.
public struct EligibilityAssessed: CommunityEvent {
  public static var name: WireName { "intake.eligibility-assessed" }
  public static var example: EligibilityAssessed {
    EligibilityAssessed(
      community: "330382-C00017", survey: 1,
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: DocumentHash.sample), standing: .priority,
      mayProceed: true, mayBeDecided: false, communityYear: 1996, buildYear: nil, conditions: [], findings: [])
  }

  public let community: CommunityID
  /// The survey that was looked at.
  public let survey: Whole<1, 10_000>
  public let edition: PackEdition
  public let standing: EligibilityStanding
  public let mayProceed: Bool
  public let mayBeDecided: Bool
  public let communityYear: Whole<1900, 2199>?
  public let buildYear: BuildYearSet?
  public let conditions: Listing<ConditionChecked, 8>
  /// The rules' findings, so that the outcome can be read without this service.
  public let findings: Listing<Finding, 32>

  public init(
    community: CommunityID, survey: Whole<1, 10_000>, edition: PackEdition, standing: EligibilityStanding,
    mayProceed: Bool, mayBeDecided: Bool, communityYear: Whole<1900, 2199>?, buildYear: BuildYearSet?,
    conditions: Listing<ConditionChecked, 8>, findings: Listing<Finding, 32>
  ) {
    self.community = community
    self.survey = survey
    self.edition = edition
    self.standing = standing
    self.mayProceed = mayProceed
    self.mayBeDecided = mayBeDecided
    self.communityYear = communityYear
    self.buildYear = buildYear
    self.conditions = conditions
    self.findings = findings
  }
}

/// Decide what the test left to a person: a review, or a refusal that the rules let an office go past.
public struct DecideEligibilityReview: CommunityCommand {
  public static var name: WireName { "intake.decide-eligibility-review" }
  public static var senders: Set<Role> { [.renovationOffice, .housing, .cityGovernment, .districtGovernment] }
  public static var example: DecideEligibilityReview {
    DecideEligibilityReview(
      community: "330382-C00017", isAdmitted: true, decidedBy: "p-7f3a90c21b44", deciderName: "王建国",
      reason: "非城关乡镇集镇住宅小区，设施缺损严重，酌情纳入", evidence: [DocumentHash.sample])
  }
  public typealias Reply = Accepted

  public let community: CommunityID
  public let isAdmitted: Bool
  /// Who decided; the name goes into the vault.
  public let decidedBy: PersonID
  public let deciderName: Text<50>?
  public let reason: Text<500>
  public let evidence: Listing<DocumentHash, 20>

  public var documents: [DocumentHash] { evidence.items }

  public init(
    community: CommunityID, isAdmitted: Bool, decidedBy: PersonID, deciderName: Text<50>? = nil, reason: Text<500>,
    evidence: Listing<DocumentHash, 20>
  ) {
    self.community = community
    self.isAdmitted = isAdmitted
    self.decidedBy = decidedBy
    self.deciderName = deciderName
    self.reason = reason
    self.evidence = evidence
  }
}

/// A person decided on a community's eligibility.
public struct EligibilityReviewDecided: CommunityEvent {
  public static var name: WireName { "intake.eligibility-review-decided" }
  public static var example: EligibilityReviewDecided {
    EligibilityReviewDecided(
      community: "330382-C00017", isAdmitted: true, decidedBy: "p-7f3a90c21b44", reason: "非城关乡镇集镇住宅小区，酌情纳入",
      evidence: [DocumentHash.sample])
  }

  public let community: CommunityID
  public let isAdmitted: Bool
  public let decidedBy: PersonID
  public let reason: Text<500>
  public let evidence: Listing<DocumentHash, 20>

  public init(
    community: CommunityID, isAdmitted: Bool, decidedBy: PersonID, reason: Text<500>,
    evidence: Listing<DocumentHash, 20>
  ) {
    self.community = community
    self.isAdmitted = isAdmitted
    self.decidedBy = decidedBy
    self.reason = reason
    self.evidence = evidence
  }
}
