import Contracts
import DomainModel
import ServiceKit

/// What a resident brought to the site; caller and words are in the vault.
struct Ticket: Entity {
  static let kind = "ticket"
  let id: TicketID
  let category: TicketCategory
  let channel: TicketChannel
  let building: BuildingID?
  let openedOn: BusinessDate
  var outcome: TicketOutcome?
  var endedOn: BusinessDate?

  var key: String { id.rawValue }

  static let folds: [Fold] = [
    .on(TicketOpened.self) { event, stamp, entities in
      try entities.put(
        Ticket(
          id: event.ticket, category: event.category, channel: event.channel, building: event.building,
          openedOn: stamp.effectiveOn))
      try Works.change(event.project, entities) {
        $0.tickets += 1
        $0.ticketsOpen += 1
      }
    },
    .on(TicketResolved.self) { event, stamp, entities in
      try entities.update(Ticket.self, event.ticket.rawValue) {
        $0.outcome = event.outcome
        $0.endedOn = stamp.effectiveOn
      }
      try Works.change(event.project, entities) { $0.ticketsOpen -= 1 }
    },
  ]
}
