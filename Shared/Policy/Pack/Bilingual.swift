/// A text for people in the two languages of the product.
public struct Bilingual: Decodable, Hashable, Sendable {
  /// Chinese as written in mainland China; exact where a document prints the term.
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
