import DomainModel
import Foundation

/// A decision without its types, as the engine keeps it.
public struct AnyDecision: Sendable {
  public let command: any Command.Type
  let decide: @Sendable (any Command, any EntityView, Ruling) throws -> AnyOutcome

  public init<D: Decision>(_ type: D.Type) {
    command = D.Request.self
    decide = { command, view, ruling in
      guard let command = command as? D.Request else { preconditionFailure("a decision was given another command") }
      let sight = try D.look(command, at: view)
      let outcome = try D.decide(command, seeing: sight, under: ruling)
      return AnyOutcome(
        events: outcome.events, reply: outcome.reply, findings: outcome.findings, receipts: outcome.receipts,
        persons: outcome.persons)
    }
  }
}

struct AnyOutcome {
  var events: [any Event]
  var reply: any Codable & Sendable
  var findings: [Finding]
  var receipts: [ProjectID: [Finding]]
  var persons: [PersonRecord]
}
