import Contracts
import DomainModel
import ServiceKit

enum ResolveTicketDecision: Decision {
  static func look(_ command: ResolveTicket, at view: any EntityView) throws -> Ticket {
    guard command.ticket.project() == command.project, let ticket = try view.get(Ticket.self, command.ticket.rawValue)
    else { throw Refusal(.ticketUnknown, pointers: ["/ticket"]) }
    return ticket
  }

  static func decide(_ command: ResolveTicket, seeing ticket: Ticket, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    guard ticket.outcome == nil else { throw Refusal(.ticketEnded, pointers: ["/ticket"]) }
    try ruling.requireNotBefore(ticket.openedOn)
    return Outcome([
      TicketResolved(
        project: command.project, ticket: command.ticket, outcome: command.outcome, handedTo: command.handedTo,
        document: command.document)
    ])
  }
}
