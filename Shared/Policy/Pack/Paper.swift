import DomainModel

/// A form by its exact title (domain §15).
public struct Paper: Decodable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  /// The title exactly as the document prints it, without the community's name.
  public let title: String
  public let en: String
  public let stage: StageCode
  public let layout: Provision<Coded>
}
