/// An order to a service. It is decided once and answered for good.
public protocol Command: Message {
  /// What the sender learns when it is accepted. Never personal.
  associatedtype Reply: Codable & Hashable & Sendable
  /// Who may send it; a pack narrows this.
  static var senders: Set<Role> { get }
  /// What the command is about, in the header too: a project, a community, a division or a plan year.
  var subject: String { get }
  /// The project whose pinned edition judges it; none for what comes before a project.
  var concerns: ProjectID? { get }
  /// The documents it names, which must have been uploaded to this service before.
  var documents: [DocumentHash] { get }
  /// For a command that records again what was recorded wrongly: the record it takes the place of.
  var replaces: Replacement? { get }
  /// The overridable rules that the sender goes past, each with a reason.
  var overrides: [RuleOverride] { get }
}

extension Command {
  public var overrides: [RuleOverride] { [] }
  public var concerns: ProjectID? { nil }
  public var documents: [DocumentHash] { [] }
  public var replaces: Replacement? { nil }
}

/// Names the record that a corrected one takes the place of, and why. The old one stays in the journal.
public struct Replacement: Codable, Hashable, Sendable {
  /// The sequence of the event that is withdrawn.
  public let sequence: Int64
  public let reason: Text<500>

  public init(sequence: Int64, reason: Text<500>) {
    self.sequence = sequence
    self.reason = reason
  }
}

/// A command about one project, which it names in its own field.
public protocol ProjectCommand: Command {
  var project: ProjectID { get }
}

extension ProjectCommand {
  public var subject: String { project.rawValue }
  public var concerns: ProjectID? { project }
}

/// The reply of a command that has nothing of its own to tell.
public struct Accepted: Codable, Hashable, Sendable {
  public init() {}
}

/// An office goes past a rule that its pack allows to be overridden, and says why.
public struct RuleOverride: Codable, Hashable, Sendable {
  public let rule: RuleID
  public let reason: Text<500>

  public init(rule: RuleID, reason: Text<500>) {
    self.rule = rule
    self.reason = reason
  }
}
