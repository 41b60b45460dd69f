import DomainModel

/// The tickets of a project's site.
public struct TicketsQuery: ProjectQuery {
  public static var name: WireName { "supervision.tickets" }
  public static var example: TicketsQuery {
    TicketsQuery(project: "330382-2024-0007", openOnly: true)
  }
  public typealias Answer = TicketsOverview

  public let project: ProjectID
  public let openOnly: Bool

  public init(project: ProjectID, openOnly: Bool) {
    self.project = project
    self.openOnly = openOnly
  }
}

/// One ticket.
public struct TicketLine: Codable, Hashable, Sendable {
  public let ticket: TicketID
  public let category: TicketCategory
  public let channel: TicketChannel
  public let building: BuildingID?
  public let openedOn: BusinessDate
  public let outcome: TicketOutcome?
  public let endedOn: BusinessDate?

  public init(
    ticket: TicketID, category: TicketCategory, channel: TicketChannel, building: BuildingID? = nil,
    openedOn: BusinessDate, outcome: TicketOutcome? = nil, endedOn: BusinessDate? = nil
  ) {
    self.ticket = ticket
    self.category = category
    self.channel = channel
    self.building = building
    self.openedOn = openedOn
    self.outcome = outcome
    self.endedOn = endedOn
  }
}

/// The tickets of a project's site; of the callers nothing.
public struct TicketsOverview: Codable, Hashable, Sendable {
  public let open: Int
  public let total: Int
  public let tickets: [TicketLine]

  public init(open: Int, total: Int, tickets: [TicketLine]) {
    self.open = open
    self.total = total
    self.tickets = tickets
  }
}
