/// A question that changes nothing.
public protocol Query: Message {
  associatedtype Answer: Codable & Hashable & Sendable
  /// Who may ask.
  static var askers: Set<Role> { get }
  /// What it is about, for the check of divisions; empty when it is about the whole service.
  var subject: String { get }
}

extension Query {
  public static var askers: Set<Role> { Set(Role.allCases) }
}

/// A query about one project.
public protocol ProjectQuery: Query {
  var project: ProjectID { get }
}

extension ProjectQuery {
  public var subject: String { project.rawValue }
}
