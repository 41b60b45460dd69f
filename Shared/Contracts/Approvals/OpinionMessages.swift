import DomainModel

/// What an organisation says to the plan.
public enum Stance: String, WireEnum {
  /// 同意
  case agree
  /// 有条件同意
  case agreeWithConditions = "agree-with-conditions"
  /// 不同意
  case object
}

/// What natural resources says of the planning side: the exemption needs its sentence and both conditions (plan
/// 4.4, AMB-29).
public struct PlanningStatement: Codable, Hashable, Sendable {
  /// Whether the project needs a change of planning conditions (规划条件调整).
  public let changesPlanningConditions: Bool
  /// Whether façades along an important street are altered. Must be answered where the plan touches a façade
  /// (AMB-53).
  public let touchesImportantStreet: Bool?
  /// Whether it states that no planning permits are needed.
  public let statesExemption: Bool

  public init(changesPlanningConditions: Bool, touchesImportantStreet: Bool? = nil, statesExemption: Bool) {
    self.changesPlanningConditions = changesPlanningConditions
    self.touchesImportantStreet = touchesImportantStreet
    self.statesExemption = statesExemption
  }
}

/// What an office says of public facilities that a plan adds: they must harm neither fire safety nor the sunlight of homes
/// (Yueqing plan 2.4.5). Each office answers its own question.
public struct FacilityStatement: Codable, Hashable, Sendable {
  /// 影响消防安全: the fire brigade.
  public let affectsFireSafety: Bool?
  /// 影响住宅日照: natural resources.
  public let affectsSunlight: Bool?

  public init(affectsFireSafety: Bool? = nil, affectsSunlight: Bool? = nil) {
    self.affectsFireSafety = affectsFireSafety
    self.affectsSunlight = affectsSunlight
  }
}

/// Give one's opinion on the plan under consultation. A later one of the same organisation takes the place of its
/// earlier one; one after the deadline is recorded as late.
public struct GiveOpinion: ProjectCommand {
  public static var name: WireName { "approvals.give-opinion" }
  public static var senders: Set<Role> {
    [
      .developmentReform, .finance, .naturalResources, .enforcement, .subdistrict, .residentsCommittee,
      .residentRepresentative, .ownersBody, .utility, .police, .fireBrigade, .civilAffairs, .health, .transport,
      .ecology, .educationSports, .culture, .industry, .housing, .renovationOffice, .approvalServices,
      .cityGovernment, .districtGovernment,
    ]
  }
  public static var example: GiveOpinion {
    GiveOpinion(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", stance: .agreeWithConditions,
      text: "高压线路迁改方案须先行报审")
  }
  public typealias Reply = OpinionReceipt

  public let project: ProjectID
  public let consultation: ConsultationID
  public let stance: Stance
  /// The opinion in words, nothing personal. Conditions and objections need this or a document.
  public let text: Text<2000>?
  /// The stamped letter.
  public let document: DocumentHash?
  /// Natural resources alone.
  public let planning: PlanningStatement?
  /// Fire brigade and natural resources, each for its question.
  public let facilities: FacilityStatement?
  public let replaces: Replacement?

  public var documents: [DocumentHash] { document.map { [$0] } ?? [] }

  public init(
    project: ProjectID, consultation: ConsultationID, stance: Stance, text: Text<2000>? = nil,
    document: DocumentHash? = nil, planning: PlanningStatement? = nil, facilities: FacilityStatement? = nil,
    replaces: Replacement? = nil
  ) {
    self.project = project
    self.consultation = consultation
    self.stance = stance
    self.text = text
    self.document = document
    self.planning = planning
    self.facilities = facilities
    self.replaces = replaces
  }
}

/// How an opinion was taken.
public struct OpinionReceipt: Codable, Hashable, Sendable {
  /// After the deadline of the invitation: kept, and shown as late.
  public let isLate: Bool

  public init(isLate: Bool) {
    self.isLate = isLate
  }
}

/// An invited organisation gave its opinion.
public struct OpinionGiven: ProjectEvent {
  public static var name: WireName { "approvals.opinion-given" }
  public static var isWithdrawable: Bool { true }
  public static var example: OpinionGiven {
    OpinionGiven(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", organisation: "yueqing-power",
      stance: .agreeWithConditions, text: "高压线路迁改方案须先行报审", isLate: false)
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let organisation: OrganisationID
  public let stance: Stance
  public let text: Text<2000>?
  public let document: DocumentHash?
  public let planning: PlanningStatement?
  public let facilities: FacilityStatement?
  public let isLate: Bool

  public init(
    project: ProjectID, consultation: ConsultationID, organisation: OrganisationID, stance: Stance,
    text: Text<2000>? = nil, document: DocumentHash? = nil, planning: PlanningStatement? = nil,
    facilities: FacilityStatement? = nil, isLate: Bool
  ) {
    self.project = project
    self.consultation = consultation
    self.organisation = organisation
    self.stance = stance
    self.text = text
    self.document = document
    self.planning = planning
    self.facilities = facilities
    self.isLate = isLate
  }
}

/// Form the consultation opinion (会商意见), the basis of the approvals and of supervision (plan 4.3). What it says on
/// planning is what natural resources said.
public struct FormOpinion: ProjectCommand {
  public static var name: WireName { "approvals.form-opinion" }
  public static var senders: Set<Role> { [.housing, .naturalResources] }
  public static var example: FormOpinion {
    FormOpinion(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", document: .sample,
      planning: PlanningStatement(
        changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true),
      simplifications: ["线上并联办理"])
  }
  public typealias Reply = OpinionFormedReport

