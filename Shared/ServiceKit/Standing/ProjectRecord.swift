import DomainModel

/// What every service keeps of a project: the facts it knows and the edition that judges it.
public struct ProjectRecord: Entity {
  public static let kind = "project"
  public let project: ProjectID
  public var facts: ProjectFacts
  public var edition: PackEdition?
  /// Whose project it is; nil until intake's word of it has come.
  public var community: CommunityID?

  public var key: String { project.rawValue }

  public init(project: ProjectID) {
    self.project = project
    facts = ProjectFacts(project: project)
  }
}
