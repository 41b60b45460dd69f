import DomainModel

/// What approvals says and hears.
public enum ApprovalsContract: ServiceContract {
  public static let service = ServiceName.approvals

  public static let ownCommands: [any Command.Type] = []

  public static let ownEvents: [any Event.Type] = []

  public static let ownQueries: [any Query.Type] = []

  public static let ownRefusals: [RefusalCode] = []
}
