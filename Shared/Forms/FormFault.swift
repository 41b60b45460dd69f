/// Why a form cannot be printed.
public struct FormFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Stable.
  public let code: String
  public let zh: String
  public let en: String

  public init(_ code: String, zh: String, en: String) {
    self.code = code
    self.zh = zh
    self.en = en
  }

  public var description: String { en }

  /// Something that the form is made of does not exist yet.
  static func notReady(_ zh: String, _ en: String) -> FormFault {
    FormFault("form-not-ready", zh: "还不能打印：\(zh)。", en: "This form cannot be printed yet: \(en).")
  }
}
