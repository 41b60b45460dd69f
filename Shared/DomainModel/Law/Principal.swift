/// Who is behind a connection: what a public key stands for.
public struct Principal: Codable, Hashable, Sendable {
  public let organisation: OrganisationID
  public let roles: Set<Role>
  /// Division codes it may act in; empty means all divisions of the installation.
  public let divisions: Set<DivisionCode>
  /// Communities it may act for; empty means all of its divisions.
  public let communities: Set<CommunityID>
  /// The clerk behind the key, opaque.
  public let clerk: ClerkID?
  /// Which of the organisation's keys it is; nil where there is no connection, as in a test.
  public let key: KeyFingerprint?

  public init(
    organisation: OrganisationID, roles: Set<Role>, divisions: Set<DivisionCode> = [], communities: Set<CommunityID> = [],
    clerk: ClerkID? = nil, key: KeyFingerprint? = nil
  ) {
    self.organisation = organisation
    self.roles = roles
    self.divisions = divisions
    self.communities = communities
    self.clerk = clerk
    self.key = key
  }

  /// Whether it may act in the division that begins a project's, community's or plan year's id. What begins with no
  /// digit is of no place but of the whole service, such as a feed; who may do that, its roles say.
  public func mayActIn(subject: String) -> Bool {
    guard let first = subject.utf8.first, first >= 48, first <= 57 else { return true }
    return divisions.isEmpty || divisions.contains { subject.hasPrefix($0.rawValue) }
  }

  /// Whether a subject lies where the key may act.
  public enum Reach: Hashable, Sendable {
    case within
    case elsewhere
    /// A project of which it is not known yet whose it is.
    case unknown
  }

  /// Whether it may act for a subject, by its divisions and its communities. A key of some communities acts for these
  /// and their projects alone: not for a division, a plan year or a whole service.
  ///
  /// - Parameter community: gives the community of a project; nil when it is not known.
  public func reach(
    to subject: String, community: (ProjectID) throws -> CommunityID?
  ) rethrows -> Reach {
    guard mayActIn(subject: subject) else { return .elsewhere }
    guard !communities.isEmpty else { return .within }
    if let own = try? CommunityID(subject) { return communities.contains(own) ? .within : .elsewhere }
    // Rounds, rolls and the like begin with their project's id.
    guard let project = subject.split(separator: "/").first.flatMap({ try? ProjectID(String($0)) }) else {
      return .elsewhere
    }
    guard let home = try community(project) else { return .unknown }
    return communities.contains(home) ? .within : .elsewhere
  }
}
