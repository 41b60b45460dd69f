import DomainModel

/// Everything one service says and hears, declared once: the service, the tools, the documents and the tests read it
/// here.
public protocol ServiceContract: Sendable {
  static var service: ServiceName { get }
  /// The service's own commands, without those that all services share.
  static var ownCommands: [any Command.Type] { get }
  static var ownEvents: [any Event.Type] { get }
  static var ownQueries: [any Query.Type] { get }
  static var ownRefusals: [RefusalCode] { get }
}

extension ServiceContract {
  public static var commands: [any Command.Type] {
    ownCommands + [
      WithdrawRecord<Self>.self, ConfirmStep<Self>.self, Disclose<Self>.self, ErasePerson<Self>.self,
      FindPerson<Self>.self, HoldPerson<Self>.self, ReleasePerson<Self>.self, RetryParked<Self>.self,
      SkipParked<Self>.self, AcceptFeed<Self>.self, DiscloseDocument<Self>.self,
    ]
  }

  public static var events: [any Event.Type] {
    ownEvents + [
      FactsHeard<Self>.self, RecordWithdrawn<Self>.self, DoubtHeard<Self>.self, StepQuestioned<Self>.self,
      StepConfirmed<Self>.self, Disclosed<Self>.self, PersonErased<Self>.self,
      PersonsSought<Self>.self, PersonHeld<Self>.self, PersonReleased<Self>.self, ParkedSkipped<Self>.self,
      FeedAccepted<Self>.self, HearingWithdrawn<Self>.self, DocumentDisclosed<Self>.self,
    ]
  }

  public static var queries: [any Query.Type] {
    ownQueries + [
      HealthQuery<Self>.self, ReceiptsQuery<Self>.self, RefusalsQuery<Self>.self, FactsQuery<Self>.self,
      ParkedQuery<Self>.self, ParkedEventsQuery<Self>.self, DeadlinesQuery<Self>.self, RefusalLogQuery<Self>.self,
      InvariantsQuery<Self>.self, PersonHoldingsQuery<Self>.self, DuePersonsQuery<Self>.self,
    ]
  }

  public static var refusals: [RefusalCode] { RefusalCode.common + ownRefusals }
}
