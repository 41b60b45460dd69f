import DomainModel

/// Our own defaults for what documents leave silent, and the product's settled choices, each with its reason.
public struct RecommendedFile: Decodable, Sendable {
  /// A choice of the product that no pack parameterises (domain §18.4).
  public struct Choice: Decodable, Hashable, Sendable {
    public let code: Identifier<SlugKind>
    /// What is settled.
    public let zh: String
    public let en: String
    public let reason: Bilingual
    public let amb: AmbiguityID?
  }

  /// What the file is and which edition of it.
  public struct Header: Decodable, Hashable, Sendable {
    public let id: Identifier<SlugKind>
    public let edition: Identifier<SlugKind>
    public let name: Bilingual
  }

  public let pack: Header
  public let terms: Terms
  public let choices: [Choice]

  private enum CodingKeys: String, CodingKey { case pack, choices }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    pack = try container.decode(Header.self, forKey: .pack)
    terms = try Terms(from: decoder)
    choices = try container.decode([Choice].self, forKey: .choices)
  }
}
