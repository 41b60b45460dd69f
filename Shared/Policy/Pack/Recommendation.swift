import DomainModel

/// Why a default is ours: where the documents are silent or can be read two ways, we say what we chose and why.
public struct Recommendation: Hashable, Sendable {
  /// The instrument that receipts cite for a default of ours; no pack may list one of this name.
  public static let instrument = "recommended"

  /// The parameter, as a path: `rounds.plan.signedBlank`; or the code of a choice, `choices.second-ballot`.
  public let path: String
  /// The entry in the register of ambiguities, if the documents give rise to one (domain §18.1).
  public let amb: AmbiguityID?
  public let reason: Bilingual
}

/// The number of an ambiguity in the domain's register: `AMB-07`.
public typealias AmbiguityID = Identifier<AmbiguityKind>

public enum AmbiguityKind: IdentifierKind {
  public static let pattern = "^AMB-[0-9]{2}$"
  public static let longest = 6
  public static let example = "AMB-01"
  public static func accepts(_ text: String) -> Bool {
    text.utf8.count == 6 && text.hasPrefix("AMB-") && text.utf8.suffix(2).allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}
