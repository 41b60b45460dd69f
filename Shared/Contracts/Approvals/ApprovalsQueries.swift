import DomainModel

/// A joint consultation with what everyone said; the latest unless one is named.
public struct ConsultationQuery: ProjectQuery {
  public static var name: WireName { "approvals.consultation" }
  public static var example: ConsultationQuery { ConsultationQuery(project: "330382-2024-0007") }
  public typealias Answer = ConsultationReport

  public let project: ProjectID
  public let consultation: ConsultationID?

  public init(project: ProjectID, consultation: ConsultationID? = nil) {
    self.project = project
    self.consultation = consultation
  }
}

/// What is known of a consultation.
public struct ConsultationReport: Codable, Hashable, Sendable {
  /// None was called yet when nil.
  public let consultation: ConsultationID?
  public let plan: PlanID?
  public let calledOn: BusinessDate?
  public let heldOn: BusinessDate?
  public let attended: [OrganisationID]
  public let seats: [SeatReport]
  public let opinion: OpinionReport?

  public init(
    consultation: ConsultationID? = nil, plan: PlanID? = nil, calledOn: BusinessDate? = nil,
    heldOn: BusinessDate? = nil, attended: [OrganisationID], seats: [SeatReport], opinion: OpinionReport? = nil
  ) {
    self.consultation = consultation
    self.plan = plan
    self.calledOn = calledOn
    self.heldOn = heldOn
    self.attended = attended
    self.seats = seats
    self.opinion = opinion
  }
}

/// One invited organisation and its opinion.
public struct SeatReport: Codable, Hashable, Sendable {
  public let organisation: OrganisationID
  public let role: Role
  public let utility: UtilityKind?
  public let deadline: BusinessDate
  public let stance: Stance?
  public let answeredOn: BusinessDate?
  public let isLate: Bool
  public let text: Text<2000>?
  public let document: DocumentHash?
  public let planning: PlanningStatement?
  public let facilities: FacilityStatement?

  public init(
    organisation: OrganisationID, role: Role, utility: UtilityKind? = nil, deadline: BusinessDate,
    stance: Stance? = nil, answeredOn: BusinessDate? = nil, isLate: Bool, text: Text<2000>? = nil,
    document: DocumentHash? = nil, planning: PlanningStatement? = nil, facilities: FacilityStatement? = nil
  ) {
    self.organisation = organisation
    self.role = role
    self.utility = utility
    self.deadline = deadline
    self.stance = stance
    self.answeredOn = answeredOn
    self.isLate = isLate
    self.text = text
    self.document = document
    self.planning = planning
    self.facilities = facilities
  }
}

/// The consultation opinion.
public struct OpinionReport: Codable, Hashable, Sendable {
  public let document: DocumentHash
  public let formedOn: BusinessDate
  public let planning: PlanningStatement
  public let isExemptionEffective: Bool
  public let simplifications: [Text<200>]
  public let revokedOn: BusinessDate?
  public let revocationReason: Text<500>?

  public init(
    document: DocumentHash, formedOn: BusinessDate, planning: PlanningStatement, isExemptionEffective: Bool,
    simplifications: [Text<200>], revokedOn: BusinessDate? = nil, revocationReason: Text<500>? = nil
  ) {
    self.document = document
    self.formedOn = formedOn
    self.planning = planning
    self.isExemptionEffective = isExemptionEffective
    self.simplifications = simplifications
    self.revokedOn = revokedOn
    self.revocationReason = revocationReason
  }
}

/// Who has not answered within the deadline, as of a day.
public struct OverdueOpinionsQuery: ProjectQuery {
  public static var name: WireName { "approvals.overdue-opinions" }
  public static var example: OverdueOpinionsQuery { OverdueOpinionsQuery(project: "330382-2024-0007", asOf: .sample) }
  public typealias Answer = OverdueOpinions

