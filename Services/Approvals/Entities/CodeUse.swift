import Contracts
import DomainModel
import ServiceKit

/// Which project a platform's code belongs to: no code is used twice.
struct CodeUse: Entity {
  static let kind = "project-code"
  let code: ProjectCode
  let project: ProjectID

  var key: String { code.rawValue }
}

extension CodeUse {
  static let folds: [Fold] = [
    .on(ProjectCodeAssigned.self) { event, _, entities in
      try entities.put(CodeUse(code: event.code, project: event.project))
    }
  ]
}
