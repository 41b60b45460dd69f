import Contracts
import ServiceKit

/// The approvals service.
public enum ApprovalsService: ServiceProgram {
  public static let definition = ServiceDefinition(contract: ApprovalsContract.self, decisions: [], folds: [])
}
