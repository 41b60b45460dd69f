import DomainModel

/// One stage of a project's course in this pack (domain §17.1).
public struct Stage: Decodable, Hashable, Sendable {
  /// How much of a stage the document makes of it.
  public enum Kind: String, WireEnum {
    /// A step of its own (●).
    case formal
    /// There, but informal or short (○).
    case informal
    /// A step of its own that runs beside others: it must be reached, but does not say how far a project is (同时,
    /// Tiexi 6.4).
    case parallel
    /// What another pack tests here was already met earlier.
    case metBefore = "met-before"
  }

  public let code: StageCode
  public let id: Identifier<SlugKind>
  /// The place in this pack's course; stages of one number run side by side.
  public let order: Int
  public let kind: Kind
  public let zh: String
  public let en: String
}

/// `S21`, `S22b`.
public typealias StageCode = Identifier<StageCodeKind>

public enum StageCodeKind: IdentifierKind {
  public static let pattern = "^S[0-9]{2}[a-z]?$"
  public static let longest = 4
  public static let example = "S00"
  public static func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (3...4).contains(bytes.count), bytes[0] == UInt8(ascii: "S") else { return false }
    return bytes[1...2].allSatisfy { $0 >= 48 && $0 <= 57 } && bytes[3...].allSatisfy { $0 >= 97 && $0 <= 122 }
  }
}