  public let project: ProjectID
  /// The day at whose end is looked.
  public let asOf: BusinessDate

  public init(project: ProjectID, asOf: BusinessDate) {
    self.project = project
    self.asOf = asOf
  }
}

/// The overdue, the longest first.
public struct OverdueOpinions: Codable, Hashable, Sendable {
  public let overdue: [OverdueOpinion]

  public init(overdue: [OverdueOpinion]) {
    self.overdue = overdue
  }
}

/// An invitation without an answer.
public struct OverdueOpinion: Codable, Hashable, Sendable {
  /// The consultation it belongs to, or
  public let consultation: ConsultationID?
  /// the site survey.
  public let survey: SiteSurveyID?
  public let organisation: OrganisationID
  public let role: Role
  public let utility: UtilityKind?
  public let deadline: BusinessDate
  /// Calendar days after the deadline.
  public let daysOverdue: Int
  /// For one that answered later than the day looked at.
  public let answeredOn: BusinessDate?

  public init(
    consultation: ConsultationID? = nil, survey: SiteSurveyID? = nil, organisation: OrganisationID, role: Role,
    utility: UtilityKind? = nil, deadline: BusinessDate, daysOverdue: Int, answeredOn: BusinessDate? = nil
  ) {
    self.consultation = consultation
    self.survey = survey
    self.organisation = organisation
    self.role = role
    self.utility = utility
    self.deadline = deadline
    self.daysOverdue = daysOverdue
    self.answeredOn = answeredOn
  }
}

/// The whole list of papers of the project: what is required, done, replaced or not needed, and by which article
/// (domain §10.2).
public struct DocumentsQuery: ProjectQuery {
  public static var name: WireName { "approvals.documents" }
  public static var example: DocumentsQuery { DocumentsQuery(project: "330382-2024-0007") }
  public typealias Answer = DocumentChecklist

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// How a paper of the project stands.
public enum PaperState: String, WireEnum {
  /// Still to be obtained.
  case required
  case done
  /// Another paper takes its place.
  case replaced
  case notNeeded = "not-needed"
  /// Whether it is needed is not known yet.
  case open
}

/// Why a paper stands as it does.
public enum PaperGround: String, WireEnum {
  /// It is needed in any case.
  case always
  /// It is part of a merged document.
  case mergedWithOthers = "merged-with-others"
  /// It is a document of its own.
  case compiledAlone = "compiled-alone"
  /// The opinion makes it unnecessary, with effect.
  case exemptByOpinion = "exempt-by-opinion"
  /// No exemption is in effect.
  case exemptionNotEffective = "exemption-not-effective"
  /// A pledge takes its place.
  case pledged
  /// A pledge may take its place.
  case pledgePossible = "pledge-possible"
  /// The shortcut is off: the project goes the ordinary way.
  case ordinaryRoute = "ordinary-route"
  /// Whether the simplified approval applies has not been confirmed.
  case routeNotConfirmed = "route-not-confirmed"
}

/// The papers of the project.
public struct DocumentChecklist: Codable, Hashable, Sendable {
  /// Not confirmed yet when nil.
  public let isSimplified: Bool?
  /// Not chosen before initiation.
  public let packaging: Packaging?
  public let investment: Money?
  public let needsRecheck: Bool
  public let papers: [PaperReport]

  public init(
    isSimplified: Bool? = nil, packaging: Packaging? = nil, investment: Money? = nil, needsRecheck: Bool,
    papers: [PaperReport]
  ) {
    self.isSimplified = isSimplified
    self.packaging = packaging
    self.investment = investment
    self.needsRecheck = needsRecheck
    self.papers = papers
  }
}

/// One paper.
public struct PaperReport: Codable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  /// As printed, in Chinese.
  public let title: String
  public let english: String
  public let state: PaperState
  public let ground: PaperGround
  public let doneOn: BusinessDate?
  public let number: Text<80>?
  public let cites: [Citation]

