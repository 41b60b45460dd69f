import Contracts
import ServiceKit

/// The voting service.
public enum VotingService: ServiceProgram {
  public static let definition = ServiceDefinition(contract: VotingContract.self, decisions: [], folds: [])
}
