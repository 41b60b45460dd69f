import Contracts
import ServiceKit

/// The supervision service.
public enum SupervisionService: ServiceProgram {
  public static let definition = ServiceDefinition(contract: SupervisionContract.self, decisions: [], folds: [])
}
