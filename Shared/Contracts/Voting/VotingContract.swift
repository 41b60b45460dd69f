import DomainModel

/// What voting says and hears.
public enum VotingContract: ServiceContract {
  public static let service = ServiceName.voting

  public static let ownCommands: [any Command.Type] = []

  public static let ownEvents: [any Event.Type] = []

  public static let ownQueries: [any Query.Type] = []

  public static let ownRefusals: [RefusalCode] = []
}
