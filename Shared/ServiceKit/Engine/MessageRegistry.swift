import Contracts
import DomainModel
import Foundation

/// The messages that a service knows, by their wire types, with the types' own decoders.
struct MessageRegistry: Sendable {
  struct KnownCommand: Sendable {
    let decision: AnyDecision
    let name: WireName
    let senders: Set<Role>
    let decode: @Sendable (Data, CompactDecoder) throws -> any Command

    /// The command, or where its body is not of its form.
    func read(_ body: Data, _ decoder: CompactDecoder) -> Result<any Command, FieldFault> {
      Result { try decode(body, decoder) }.mapError(FieldFault.init)
    }
  }

  let commands: [String: KnownCommand]
  /// Every event type of the whole system: the own ones to fold, the others to hear.
  let events: [String: @Sendable (Data, CompactDecoder) throws -> any Event]
  let queries: [String: (handler: QueryHandler, decode: @Sendable (Data, CompactDecoder) throws -> any Query)]
  let reactions: [String: [Reaction]]
  let folds: [String: [Fold]]

  init(_ definition: ServiceDefinition) {
    var commands: [String: KnownCommand] = [:]
    for decision in definition.decisions + StandingDecisions.all(of: definition.contract) {
      commands[decision.command.wireType] = MessageRegistry.known(decision.command, decision)
    }
    self.commands = commands
    var events: [String: @Sendable (Data, CompactDecoder) throws -> any Event] = [:]
    for type in Catalogue.events { events[type.wireType] = MessageRegistry.decoder(of: type) }
    for fold in definition.folds { events[fold.event.wireType] = MessageRegistry.decoder(of: fold.event) }
    self.events = events
    var queries: [String: (handler: QueryHandler, decode: @Sendable (Data, CompactDecoder) throws -> any Query)] = [:]
    let standing = StandingQueries.all(of: definition) + AuditQueries.all(of: definition.contract, definition.invariants)
    for handler in definition.queries + standing {
      queries[handler.query.wireType] = (handler, MessageRegistry.decoder(ofQuery: handler.query))
    }
    self.queries = queries
    reactions = Dictionary(grouping: definition.reactions) { $0.event.wireType }
    folds = Dictionary(grouping: definition.folds + StandingFolds.all(of: definition.contract)) { $0.event.wireType }
  }

  static func healthType(_ contract: any ServiceContract.Type) -> String { health(contract) }
  private static func health<C: ServiceContract>(_ contract: C.Type) -> String { HealthQuery<C>.wireType }

  private static func known<C: Command>(_ type: C.Type, _ decision: AnyDecision) -> KnownCommand {
    KnownCommand(decision: decision, name: type.name, senders: type.senders) { data, decoder in try decoder.decode(C.self, from: data) }
  }

  private static func decoder<E: Event>(of type: E.Type) -> @Sendable (Data, CompactDecoder) throws -> any Event {
    { data, decoder in try EventEnvelope.body(E.self, from: data, decoder: decoder) }
  }

  private static func decoder<Q: Query>(ofQuery type: Q.Type) -> @Sendable (Data, CompactDecoder) throws -> any Query {
    { data, decoder in try decoder.decode(Q.self, from: data) }
  }
}
