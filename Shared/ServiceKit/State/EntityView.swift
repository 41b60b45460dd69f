import DomainModel

/// What a decision or a query may look at: the entities of its own service, of any stream. Reading only.
public protocol EntityView {
  func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E?
  /// Entities whose key begins with `prefix`, in the order of their keys, after `after`.
  func all<E: Entity>(_ type: E.Type, prefix: String, after: String?, limit: Int) throws -> [E]
  /// Entities that list `value` under `index`, in the order of their keys.
  func find<E: Entity>(_ type: E.Type, index: String, value: String, limit: Int) throws -> [E]
}

extension EntityView {
  /// Entities whose key begins with `prefix`, from the first.
  public func all<E: Entity>(_ type: E.Type, prefix: String, limit: Int = 10_000) throws -> [E] {
    try all(type, prefix: prefix, after: nil, limit: limit)
  }

  /// Entities that list `value` under `index`.
  public func find<E: Entity>(_ type: E.Type, index: String, value: String) throws -> [E] {
    try find(type, index: index, value: value, limit: 10_000)
  }

  /// What is known of a project; empty when nothing is.
  public func facts(of project: ProjectID) throws -> ProjectFacts {
    try get(ProjectRecord.self, project.rawValue)?.facts ?? ProjectFacts(project: project)
  }
}