  public init(
    code: Identifier<SlugKind>, title: String, english: String, state: PaperState, ground: PaperGround,
    doneOn: BusinessDate? = nil, number: Text<80>? = nil, cites: [Citation]
  ) {
    self.code = code
    self.title = title
    self.english = english
    self.state = state
    self.ground = ground
    self.doneOn = doneOn
    self.number = number
    self.cites = cites
  }
}

/// The permits of the project and what they rest on.
public struct PermitsQuery: ProjectQuery {
  public static var name: WireName { "approvals.permits" }
  public static var example: PermitsQuery { PermitsQuery(project: "330382-2024-0007") }
  public typealias Answer = PermitsReport

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// Permits, drawings and papers of the project.
public struct PermitsReport: Codable, Hashable, Sendable {
  public let code: ProjectCode?
  public let drawings: [DocumentHash]
  public let drawingsOn: BusinessDate?
  public let materials: [MaterialReport]
  public let permits: [PermitReport]
  public let arguments: [ArgumentReport]
  public let changes: [ChangeReport]

  public init(
    code: ProjectCode? = nil, drawings: [DocumentHash], drawingsOn: BusinessDate? = nil, materials: [MaterialReport],
    permits: [PermitReport], arguments: [ArgumentReport], changes: [ChangeReport]
  ) {
    self.code = code
    self.drawings = drawings
    self.drawingsOn = drawingsOn
    self.materials = materials
    self.permits = permits
    self.arguments = arguments
    self.changes = changes
  }
}

/// A paper for the construction permit.
public struct MaterialReport: Codable, Hashable, Sendable {
  public let material: PermitMaterial
  public let isPledged: Bool
  public let document: DocumentHash
  public let submittedOn: BusinessDate

  public init(material: PermitMaterial, isPledged: Bool, document: DocumentHash, submittedOn: BusinessDate) {
    self.material = material
    self.isPledged = isPledged
    self.document = document
    self.submittedOn = submittedOn
  }
}

/// A permit.
public struct PermitReport: Codable, Hashable, Sendable {
  /// `land-use`, `engineering`, `construction`, `occupy-road`, `dig`, `fell-trees`, `move-trees`.
  public let kind: Identifier<SlugKind>
  public let number: Text<80>
  public let document: DocumentHash
  public let issuedBy: OrganisationID
  public let issuedOn: BusinessDate
  public let until: BusinessDate?

  public init(
    kind: Identifier<SlugKind>, number: Text<80>, document: DocumentHash, issuedBy: OrganisationID,
    issuedOn: BusinessDate, until: BusinessDate? = nil
  ) {
    self.kind = kind
    self.number = number
    self.document = document
    self.issuedBy = issuedBy
    self.issuedOn = issuedOn
    self.until = until
  }
}

/// An expert argument.
public struct ArgumentReport: Codable, Hashable, Sendable {
  public let argument: ExpertArgumentID
  public let clause: Text<200>
  public let isPassed: Bool
  public let baseline: Text<200>
  public let baselineDate: BusinessDate
  public let recordedOn: BusinessDate

  public init(
    argument: ExpertArgumentID, clause: Text<200>, isPassed: Bool, baseline: Text<200>, baselineDate: BusinessDate,
    recordedOn: BusinessDate
  ) {
    self.argument = argument
    self.clause = clause
    self.isPassed = isPassed
    self.baseline = baseline
    self.baselineDate = baselineDate
    self.recordedOn = recordedOn
  }
}

/// An approved design change.
public struct ChangeReport: Codable, Hashable, Sendable {
  public let change: ChangeID
  public let addition: Money
  public let reduction: Money
  public let approvedOn: BusinessDate

  public init(change: ChangeID, addition: Money, reduction: Money, approvedOn: BusinessDate) {
    self.change = change
    self.addition = addition
    self.reduction = reduction
    self.approvedOn = approvedOn
  }
}
