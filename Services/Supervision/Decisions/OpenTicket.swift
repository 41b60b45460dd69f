import Contracts
import DomainModel
import ServiceKit

/// A complaint is never refused for what it says.
enum OpenTicketDecision: Decision {
  static func look(_ command: OpenTicket, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: OpenTicket, seeing works: Works, under ruling: Ruling) throws -> Outcome<TicketReport> {
    let ticket = TicketID(command.project, works.tickets + 1)
    let words = try VaultWords.id(of: ticket)
    return Outcome(
      [
        TicketOpened(
          project: command.project, ticket: ticket, category: command.category, channel: command.channel,
          building: command.building, reporter: command.reporter, text: words)
      ],
      reply: TicketReport(ticket: ticket, text: words),
      persons: [
        VaultWords.person(command.reporter, for: .complaint, name: command.reporterName, phone: command.reporterPhone),
        VaultWords.words(command, as: words),
      ].compactMap { $0 })
  }
}

extension VaultWords {
  /// The caller's words, and who called where no id was given for them.
  fileprivate static func words(_ command: OpenTicket, as id: PersonID) -> PersonRecord {
    var fields = pieces(command.text.value, named: "text")
    if command.reporter == nil {
      if let name = command.reporterName { fields["name"] = name.value }
      if let phone = command.reporterPhone { fields["phone"] = phone.value }
    }
    return PersonRecord(person: id, for: .complaint, personal: fields, belongsTo: command.reporter)
  }
}
