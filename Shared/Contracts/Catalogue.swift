import DomainModel

/// All contracts of the system.
public enum Catalogue {
  public static let contracts: [any ServiceContract.Type] = [
    IntakeContract.self, VotingContract.self, FundingContract.self, ApprovalsContract.self, SupervisionContract.self,
  ]

  /// What a service says and hears.
  public static func contract(of service: ServiceName) -> any ServiceContract.Type {
    switch service {
    case .intake: IntakeContract.self
    case .voting: VotingContract.self
    case .funding: FundingContract.self
    case .approvals: ApprovalsContract.self
    case .supervision: SupervisionContract.self
    }
  }

  public static var commands: [any Command.Type] { contracts.flatMap { $0.commands } }
  public static var events: [any Event.Type] { contracts.flatMap { $0.events } }
  public static var queries: [any Query.Type] { contracts.flatMap { $0.queries } }

  /// Every refusal code with its sentences, each once.
  public static var refusals: [RefusalCode] {
    RefusalCode.common + contracts.flatMap { $0.ownRefusals }
  }

  /// A command by its name, `voting.close-round`; nil when there is none.
  public static func command(_ name: String) -> (any Command.Type)? {
    commands.first { $0.name.rawValue == name }
  }

  /// A query by its name; nil when there is none.
  public static func query(_ name: String) -> (any Query.Type)? {
    queries.first { $0.name.rawValue == name }
  }
}
