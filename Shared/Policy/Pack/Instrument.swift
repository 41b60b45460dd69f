import DomainModel

/// A document that a pack cites by a short key.
public struct Instrument: Decodable, Hashable, Sendable {
  /// What the copy that we hold may leave unsaid.
  public enum Unknown: String, WireEnum {
    case title, number, issuer, dated, inForce = "in-force"
  }

  /// The title as printed; none where no copy has one.
  public let title: String?
  /// What a document without a title is called here; ours, and said so wherever it is shown.
  public let calledHere: Bilingual?
  /// What our copy does not tell, so that its absence is no slip.
  public let unknown: [Unknown]?
  /// 文号, as printed; some papers have none.
  public let number: String?
  /// 规范性文件登记编号, as printed.
  public let registration: String?
  public let issuer: String?
  /// The day printed under the document.
  public let dated: BusinessDate?
  public let inForce: Validity?

  /// The title between its marks, or what we call the document and that the name is ours.
  public func name(_ language: Language) -> String {
    if let title { return "《\(title)》" }
    return language == .zh
      ? "\(calledHere?.zh ?? "")（标题、文号不详，名称为本系统所拟）" : "\(calledHere?.en ?? "") (title and number unknown; the name is ours) "
  }
}
