/// A division by its GB/T 2260 code, `330382` for 乐清市.
public typealias DivisionCode = Identifier<DivisionKind>
/// A community (小区): division and running number, `330382-C00017`.
public typealias CommunityID = Identifier<CommunityKind>
/// A project: division, year of opening and running number, `330382-2024-0007`.
public typealias ProjectID = Identifier<ProjectKind>
/// A building of a community, as its survey numbers it: `b-3`.
public typealias BuildingID = Identifier<SlugKind>
/// A unit of ownership (不动产单元), opaque and made by the office that keeps the roll: `u-03-1-502`.
public typealias UnitID = Identifier<SlugKind>
/// A natural person, opaque; who it is stands in the vault of the service that was told: `p-7f3a90c21b44`.
public typealias PersonID = Identifier<SlugKind>
/// An organisation that holds keys or takes part: `yueqing-housing`.
public typealias OrganisationID = Identifier<SlugKind>
/// The clerk behind a key, opaque: `clerk-17`.
public typealias ClerkID = Identifier<SlugKind>
/// A key of a connection, told without the key itself: the first 16 digits of the SHA-256 of its public half.
public typealias KeyFingerprint = Identifier<FingerprintKind>
/// A document by the SHA-256 of its plain bytes, 64 lower-case hexadecimal digits.
public typealias DocumentHash = Identifier<DocumentKind>
/// A catalogue item's identity across packs: `roof-leak`.
public typealias CatalogueKey = Identifier<SlugKind>

public enum DivisionKind: IdentifierKind {
  public static let pattern = "^[0-9]{6}$"
  public static let longest = 6
  public static let example = "330382"
  public static func accepts(_ text: String) -> Bool {
    IdentifierText.holds(text) { $0.count == 6 && IdentifierText.isDigits($0, 0..<6) }
  }
}

public enum CommunityKind: IdentifierKind {
  public static let pattern = "^[0-9]{6}-C[0-9]{5,7}$"
  public static let longest = 15
  public static let example = "330382-C00017"
  public static func accepts(_ text: String) -> Bool {
    IdentifierText.holds(text) { bytes in
      (13...15).contains(bytes.count) && IdentifierText.isDigits(bytes, 0..<6) && bytes[6] == UInt8(ascii: "-")
        && bytes[7] == UInt8(ascii: "C") && IdentifierText.isDigits(bytes, 8..<bytes.count)
    }
  }
}

public enum ProjectKind: IdentifierKind {
  public static let pattern = "^[0-9]{6}-[0-9]{4}-[0-9]{4,6}$"
  public static let longest = 18
  public static let example = "330382-2024-0007"
  public static func accepts(_ text: String) -> Bool {
    IdentifierText.holds(text) { IdentifierText.isProject($0, count: $0.count) }
  }
}

public enum SlugKind: IdentifierKind {
  public static let pattern = "^[a-z0-9][a-z0-9-]{0,39}$"
  public static let longest = 40
  public static let example = "a-1"
  public static func accepts(_ text: String) -> Bool { IdentifierText.isSlug(text, count: 1...40) }
}

public enum FingerprintKind: IdentifierKind {
  public static let pattern = "^[0-9a-f]{16}$"
  public static let longest = 16
  public static let example = "9f86d081884c7d65"
  public static func accepts(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
  }
}

public enum DocumentKind: IdentifierKind {
  public static let pattern = "^[0-9a-f]{64}$"
  public static let longest = 64
  public static let example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  public static func accepts(_ text: String) -> Bool {
    IdentifierText.holds(text) { bytes in
      bytes.count == 64 && bytes.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
    }
  }
}
