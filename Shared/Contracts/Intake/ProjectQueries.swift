import DomainModel

/// A stage of the pack's course by its code and name.
public struct StageName: Codable, Hashable, Sendable {
  /// `S21`.
  public let code: String
  public let zh: String
  public let en: String

  public init(code: String, zh: String, en: String) {
    self.code = code
    self.zh = zh
    self.en = en
  }
}

/// A project: its community, the edition that judges it, how far it is.
public struct ProjectReportQuery: ProjectQuery {
  public static var name: WireName { "intake.project" }
  public static var example: ProjectReportQuery { ProjectReportQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = ProjectReport
}

/// A project as it stands: its community, edition, stage and marks.
public struct ProjectReport: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let title: Text<100>
  public let community: CommunityID
  public let communityName: Text<100>?
  public let edition: PackEdition
  public let openedOn: BusinessDate
  public let stage: StageName?
  public let plan: PlanID?
  public let constructionUnit: OrganisationID?
  /// The plan year in which it is listed.
  public let planYear: Int?
  public let isPlanLate: Bool
  public let suspendedOn: BusinessDate?
  public let isWithdrawn: Bool

  public init(
    project: ProjectID, title: Text<100>, community: CommunityID, communityName: Text<100>?, edition: PackEdition,
    openedOn: BusinessDate, stage: StageName?, plan: PlanID?, constructionUnit: OrganisationID?, planYear: Int?,
    isPlanLate: Bool, suspendedOn: BusinessDate?, isWithdrawn: Bool
  ) {
    self.project = project
    self.title = title
    self.community = community
    self.communityName = communityName
    self.edition = edition
    self.openedOn = openedOn
    self.stage = stage
    self.plan = plan
    self.constructionUnit = constructionUnit
    self.planYear = planYear
    self.isPlanLate = isPlanLate
    self.suspendedOn = suspendedOn
    self.isWithdrawn = isWithdrawn
  }
}

/// The projects of a division, a page at a time.
public struct ProjectsQuery: Query {
  public static var name: WireName { "intake.projects" }
  public static var example: ProjectsQuery { ProjectsQuery(division: "330382", after: nil) }

  public let division: DivisionCode
  /// The last project of the page before.
  public let after: ProjectID?
  public var subject: String { division.rawValue }

  public init(division: DivisionCode, after: ProjectID?) {
    self.division = division
    self.after = after
  }

  public typealias Answer = ProjectList
}

/// The projects of a division, each in a line.
public struct ProjectList: Codable, Hashable, Sendable {
  /// At most 200, in the order of their numbers.
  public let projects: [Line]

  public init(projects: [Line]) {
    self.projects = projects
  }

  /// A project in one line: its name, stage and what it waits for.
  public struct Line: Codable, Hashable, Sendable {
    public let project: ProjectID
    public let title: Text<100>
    public let communityName: Text<100>?
    public let stage: StageName?
    public let isHalted: Bool
    public let isWithdrawn: Bool
    /// The step that comes next.
    public let next: WireName?
    /// The rules of that step that do not hold yet.
    public let waitingFor: [RuleID]
    /// The services whose word is awaited for them.
    public let awaits: [ServiceName]
    /// Who may take the next step in this pack, where the pack narrows it.
    public let takenBy: [Role]?
    public let edition: PackEdition?
    public let subdistrict: Text<50>?
    public let openedOn: BusinessDate?
    /// The plan year in which it is listed, and whether it was listed late.
    public let planYear: Int?
    public let isPlanLate: Bool?

    public init(
      project: ProjectID, title: Text<100>, communityName: Text<100>?, stage: StageName?, isHalted: Bool,
      isWithdrawn: Bool, next: WireName?, waitingFor: [RuleID], awaits: [ServiceName], takenBy: [Role]? = nil,
      edition: PackEdition? = nil, subdistrict: Text<50>? = nil, openedOn: BusinessDate? = nil, planYear: Int? = nil,
      isPlanLate: Bool? = nil
    ) {
      self.takenBy = takenBy
      self.edition = edition
      self.subdistrict = subdistrict
      self.openedOn = openedOn
      self.planYear = planYear
      self.isPlanLate = isPlanLate
      self.project = project
      self.title = title
      self.communityName = communityName
      self.stage = stage
      self.isHalted = isHalted
      self.isWithdrawn = isWithdrawn
      self.next = next
      self.waitingFor = waitingFor
      self.awaits = awaits
    }
  }
}

/// The stages that a project has come through, each with the day on which it was reached.
public struct CourseQuery: ProjectQuery {
  public static var name: WireName { "intake.course" }
  public static var example: CourseQuery { CourseQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = Course
}

/// The stages of the edition that were reached, in the pack's order.
public struct Course: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let reached: [Reached]

  public init(project: ProjectID, reached: [Reached]) {
    self.project = project
    self.reached = reached
  }

