import DomainModel

/// Record the competitive review (竞争性申报评审) of one project: the panel's own decision with its reasons. What the system
/// knows of ranking is shown to the panel and never applied (domain §7.4).
public struct RecordCompetitiveReview: ProjectCommand {
  public static var name: WireName { "intake.record-competitive-review" }
  public static var senders: Set<Role> { [.renovationOffice] }
  public static var example: RecordCompetitiveReview {
    RecordCompetitiveReview(
      project: "330382-2024-0007", isSelected: true, rank: 3,
      panel: [PanelMember(person: "p-7f3a90c21b44", name: "王建国", organisation: "yueqing-housing")],
      reasons: "居民自筹到位早，设施缺损严重", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let isSelected: Bool
  /// The place that the panel gave it, if it ranks.
  public let rank: Whole<1, 10_000>?
  public let panel: Listing<PanelMember, 30>
  /// Why; a bare yes or no is refused (domain §18.4).
  public let reasons: Text<2000>?
  /// The signed opinion.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(
    project: ProjectID, isSelected: Bool, rank: Whole<1, 10_000>?, panel: Listing<PanelMember, 30>,
    reasons: Text<2000>?, document: DocumentHash?
  ) {
    self.project = project
    self.isSelected = isSelected
    self.rank = rank
    self.panel = panel
    self.reasons = reasons
    self.document = document
  }
}

/// A member of the panel as the sender names them; the name goes into the vault.
public struct PanelMember: Codable, Hashable, Sendable {
  public let person: PersonID
  public let name: Text<50>?
  /// The department that sent them.
  public let organisation: OrganisationID

  public init(person: PersonID, name: Text<50>?, organisation: OrganisationID) {
    self.person = person
    self.name = name
    self.organisation = organisation
  }
}

/// A member of the panel, without the name.
public struct PanelSeat: Codable, Hashable, Sendable {
  public let person: PersonID
  public let organisation: OrganisationID

  public init(person: PersonID, organisation: OrganisationID) {
    self.person = person
    self.organisation = organisation
  }
}

/// The panel decided on a project.
public struct CompetitiveReviewRecorded: ProjectEvent {
  public static var name: WireName { "intake.competitive-review-recorded" }
  public static var example: CompetitiveReviewRecorded {
    CompetitiveReviewRecorded(
      project: "330382-2024-0007", isSelected: true, rank: 3,
      panel: [PanelSeat(person: "p-7f3a90c21b44", organisation: "yueqing-housing")], reasons: "居民自筹到位早，设施缺损严重",
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let isSelected: Bool
  public let rank: Whole<1, 10_000>?
  public let panel: Listing<PanelSeat, 30>
  public let reasons: Text<2000>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.competitiveReviewPassed, .flag(isSelected))] }

  public init(
    project: ProjectID, isSelected: Bool, rank: Whole<1, 10_000>?, panel: Listing<PanelSeat, 30>, reasons: Text<2000>,
    document: DocumentHash
  ) {
    self.project = project
    self.isSelected = isSelected
    self.rank = rank
    self.panel = panel
    self.reasons = reasons
    self.document = document
  }
}

/// Record that the city government consents to a project standing in the next year's plan (plan 3.4).
public struct RecordCityConsent: ProjectCommand {
  public static var name: WireName { "intake.record-city-consent" }
  public static var senders: Set<Role> { [.cityGovernment] }
  public static var example: RecordCityConsent {
    RecordCityConsent(project: "330382-2024-0007", planYear: 2025, document: DocumentHash.sample, lateReason: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let planYear: Whole<2000, 2199>
  public let document: DocumentHash
  /// Why the plan may still be adopted after its deadline; shown with the plan for ever.
  public let lateReason: Text<500>?

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, planYear: Whole<2000, 2199>, document: DocumentHash, lateReason: Text<500>?) {
    self.project = project
    self.planYear = planYear
    self.document = document
    self.lateReason = lateReason
  }
}

/// The city government consented.
public struct CityConsented: ProjectEvent {
  public static var name: WireName { "intake.city-consented" }
  public static var example: CityConsented {
    CityConsented(project: "330382-2024-0007", planYear: 2025, document: DocumentHash.sample, lateReason: nil)
  }

  public let project: ProjectID
  public let planYear: Whole<2000, 2199>
  public let document: DocumentHash
  public let lateReason: Text<500>?

  public var facts: [FactStatement] { [FactStatement(.cityConsented, .flag(true))] }

  public init(project: ProjectID, planYear: Whole<2000, 2199>, document: DocumentHash, lateReason: Text<500>?) {
    self.project = project
    self.planYear = planYear
    self.document = document
    self.lateReason = lateReason
  }
}
