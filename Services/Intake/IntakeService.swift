import Contracts
import ServiceKit

/// The intake service.
public enum IntakeService: ServiceProgram {
  public static let definition = ServiceDefinition(contract: IntakeContract.self, decisions: [], folds: [])
}
