import DomainModel

/// What a document lays on an actor, in our words, for people to read (domain §16).
public struct Duty: Decodable, Hashable, Sendable {
  public let role: Role
  public let zh: String
  public let en: String
}
