import DomainModel

/// Which pack and edition a file is, what it is called and where and when it holds.
public struct PackHeader: Decodable, Hashable, Sendable {
  /// What standing the document behind the pack has.
  public enum Status: String, WireEnum {
    case inForce = "in-force"
    /// In force on trial (试行).
    case trial
    /// For reference to localities (供各地参考).
    case reference
    /// A draft for comment (征求意见稿): shown as such wherever its values appear.
    case draft

    /// What is said beside the pack's name where the document is not simply in force.
    public var mark: Bilingual? {
      switch self {
      case .inForce: nil
      case .trial: Bilingual(zh: "试行", en: "on trial")
      case .reference: Bilingual(zh: "供参考", en: "for reference")
      case .draft: Bilingual(zh: "征求意见稿，未正式施行", en: "draft for comment, not in force")
      }
    }
  }

  /// The area in which the rules hold.
  public struct Territory: Decodable, Hashable, Sendable {
    /// GB/T 2260.
    public let division: DivisionCode
    public let zh: String
    public let en: String
  }

  public let id: Identifier<SlugKind>
  public let edition: Identifier<SlugKind>
  public let name: Bilingual
  public let status: Status
  public let territory: Provision<Territory>
  public let validity: Provision<Validity>
  /// The pack whose values may be shown as advice beside a silent one, never applied (domain §0.3).
  public let parent: Identifier<SlugKind>?
  /// What whoever uses the pack should know about later law; it changes no rule (domain §18.3).
  public let legalNote: Bilingual?
}
