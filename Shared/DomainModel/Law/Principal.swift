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

  public init(
    organisation: OrganisationID, roles: Set<Role>, divisions: Set<DivisionCode> = [], communities: Set<CommunityID> = [],
    clerk: ClerkID? = nil
  ) {
    self.organisation = organisation
    self.roles = roles
    self.divisions = divisions
    self.communities = communities
    self.clerk = clerk
  }

  /// Whether it may act in the division that begins a project's, community's or plan year's id. What begins with no
  /// digit is of no place but of the whole service, such as a feed; who may do that, its roles say.
  public func mayActIn(subject: String) -> Bool {
    guard let first = subject.utf8.first, first >= 48, first <= 57 else { return true }
    return divisions.isEmpty || divisions.contains { subject.hasPrefix($0.rawValue) }
  }
}
