import DomainModel

extension EntityView {
  /// In which records a document of a project may be named: its own, and its community's, which came before it.
  func documentScopes(of project: ProjectID) throws -> Set<String> {
    var scopes: Set<String> = [project.rawValue]
    if let home = try get(ProjectRecord.self, project.rawValue)?.community { scopes.insert(home.rawValue) }
    return scopes
  }
}
