import DomainModel

/// One thing that a renovation may do. The code is unique in its edition only; the key is the same in every pack
/// (domain §8.1).
public struct CatalogueItem: Decodable, Hashable, Sendable {
  /// As printed: aspect, tier, number. `A1.1`.
  public let code: CatalogueCode
  public let key: CatalogueKey
  /// None in packs without tiers (Tiexi 4).
  public let tier: Tier?
  /// As printed.
  public let zh: String
  public let en: String
  /// What must be shown before a plan may hold the item (Tiexi 4.1, for lifts); none for most.
  public let needs: [Identifier<SlugKind>]?
}

/// An item's printed code: `A1.1`, `Z1-4`, `T2.10`.
public typealias CatalogueCode = Identifier<CatalogueCodeKind>

public enum CatalogueCodeKind: IdentifierKind {
  public static let pattern = "^[A-Z][0-9]{0,2}([.-][0-9]{1,2})?$"
  public static let longest = 6
  public static let example = "A1.1"
  public static func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first >= 65, first <= 90, bytes.count <= longest else { return false }
    let parts = text.dropFirst().split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }) else { return false }
    return parts[0].count <= 2 && (parts.count == 1 || (1...2).contains(parts[1].count))
  }
}
