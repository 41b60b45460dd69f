import DomainModel

/// What intake says and hears.
public enum IntakeContract: ServiceContract {
  public static let service = ServiceName.intake

  public static let ownCommands: [any Command.Type] = []

  public static let ownEvents: [any Event.Type] = [ProjectOpened.self, PlanRecorded.self]

  public static let ownQueries: [any Query.Type] = []

  public static let ownRefusals: [RefusalCode] = []
}
