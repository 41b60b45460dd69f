import DomainModel

/// The days that matter in this service's part of the projects: what someone owes by a day, and periods that end. Each
/// comes with the way it was counted, so that it can be checked with a calendar in hand.
public struct DeadlinesQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).deadlines") }
  public static var example: DeadlinesQuery { DeadlinesQuery(project: "330382-2024-0007") }
  public typealias Answer = Deadlines

  /// Those of one project; left out for all of a division.
  public let project: ProjectID?
  /// Those of a division's projects, a page at a time; not read where a project is named.
  public let division: DivisionCode?
  /// The last project of the page before.
  public let after: ProjectID?
  /// The day at whose end is looked; today when left out.
  public let asOf: BusinessDate?
  /// Only what is due on or before this day, or cannot be counted yet.
  public let until: BusinessDate?

  public var subject: String { project?.rawValue ?? division?.rawValue ?? "" }

  public init(
    project: ProjectID? = nil, division: DivisionCode? = nil, after: ProjectID? = nil, asOf: BusinessDate? = nil,
    until: BusinessDate? = nil
  ) {
    self.project = project
    self.division = division
    self.after = after
    self.asOf = asOf
    self.until = until
  }
}

/// Days that matter, the earliest first. Only what is still open on the day asked about.
public struct Deadlines: Codable, Hashable, Sendable {
  public let asOf: BusinessDate
  public let deadlines: [Deadline]
  /// Ask again after this project; nil at the end.
  public let next: ProjectID?

  public init(asOf: BusinessDate, deadlines: [Deadline], next: ProjectID? = nil) {
    self.asOf = asOf
    self.deadlines = deadlines
    self.next = next
  }
}

/// What is due, or ends.
public enum DeadlineKind: String, WireEnum {
  /// The plan of a year must be fixed, and the project is not in it yet.
  case annualPlan = "annual-plan"
  /// A notice has hung for the days that it must.
  case noticePeriod = "notice-period"
  /// Objections to a notice are in time until then.
  case objections
  /// A round of voting ends.
  case roundCloses = "round-closes"
  /// A department's written comments after a survey on the spot.
  case siteFeedback = "site-feedback"
  /// An opinion for a joint consultation.
  case consultationOpinion = "consultation-opinion"
  /// A permit to occupy a road, to dig or to fell ends.
  case permitEnds = "permit-ends"
  /// The month in which works begin is over.
  case start
  /// The works are planned to end.
  case plannedFinish = "planned-finish"
  case milestone
  /// A warranty period ends.
  case warrantyEnd = "warranty-end"

  /// Whether somebody owes something by that day. The others are periods: when they end, nobody is late.
  public var isDuty: Bool {
    switch self {
    case .annualPlan, .siteFeedback, .consultationOpinion, .start, .plannedFinish, .milestone: true
    case .noticePeriod, .objections, .roundCloses, .permitEnds, .warrantyEnd: false
    }
  }
}

/// Where a due day comes from.
public enum DeadlineBasis: String, WireEnum {
  /// Working days counted from a day on.
  case workingDays = "working-days"
  /// A day or a month of the year that the document names.
  case fixedDay = "fixed-day"
  /// Years from a day on.
  case years
  /// An office set the day when it recorded the matter.
  case recorded
}

/// A day that matters.
public struct Deadline: Codable, Hashable, Sendable {
  public let kind: DeadlineKind
  /// What it belongs to: a notice, a round, a milestone's name, the warranty's category, a plan year.
  public let name: String
  public let project: ProjectID?
  /// The last day, itself included; nil while its year's working days are not published.
  public let day: BusinessDate?
  /// Whether it lies before the day asked about.
  public let past: Bool
  /// Whether it is past and somebody still owes what was due.
  public let overdue: Bool
  public let basis: DeadlineBasis?
  /// The day from which it runs; where working days are counted, it is not one of them.
  public let startedOn: BusinessDate?
  /// How many working days are counted.
  public let workingDays: Int?
  /// How many years are counted.
  public let years: Int?
  /// Days between start and end that are not working days, with the reason.
  public let skipped: [DayOff]?
  /// Saturdays and Sundays among the counted days that are worked.
  public let madeUp: [BusinessDate]?
  /// The year whose working days would be needed and are not published yet.
  public let unknownYear: Int?
  /// Who owes it.
  public let organisation: OrganisationID?
  /// The roles that may do what is due.
  public let roles: [Role]?
  public let cites: [Citation]?

  /// A day that is not worked, and why.
  public struct DayOff: Codable, Hashable, Sendable {
    public let on: BusinessDate
    /// `周末` or the holiday's name.
    public let zh: String
    public let en: String

    public init(on: BusinessDate, zh: String, en: String) {
      self.on = on
      self.zh = zh
      self.en = en
    }
  }

  public init(
    kind: DeadlineKind, name: String, project: ProjectID?, day: BusinessDate?, past: Bool, overdue: Bool,
    basis: DeadlineBasis?, startedOn: BusinessDate? = nil, workingDays: Int? = nil, years: Int? = nil,
    skipped: [DayOff]? = nil, madeUp: [BusinessDate]? = nil, unknownYear: Int? = nil,
    organisation: OrganisationID? = nil, roles: [Role]? = nil, cites: [Citation]? = nil
  ) {
    self.kind = kind
    self.name = name
    self.project = project
    self.day = day
    self.past = past
    self.overdue = overdue
    self.basis = basis
    self.startedOn = startedOn
    self.workingDays = workingDays
    self.years = years
    self.skipped = skipped
    self.madeUp = madeUp
    self.unknownYear = unknownYear
    self.organisation = organisation
    self.roles = roles
    self.cites = cites
  }
}