  /// A stage and the day of the fact that tells of it; of several facts, of the last.
  public struct Reached: Codable, Hashable, Sendable {
    public let stage: StageName
    /// Stages of one number run side by side.
    public let order: Int
    public let on: BusinessDate

    public init(stage: StageName, order: Int, on: BusinessDate) {
      self.stage = stage
      self.order = order
      self.on = on
    }
  }
}

/// What happened to a project, from all services, by day.
public struct TimelineQuery: ProjectQuery {
  public static var name: WireName { "intake.timeline" }
  public static var example: TimelineQuery { TimelineQuery(project: "330382-2024-0007", until: nil) }

  public let project: ProjectID
  /// Only what is dated on or before this day.
  public let until: BusinessDate?

  public init(project: ProjectID, until: BusinessDate?) {
    self.project = project
    self.until = until
  }

  public typealias Answer = Timeline
}

/// What happened to a project, in the order of its business dates, from the events of all services.
public struct Timeline: Codable, Hashable, Sendable {
  public let entries: [Entry]

  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// One event of the timeline, with its service and day.
  public struct Entry: Codable, Hashable, Sendable {
    public let on: BusinessDate
    public let service: ServiceName
    /// The fact that was stated, or the event's name where it states none.
    public let what: String
    public let value: FactValue?
    public let source: SourceRef
    /// Its owner took it back.
    public let isWithdrawn: Bool
    /// It rests on something that was taken back.
    public let isInQuestion: Bool

    public init(
      on: BusinessDate, service: ServiceName, what: String, value: FactValue?, source: SourceRef, isWithdrawn: Bool,
      isInQuestion: Bool
    ) {
      self.on = on
      self.service = service
      self.what = what
      self.value = value
      self.source = source
      self.isWithdrawn = isWithdrawn
      self.isInQuestion = isInQuestion
    }
  }
}

/// What lies ahead of a project: each stage with the step that reaches it and what that step's gate finds today.
public struct OutlookQuery: ProjectQuery {
  public static var name: WireName { "intake.outlook" }
  public static var example: OutlookQuery { OutlookQuery(project: "330382-2024-0007", asOf: nil) }

  public let project: ProjectID
  /// The day for which gates are judged; today when left out.
  public let asOf: BusinessDate?

  public init(project: ProjectID, asOf: BusinessDate?) {
    self.project = project
    self.asOf = asOf
  }

  public typealias Answer = Outlook
}

/// The stages of the edition, which are reached, and what the next steps lack.
public struct Outlook: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let stage: StageName?
  public let isHalted: Bool
  public let stages: [Ahead]

  public init(project: ProjectID, stage: StageName?, isHalted: Bool, stages: [Ahead]) {
    self.project = project
    self.stage = stage
    self.isHalted = isHalted
    self.stages = stages
  }

  /// A step that lies ahead, with the findings of its gate as things stand.
  public struct Ahead: Codable, Hashable, Sendable {
    public let stage: StageName
    /// Stages of one number run side by side.
    public let order: Int
    /// The command that reaches it.
    public let step: WireName?
    /// The service that guards the step.
    public let service: ServiceName?
    /// Who may take the step in this pack, where the pack narrows it.
    public let takenBy: [Role]
    /// What the gate finds: satisfied, violated, or unknown with the service awaited. Rules that look at the command
    /// itself are unknown without a service.
    public let findings: [Finding]
    /// Whether nothing that is known stops the step.
    public let isOpen: Bool

    public init(
      stage: StageName, order: Int, step: WireName?, service: ServiceName?, takenBy: [Role], findings: [Finding],
      isOpen: Bool
    ) {
      self.stage = stage
      self.order = order
      self.step = step
      self.service = service
      self.takenBy = takenBy
      self.findings = findings
      self.isOpen = isOpen
    }
  }
}

/// A version of a project's plan; the valid one when none is named.
public struct PlanQuery: ProjectQuery {
  public static var name: WireName { "intake.plan" }
  public static var example: PlanQuery { PlanQuery(project: "330382-2024-0007", plan: "330382-2024-0007/P1") }

  public let project: ProjectID
  public let plan: PlanID?

  public init(project: ProjectID, plan: PlanID?) {
    self.project = project
    self.plan = plan
  }

  public typealias Answer = PlanReport
}

/// One version of the plan: its works, costs, papers and totals in yuan and square metres.
public struct PlanReport: Codable, Hashable, Sendable {
  public let plan: PlanID
  public let isValid: Bool
  public let recordedOn: BusinessDate
  public let content: PlanRecorded
  public let papers: PlanPapersRecorded?
  /// Lifts included.
  public let investment: Money
  /// Without lifts.
  public let subsidyBase: Money

  public init(
    plan: PlanID, isValid: Bool, recordedOn: BusinessDate, content: PlanRecorded, papers: PlanPapersRecorded?,
    investment: Money, subsidyBase: Money
  ) {
    self.plan = plan
    self.isValid = isValid
    self.recordedOn = recordedOn
    self.content = content
    self.papers = papers
    self.investment = investment
    self.subsidyBase = subsidyBase
  }
}
