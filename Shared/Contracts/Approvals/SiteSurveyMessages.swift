import DomainModel

public enum SiteSurveyItem: ProjectItem { public static let letter = "V" }

/// A site survey by the departments (现场踏勘).
public typealias SiteSurveyID = ProjectItemID<SiteSurveyItem>

/// Record that the departments surveyed the site, on the day of the command, and ask each for written comments.
public struct OpenSiteSurvey: ProjectCommand {
  public static var name: WireName { "approvals.open-site-survey" }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: OpenSiteSurvey {
    OpenSiteSurvey(
      project: "330382-2024-0007",
      invitations: [
        Invitation(
          organisation: "wenzhou-water", role: .utility,
          utility: .water, deadline: .sample)
      ], record: .sample)
  }
  public typealias Reply = SiteSurveyOpened

  public let project: ProjectID
  public let invitations: Listing<Invitation, 60>
  /// The record of the survey.
  public let record: DocumentHash

  public var documents: [DocumentHash] { [record] }

  public init(project: ProjectID, invitations: Listing<Invitation, 60>, record: DocumentHash) {
    self.project = project
    self.invitations = invitations
    self.record = record
  }
}

/// The survey that was opened.
public struct SiteSurveyOpened: Codable, Hashable, Sendable {
  public let survey: SiteSurveyID
  /// The last day for comments, counted in working days; nil where the city sets no number of days.
  public let deadline: BusinessDate?

  public init(survey: SiteSurveyID, deadline: BusinessDate? = nil) {
    self.survey = survey
    self.deadline = deadline
  }
}

/// The departments surveyed the site.
public struct SiteSurveyHeld: ProjectEvent {
  public static var name: WireName { "approvals.site-survey-held" }
  public static var example: SiteSurveyHeld {
    SiteSurveyHeld(
      project: "330382-2024-0007", survey: "330382-2024-0007/V1",
      invitations: [Invitation(organisation: "wenzhou-water", role: .utility, utility: .water, deadline: .sample)],
      record: .sample)
  }

  public let project: ProjectID
  public let survey: SiteSurveyID
  public let invitations: Listing<Invitation, 60>
  public let record: DocumentHash

  public var facts: [FactStatement] {
    [FactStatement(.siteSurveyAnswered, .flag(invitations.isEmpty)), FactStatement(.siteFeedbackOverdue, .count(0))]
  }

  public init(project: ProjectID, survey: SiteSurveyID, invitations: Listing<Invitation, 60>, record: DocumentHash) {
    self.project = project
    self.survey = survey
    self.invitations = invitations
    self.record = record
  }
}

/// Give written comments after the site survey.
public struct GiveSiteFeedback: ProjectCommand {
  public static var name: WireName { "approvals.give-site-feedback" }
  public static var senders: Set<Role> {
    [
      .developmentReform, .finance, .naturalResources, .enforcement, .housing, .police, .fireBrigade, .utility,
      .transport, .civilAffairs, .health, .ecology, .residentsCommittee, .culture, .educationSports, .industry,
    ]
  }
  public static var example: GiveSiteFeedback {
    GiveSiteFeedback(
      project: "330382-2024-0007", survey: "330382-2024-0007/V1", text: "消防通道宽度须复核")
  }
  public typealias Reply = OpinionReceipt

  public let project: ProjectID
  public let survey: SiteSurveyID
  /// In words, nothing personal; this or a document.
  public let text: Text<2000>?
  public let document: DocumentHash?
  public let replaces: Replacement?

  public var documents: [DocumentHash] { document.map { [$0] } ?? [] }

  public init(
    project: ProjectID, survey: SiteSurveyID, text: Text<2000>? = nil, document: DocumentHash? = nil,
    replaces: Replacement? = nil
  ) {
    self.project = project
    self.survey = survey
    self.text = text
    self.document = document
    self.replaces = replaces
  }
}

/// An organisation commented after the site survey.
public struct SiteFeedbackGiven: ProjectEvent {
  public static var name: WireName { "approvals.site-feedback-given" }
  public static var isWithdrawable: Bool { true }
  public static var example: SiteFeedbackGiven {
    SiteFeedbackGiven(
      project: "330382-2024-0007", survey: "330382-2024-0007/V1", organisation: "wenzhou-water", text: "消防通道宽度须复核",
      isLate: false, isLast: true)
  }

  public let project: ProjectID
  public let survey: SiteSurveyID
  public let organisation: OrganisationID
  public let text: Text<2000>?
  public let document: DocumentHash?
  public let isLate: Bool
  /// With this one all have answered.
  public let isLast: Bool

  public var facts: [FactStatement] {
    isLast ? [FactStatement(.siteSurveyAnswered, .flag(true))] : []
  }

  public init(
    project: ProjectID, survey: SiteSurveyID, organisation: OrganisationID, text: Text<2000>? = nil,
    document: DocumentHash? = nil, isLate: Bool, isLast: Bool
  ) {
    self.project = project
    self.survey = survey
    self.organisation = organisation
    self.text = text
    self.document = document
    self.isLate = isLate
    self.isLast = isLast
  }
}

/// Record that departments let the deadline of their comments pass, and that they were reminded in writing.
public struct RecordOverdueFeedback: ProjectCommand {
  public static var name: WireName { "approvals.record-overdue-feedback" }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: RecordOverdueFeedback {
    RecordOverdueFeedback(project: "330382-2024-0007", survey: "330382-2024-0007/V1", reminder: .sample)
  }
  public typealias Reply = OverdueFeedbackReport

  public let project: ProjectID
  public let survey: SiteSurveyID
  /// The reminder that was sent (催办函).
  public let reminder: DocumentHash

  public var documents: [DocumentHash] { [reminder] }

  public init(project: ProjectID, survey: SiteSurveyID, reminder: DocumentHash) {
    self.project = project
    self.survey = survey
    self.reminder = reminder
  }
}

/// Who was found to be overdue.
public struct OverdueFeedbackReport: Codable, Hashable, Sendable {
  public let organisations: [OrganisationID]
  /// How many may still answer in time.
  public let awaited: Int

  public init(organisations: [OrganisationID], awaited: Int) {
    self.organisations = organisations
    self.awaited = awaited
  }
}

/// Departments were overdue with their comments and were reminded. They may still comment, as late.
public struct SiteFeedbackOverdue: ProjectEvent {
  public static var name: WireName { "approvals.site-feedback-overdue" }
  public static var example: SiteFeedbackOverdue {
    SiteFeedbackOverdue(
      project: "330382-2024-0007", survey: "330382-2024-0007/V1", organisations: ["wenzhou-water"], reminder: .sample,
      nobodyElseAwaited: true)
  }

  public let project: ProjectID
  public let survey: SiteSurveyID
  public let organisations: Listing<OrganisationID, 60>
  public let reminder: DocumentHash
  /// Everyone else has answered; with others still in time the survey is not over.
  public let nobodyElseAwaited: Bool

  public var facts: [FactStatement] {
    nobodyElseAwaited ? [FactStatement(.siteFeedbackOverdue, .count(Int64(organisations.count)))] : []
  }

  public init(
    project: ProjectID, survey: SiteSurveyID, organisations: Listing<OrganisationID, 60>, reminder: DocumentHash,
    nobodyElseAwaited: Bool
  ) {
    self.project = project
    self.survey = survey
    self.organisations = organisations
    self.reminder = reminder
    self.nobodyElseAwaited = nobodyElseAwaited
  }
}