  public let project: ProjectID
  public let consultation: ConsultationID
  /// The opinion as signed.
  public let document: DocumentHash
  public let planning: PlanningStatement
  /// Further procedures or papers that it makes simpler, in its own words (plan 4.3).
  public let simplifications: Listing<Text<200>, 20>

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, consultation: ConsultationID, document: DocumentHash, planning: PlanningStatement,
    simplifications: Listing<Text<200>, 20>
  ) {
    self.project = project
    self.consultation = consultation
    self.document = document
    self.planning = planning
    self.simplifications = simplifications
  }
}

/// What follows from the opinion.
public struct OpinionFormedReport: Codable, Hashable, Sendable {
  /// Whether planning permits are unnecessary now: stated, both conditions hold, and the simplified route is
  /// confirmed.
  public let isExemptionEffective: Bool

  public init(isExemptionEffective: Bool) {
    self.isExemptionEffective = isExemptionEffective
  }
}

/// The consultation opinion was formed.
public struct OpinionFormed: ProjectEvent {
  public static var name: WireName { "approvals.opinion-formed" }
  public static var example: OpinionFormed {
    OpinionFormed(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P2",
      document: .sample,
      planning: PlanningStatement(
        changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true),
      simplifications: ["线上并联办理"], touchesFacade: true,
      isExemptionEffective: true)
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let plan: PlanID
  public let document: DocumentHash
  public let planning: PlanningStatement
  public let simplifications: Listing<Text<200>, 20>
  /// Whether the plan held a façade item then; nil if that was not known.
  public let touchesFacade: Bool?
  public let isExemptionEffective: Bool

  public var facts: [FactStatement] {
    [
      FactStatement(.consultationOpinionFormed, .flag(true)),
      FactStatement(.planningPermitExempt, .flag(isExemptionEffective)),
    ]
  }

  public init(
    project: ProjectID, consultation: ConsultationID, plan: PlanID, document: DocumentHash, planning: PlanningStatement,
    simplifications: Listing<Text<200>, 20>, touchesFacade: Bool? = nil, isExemptionEffective: Bool
  ) {
    self.project = project
    self.consultation = consultation
    self.plan = plan
    self.document = document
    self.planning = planning
    self.simplifications = simplifications
    self.touchesFacade = touchesFacade
    self.isExemptionEffective = isExemptionEffective
  }
}

/// Confirm that the opinion in force exempts from planning permits: natural resources' own word on the sentence that
/// stands in it (plan 4.4; APR-08, AMB-29, AMB-53). The exemption is judged anew with what is known on that day.
public struct ConfirmPlanningExemption: ProjectCommand {
  public static var name: WireName { "approvals.confirm-planning-exemption" }
  public static var senders: Set<Role> { [.naturalResources] }
  public static var example: ConfirmPlanningExemption {
    ConfirmPlanningExemption(project: "330382-2024-0007", consultation: "330382-2024-0007/C1", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let consultation: ConsultationID
  /// The confirmation as signed.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, consultation: ConsultationID, document: DocumentHash) {
    self.project = project
    self.consultation = consultation
    self.document = document
  }
}

/// Natural resources confirmed the exemption: no planning permit is needed.
public struct PlanningExemptionConfirmed: ProjectEvent {
  public static var name: WireName { "approvals.planning-exemption-confirmed" }
  public static var example: PlanningExemptionConfirmed {
    PlanningExemptionConfirmed(project: "330382-2024-0007", consultation: "330382-2024-0007/C1", document: .sample)
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.planningPermitExempt, .flag(true))] }

  public init(project: ProjectID, consultation: ConsultationID, document: DocumentHash) {
    self.project = project
    self.consultation = consultation
    self.document = document
  }
}

/// Revoke the consultation opinion. What was decided on it is put in question.
public struct RevokeOpinion: ProjectCommand {
  public static var name: WireName { "approvals.revoke-opinion" }
  public static var senders: Set<Role> { [.housing, .naturalResources] }
  public static var example: RevokeOpinion {
    RevokeOpinion(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", reason: "方案调整，原会商意见不再适用")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let consultation: ConsultationID
  public let reason: Text<500>
  /// The revocation as signed.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { document.map { [$0] } ?? [] }

  public init(project: ProjectID, consultation: ConsultationID, reason: Text<500>, document: DocumentHash? = nil) {
    self.project = project
    self.consultation = consultation
    self.reason = reason
    self.document = document
  }
}

/// The consultation opinion was revoked.
public struct OpinionRevoked: ProjectEvent {
  public static var name: WireName { "approvals.opinion-revoked" }
  public static var example: OpinionRevoked {
    OpinionRevoked(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", reason: "方案调整，原会商意见不再适用")
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let reason: Text<500>
  public let document: DocumentHash?

  public var facts: [FactStatement] {
    [
      FactStatement(.consultationOpinionFormed, .flag(false)), FactStatement(.planningPermitExempt, .flag(false)),
    ]
  }

  public init(project: ProjectID, consultation: ConsultationID, reason: Text<500>, document: DocumentHash? = nil) {
    self.project = project
    self.consultation = consultation
    self.reason = reason
    self.document = document
  }
}
