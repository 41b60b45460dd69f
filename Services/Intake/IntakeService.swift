import Contracts
import ServiceKit

/// The intake service.
public enum IntakeService {
  public static let definition = ServiceDefinition(contract: IntakeContract.self, decisions: [], folds: [])
}
