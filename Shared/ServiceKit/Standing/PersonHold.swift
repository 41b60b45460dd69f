import DomainModel

/// That a person's data is kept for an open dispute of one project.
public struct PersonHold: Entity {
  public static let kind = "person-hold"
  public let person: PersonID
  public let project: ProjectID
  public let reason: Text<500>

  public var key: String { PersonHold.key(person, project) }

  /// By person first, so that all holds of one are found together.
  static func key(_ person: PersonID, _ project: ProjectID) -> String { "\(person)@\(project)" }

  /// A hold on the person, of whichever project.
  static func any(of person: PersonID, at view: any EntityView) throws -> PersonHold? {
    try view.all(PersonHold.self, prefix: "\(person)@", limit: 1).first
  }
}
