import DomainModel

/// Who alone may send a message in this pack. It narrows the roles that the message declares and never widens them.
public struct SenderRule: Decodable, Hashable, Sendable {
  public let message: WireName
  public let roles: [Role]
}
