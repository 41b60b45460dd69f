import Contracts
import ServiceKit

/// The supervision service.
public enum SupervisionService {
  public static let definition = ServiceDefinition(contract: SupervisionContract.self, decisions: [], folds: [])
}
