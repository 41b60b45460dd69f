import Contracts
import ServiceKit

/// The funding service.
public enum FundingService: ServiceProgram {
  public static let definition = ServiceDefinition(contract: FundingContract.self, decisions: [], folds: [])
}
