import DomainModel

/// What residents may choose from (Wenzhou 2, Ziyang 2.2, Tiexi 4, Yueqing plan Annex 1).
public struct Catalogue: Decodable, Hashable, Sendable {
  /// How tiers build on each other.
  public enum TierRule: String, WireEnum {
    /// Each tier holds its own items.
    case separate
    /// A tier includes the one below (Ziyang 2.2).
    case cumulative
  }

  /// A field that items belong to, the letter of their code.
  public struct Aspect: Decodable, Hashable, Sendable {
    public let code: CatalogueCode
    public let zh: String
    public let en: String
  }

  /// A tier's printed digit, name and purpose.
  public struct TierText: Decodable, Hashable, Sendable {
    public let tier: Tier
    public let digit: Int
    public let zh: String
    public let en: String
    /// None where the document gives no purpose.
    public let purposeZh: String?
    public let purposeEn: String?
  }

  /// How items are to be chosen.
  public let selection: Provision<Bilingual>
  public let tierRule: Provision<TierRule>
  /// Items that no project may leave out.
  public let compulsory: Provision<[CatalogueKey]>
  public let aspects: [Aspect]
  public let tiers: Provision<[Cited<TierText>]>
  /// The articles that hold the list of items.
  public let citations: [Citation]
  public let items: [CatalogueItem]

  private enum CodingKeys: String, CodingKey {
    case selection, tierRule, compulsory, aspects, tiers, items
    case citations = "cites"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    selection = try container.decode(Provision<Bilingual>.self, forKey: .selection)
    tierRule = try container.decode(Provision<TierRule>.self, forKey: .tierRule)
    compulsory = try container.decode(Provision<[CatalogueKey]>.self, forKey: .compulsory)
    aspects = try container.decode([Aspect].self, forKey: .aspects)
    tiers = try container.decode(Provision<[Cited<TierText>]>.self, forKey: .tiers)
    citations = try container.decode(CitationList.self, forKey: .citations).citations
    items = try container.decode([CatalogueItem].self, forKey: .items)
  }

  /// Whether the document lists no items: then each locality draws up its own (domain §8.5).
  public var isSilent: Bool { items.isEmpty }

  /// The item of that key, if this edition has one.
  public func item(_ key: CatalogueKey) -> CatalogueItem? { items.first { $0.key == key } }

  /// The item of that printed code.
  public func item(code: CatalogueCode) -> CatalogueItem? { items.first { $0.code == code } }
}
