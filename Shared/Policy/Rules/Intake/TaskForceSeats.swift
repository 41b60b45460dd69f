import DomainModel

/// Everyone whom the pack seats in the task force. Owners are there through the head of their own body or through
/// representatives: one of the two is enough (Sichuan 4.1).
public enum TaskForceSeats {
  /// Nil where the city has no task force.
  public static func finding(_ roles: Set<Role>, under edition: Edition) -> Finding? {
    guard case .stated(let wanted, let cites) = edition.stated(\.planning.taskForce) else { return nil }
    let seated = roles.contains(.residentRepresentative) ? roles.union([.ownersBody]) : roles
    let missing = wanted.filter { !seated.contains($0) }
    return Finding(
      "task-force.members-complete", missing.isEmpty ? .satisfied : .violated, cites: cites,
      values: missing.map { NamedValue("missing", .code($0.rawValue)) })
  }
}
