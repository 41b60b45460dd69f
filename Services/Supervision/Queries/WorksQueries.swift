import Contracts
import DomainModel
import Policy
import ServiceKit

/// How the works stand, their tickets and design changes.
enum WorksQueries {
  static let handlers: [QueryHandler] = [
    .to(WorksQuery.self) { query, view, inquiry in
      try report(query, view, try inquiry.law(of: query.project, in: view)?.edition.terms.construction)
    },
    .to(TicketsQuery.self) { query, view, _ in try tickets(query, view) },
    .to(ChangesQuery.self) { query, view, inquiry in
      let order = try inquiry.law(of: query.project, in: view)?.changeOrder
      let changes = try view.all(Change.self, prefix: "\(query.project)/").sorted { number($0.id) < number($1.id) }
      return ChangesOverview(changes: changes.map(line), orderBinds: order != nil)
    },
  ]

  private static func report(
    _ query: WorksQuery, _ view: any EntityView, _ terms: ConstructionTerms?
  ) throws -> WorksReport {
    let works = try Works.of(query.project, in: view)
    let flags = try view.all(SiteFlag.self, prefix: "\(query.project)/")
    return WorksReport(
      stage: works.stage, contractor: works.contractor, supervisor: works.supervisor, contractSum: works.contractSum,
      platformSince: works.platformOn, startedOn: works.startedOn, plannedFinish: works.plannedFinish,
      finishBefore: terms?.finishBefore.value, isPilot: terms?.startMonths.value.map { _ in works.isPilot },
      progress: try works.progress.map { try Share(Int64($0), of: 10_000) }, progressOn: works.progressOn,
      defectsOpen: works.defectsOpen, ticketsOpen: works.ticketsOpen, structuresKnown: works.structuresKnown,
      structuresStanding: works.structuresStanding, inspections: works.inspections, observations: works.observations,
      watchers: works.watchers,
      flags: flags.map { SiteFlagLine(kind: $0.flag, on: $0.on, place: $0.place, severity: $0.severity) })
  }

  private static func tickets(_ query: TicketsQuery, _ view: any EntityView) throws -> TicketsOverview {
    let works = try Works.of(query.project, in: view)
    let tickets = try view.all(Ticket.self, prefix: "\(query.project)/")
      .filter { !query.openOnly || $0.outcome == nil }
      .sorted { number($0.id) < number($1.id) }
    return TicketsOverview(
      open: works.ticketsOpen, total: works.tickets,
      tickets: tickets.map {
        TicketLine(
          ticket: $0.id, category: $0.category, channel: $0.channel, building: $0.building, openedOn: $0.openedOn,
          outcome: $0.outcome, endedOn: $0.endedOn)
      })
  }

  private static func line(_ change: Change) -> ChangeLine {
    ChangeLine(
      change: change.id, title: change.title, stage: change.stage, classed: change.classed, direction: change.direction,
      difference: change.difference, proposedOn: change.proposedOn, executedOn: change.executedOn,
      skipped: change.skipped)
  }

  /// The running number of an item: keys sort as text, `T10` before `T2`.
  static func number<Item: ProjectItem>(_ id: ProjectItemID<Item>) -> Int {
    Int(id.rawValue.split(separator: "/").last?.dropFirst(Item.letter.count) ?? "") ?? 0
  }
}

extension Works {
  /// How far the project is; the furthest that was reached.
  var stage: WorksStage {
    if evaluatedOn != nil { return .evaluated }
    if handedOverOn != nil { return .handedOver }
    if filedOn != nil { return .filed }
    if acceptancePassedOn != nil { return .accepted }
    if acceptanceOn != nil { return .inAcceptance }
    if startedOn != nil { return .underConstruction }
    return tenderOn == nil ? .notStarted : .tendered
  }
}
