import DomainModel

/// How the works of a project stand.
public struct WorksQuery: ProjectQuery {
  public static var name: WireName { "supervision.works" }
  public static var example: WorksQuery {
    WorksQuery(project: "330382-2024-0007")
  }
  public typealias Answer = WorksReport

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// How far a project is.
public enum WorksStage: String, WireEnum {
  case notStarted = "not-started"
  case tendered
  case underConstruction = "under-construction"
  case inAcceptance = "in-acceptance"
  case accepted
  case filed
  case handedOver = "handed-over"
  case evaluated
}

/// What is out of order on a site.
public enum SiteFlagKind: String, WireEnum {
  case unpermittedStart = "unpermitted-start"
  case accident
}

/// Something that happened on site and is out of order.
public struct SiteFlagLine: Codable, Hashable, Sendable {
  public let kind: SiteFlagKind
  public let on: BusinessDate
  public let place: String
  public let severity: AccidentSeverity?

  public init(kind: SiteFlagKind, on: BusinessDate, place: String, severity: AccidentSeverity? = nil) {
    self.kind = kind
    self.on = on
    self.place = place
    self.severity = severity
  }
}

/// How the works of a project stand.
public struct WorksReport: Codable, Hashable, Sendable {
  public let stage: WorksStage
  public let contractor: OrganisationID?
  public let supervisor: OrganisationID?
  public let contractSum: Money?
  public let platformSince: BusinessDate?
  public let startedOn: BusinessDate?
  public let plannedFinish: BusinessDate?
  /// The first day on which the works are late by the city's rules; nil where they name none.
  public let finishBefore: BusinessDate?
  /// A pilot community, which starts in a month of its own; nil where the city's rules know none.
  public let isPilot: Bool?
  /// In hundredths of a per cent of the whole.
  public let progress: Share?
  public let progressOn: BusinessDate?
  public let defectsOpen: Int
  public let ticketsOpen: Int
  public let structuresKnown: Int
  public let structuresStanding: Int
  public let inspections: Int
  public let observations: Int
  public let watchers: Int
  public let flags: [SiteFlagLine]

  public init(
    stage: WorksStage, contractor: OrganisationID? = nil, supervisor: OrganisationID? = nil,
    contractSum: Money? = nil, platformSince: BusinessDate? = nil, startedOn: BusinessDate? = nil,
    plannedFinish: BusinessDate? = nil, finishBefore: BusinessDate? = nil, isPilot: Bool? = nil,
    progress: Share? = nil, progressOn: BusinessDate? = nil, defectsOpen: Int,
    ticketsOpen: Int, structuresKnown: Int, structuresStanding: Int, inspections: Int, observations: Int,
    watchers: Int, flags: [SiteFlagLine]
  ) {
    self.stage = stage
    self.contractor = contractor
    self.supervisor = supervisor
    self.contractSum = contractSum
    self.platformSince = platformSince
    self.startedOn = startedOn
    self.plannedFinish = plannedFinish
    self.finishBefore = finishBefore
    self.isPilot = isPilot
    self.progress = progress
    self.progressOn = progressOn
    self.defectsOpen = defectsOpen
    self.ticketsOpen = ticketsOpen
    self.structuresKnown = structuresKnown
    self.structuresStanding = structuresStanding
    self.inspections = inspections
    self.observations = observations
    self.watchers = watchers
    self.flags = flags
  }
}
