import DomainModel

/// An entry of a list that people read: a stable code and its name.
public struct Coded: Decodable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
}

/// Whether something must be, may be, or is left out.
public enum Need: String, WireEnum {
  case required, allowed, exempt
}
