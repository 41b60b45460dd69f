import DomainModel

/// What funding says and hears.
public enum FundingContract: ServiceContract {
  public static let service = ServiceName.funding

  public static let ownCommands: [any Command.Type] = []

  public static let ownEvents: [any Event.Type] = []

  public static let ownQueries: [any Query.Type] = []

  public static let ownRefusals: [RefusalCode] = []
}
