/// What happened, as its owner recorded it. Never personal: persons stand in it as opaque ids.
public protocol Event: Message {
  static var readers: Readers { get }
  /// Whether a reader that does not know the type must stop rather than go on.
  static var isCritical: Bool { get }
  /// Whether the record can be taken back by a withdrawal: a record of the world can, a step that an office took cannot.
  static var isWithdrawable: Bool { get }
  /// The journal's stream: the project, community or plan year it belongs to.
  var stream: String { get }
  /// The project it is about, if any.
  var concerns: ProjectID? { get }
  /// The edition it pins to its project, if it does.
  var pins: PackEdition? { get }
  /// The community that it says its project belongs to, if it does.
  var homeOfProject: CommunityID? { get }
  /// What it says about its project; every service learns exactly this from it.
  var facts: [FactStatement] { get }
}

extension Event {
  public static var readers: Readers { .everyone }
  public static var isCritical: Bool { false }
  public static var isWithdrawable: Bool { false }
  public var concerns: ProjectID? { nil }
  public var pins: PackEdition? { nil }
  public var homeOfProject: CommunityID? { nil }
  public var facts: [FactStatement] { [] }
}

/// An event about one project.
public protocol ProjectEvent: Event {
  var project: ProjectID { get }
}

extension ProjectEvent {
  public var stream: String { project.rawValue }
  public var concerns: ProjectID? { project }
}

/// Who may read an event type off a feed.
public enum Readers: Hashable, Sendable {
  /// The owning service alone.
  case own
  /// The five services.
  case services
  /// The five services and these roles.
  case roles(Set<Role>)

  public static let everyone = Readers.roles(Set(Role.allCases))

  /// Whether someone with these roles may read it. The services read all but what is a service's own.
  public func admits(_ roles: Set<Role>) -> Bool {
    switch self {
    case .own: false
    case .services: roles.contains(.service)
    case .roles(let admitted): roles.contains(.service) || !admitted.isDisjoint(with: roles)
    }
  }
}
