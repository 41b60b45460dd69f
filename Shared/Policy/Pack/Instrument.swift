import DomainModel

/// A document that a pack cites by a short key.
public struct Instrument: Decodable, Hashable, Sendable {
  /// The title as printed.
  public let title: String
  /// 文号, as printed; some papers have none.
  public let number: String?
  /// 规范性文件登记编号, as printed.
  public let registration: String?
  public let issuer: String?
  /// The day printed under the document.
  public let dated: BusinessDate?
  public let inForce: Validity?
}
