import Contracts
import DomainModel

/// What makes a service: its contract, and what it does with each message. The rest is the same for all five.
public struct ServiceDefinition: Sendable {
  public let contract: any ServiceContract.Type
  public let decisions: [AnyDecision]
  public let folds: [Fold]
  public let reactions: [Reaction]
  public let queries: [QueryHandler]
  /// Nil where nothing of this service is due by a day.
  public let deadlines: DeadlineReader?
  /// What must always hold between its records.
  public let invariants: [Invariant]

  public init(
    contract: any ServiceContract.Type, decisions: [AnyDecision], folds: [Fold], reactions: [Reaction] = [],
    queries: [QueryHandler] = [], deadlines: DeadlineReader? = nil, invariants: [Invariant] = []
  ) {
    self.deadlines = deadlines
    self.contract = contract
    self.decisions = decisions
    self.folds = folds
    self.reactions = reactions
    self.queries = queries
    self.invariants = invariants
  }

  public var service: ServiceName { contract.service }
}
