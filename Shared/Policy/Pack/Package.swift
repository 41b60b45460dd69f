import DomainModel

/// A set of papers that is handed in together (domain §7.1, §7.2).
public struct Package: Decodable, Hashable, Sendable {
  /// One numbered item: a form, or other material described in words.
  public struct Item: Decodable, Hashable, Sendable {
    public let number: Int
    public let form: Identifier<SlugKind>?
    public let zh: String?
    public let en: String?
    public let mandatory: Bool
  }

  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  public let submittedTo: Role
  public let items: [Item]
}
