import DomainModel

/// What supervision says and hears.
public enum SupervisionContract: ServiceContract {
  public static let service = ServiceName.supervision

  public static let ownCommands: [any Command.Type] = []

  public static let ownEvents: [any Event.Type] = []

  public static let ownQueries: [any Query.Type] = []

  public static let ownRefusals: [RefusalCode] = []
}
