import DomainModel

/// The waiting list (待改造小区名单) of a division with its ranking facts, in our recommended order. The order decides
/// nothing (domain §7.4).
public struct WaitingListQuery: Query {
  public static var name: WireName { "intake.waiting-list" }
  public static var example: WaitingListQuery { WaitingListQuery(division: "330382") }

  public let division: DivisionCode
  public var subject: String { division.rawValue }

  public init(division: DivisionCode) {
    self.division = division
  }

  public typealias Answer = WaitingList
}

/// The communities that wait, with the facts that rank them; the order is shown, never applied by itself (domain
/// §7.4).
public struct WaitingList: Codable, Hashable, Sendable {
  public let projects: [Line]

  public init(projects: [Line]) {
    self.projects = projects
  }

  /// One project of the waiting list with its ranking facts.
  public struct Line: Codable, Hashable, Sendable {
    /// The place in the recommended order, from 1; shown, never applied.
    public let place: Int
    public let project: ProjectID
    public let title: Text<100>
    public let communityName: Text<100>?
    /// 1: meets the renovation requirements.
    public let isEligible: Bool
    /// 2: professional property management; nil when not recorded.
    public let hasProfessionalManagement: Bool?
    /// 3: cleared of planned resident money; nil before there is an estimate.
    public let inPlace: Share?
    /// What has been paid in, also before there is an estimate.
    public let cleared: Money?
    /// 4: fiscal funds available; nil when not recorded.
    public let fiscalFundsAvailable: Bool?
    /// 5: qualifies for central or provincial subsidy; nil when not recorded.
    public let qualifiesForUpperSubsidy: Bool?
    /// 6: since when all resident money is in place, by cleared deposits.
    public let reached100At: BusinessDate?
    /// 7: the self-governance body is formed.
    public let isBodyFormed: Bool

    public init(
      place: Int, project: ProjectID, title: Text<100>, communityName: Text<100>?, isEligible: Bool,
      hasProfessionalManagement: Bool?, inPlace: Share?, cleared: Money?, fiscalFundsAvailable: Bool?,
      qualifiesForUpperSubsidy: Bool?, reached100At: BusinessDate?, isBodyFormed: Bool
    ) {
      self.place = place
      self.project = project
      self.title = title
      self.communityName = communityName
      self.isEligible = isEligible
      self.hasProfessionalManagement = hasProfessionalManagement
      self.inPlace = inPlace
      self.cleared = cleared
      self.fiscalFundsAvailable = fiscalFundsAvailable
      self.qualifiesForUpperSubsidy = qualifiesForUpperSubsidy
      self.reached100At = reached100At
      self.isBodyFormed = isBodyFormed
    }
  }
}

/// The plan of a year: what the city can bear, what was adopted when, and whether it was late.
public struct AnnualPlanQuery: Query {
  public static var name: WireName { "intake.annual-plan" }
  public static var example: AnnualPlanQuery { AnnualPlanQuery(planYear: .sample) }

  public let planYear: PlanYear
  public var subject: String { planYear.id }

  public init(planYear: PlanYear) {
    self.planYear = planYear
  }

  public typealias Answer = AnnualPlanReport
}

/// The plan of a year: what was adopted, when, and to whom it was reported.
public struct AnnualPlanReport: Codable, Hashable, Sendable {
  public let plan: String
  public let available: Money?
  public let assessedOn: BusinessDate?
  public let adoptions: [Adoption]
  public let reports: [Reported]
  /// Whether any part of it was adopted after its deadline.
  public let isLate: Bool

  /// One act by which projects were listed.
  public struct Adoption: Codable, Hashable, Sendable {
    public let on: BusinessDate
    public let projects: [ProjectID]
    public let document: DocumentHash
    public let deadline: BusinessDate?
    public let isLate: Bool
    public let lateReason: Text<500>?

    public init(
      on: BusinessDate, projects: [ProjectID], document: DocumentHash, deadline: BusinessDate?, isLate: Bool,
      lateReason: Text<500>?
    ) {
      self.on = on
      self.projects = projects
      self.document = document
      self.deadline = deadline
      self.isLate = isLate
      self.lateReason = lateReason
    }
  }

  /// An office to which the plan was reported, and when.
  public struct Reported: Codable, Hashable, Sendable {
    public let on: BusinessDate
    public let to: Identifier<SlugKind>

    public init(on: BusinessDate, to: Identifier<SlugKind>) {
      self.on = on
      self.to = to
    }
  }

  public init(
    plan: String, available: Money?, assessedOn: BusinessDate?, adoptions: [Adoption], reports: [Reported], isLate: Bool
  ) {
    self.plan = plan
    self.available = available
    self.assessedOn = assessedOn
    self.adoptions = adoptions
    self.reports = reports
    self.isLate = isLate
  }
}
