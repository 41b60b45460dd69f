import DomainModel

/// How the result is judged afterwards (domain §14; Wenzhou 3.10 and Annex 7, Yueqing plan 3.9).
public struct EvaluationTerms: Hashable, Sendable, Decodable {
  public let required: Provision<Bool>
  public let subjects: Provision<[Identifier<SlugKind>]>
  /// The code of the questionnaire among the pack's forms.
  public let form: Provision<Identifier<SlugKind>>
  public let questions: Provision<[Cited<Question>]>
  public let indicators: Provision<[Cited<Coded>]>
  public let evaluators: Provision<[Role]>
}

/// A question of the questionnaire.
public struct Question: Decodable, Hashable, Sendable {
  /// What kind of question of the questionnaire it is.
  public enum Kind: String, WireEnum {
    case single, multiple, text
  }

  public let code: Identifier<SlugKind>
  public let kind: Kind
  /// As printed.
  public let zh: String
  public let en: String
  public let options: [Option]?
  /// Whether the answer is personal and leaves every export (domain §15.1).
  public let personal: Bool?

  /// One box of a question.
  public struct Option: Decodable, Hashable, Sendable {
    public let code: Identifier<SlugKind>
    /// As printed.
    public let zh: String
    public let en: String
  }
}
