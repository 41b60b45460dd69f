/// What commands, events and queries have in common: a name, a version, a shape and one example of themselves.
public protocol Message: Codable, Hashable, Sendable {
  /// `voting.close-round`; the service before the point owns the message.
  static var name: WireName { get }
  static var version: Int { get }
  /// A valid instance: shown in the published contract and round-tripped by a test.
  static var example: Self { get }
}

extension Message {
  public static var version: Int { 1 }

  /// The service that owns the message.
  public static var service: ServiceName {
    guard let owner = ServiceName(rawValue: String(name.rawValue.prefix { $0 != "." })) else {
      preconditionFailure("a message's name begins with its service: \(name)")
    }
    return owner
  }

  /// The CloudEvents type, `jiugai.voting.close-round.v1`.
  public static var wireType: String { "jiugai.\(name).v\(version)" }
}
