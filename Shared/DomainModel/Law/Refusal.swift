/// The law or the state says no. A value: it is recorded with its receipt and told to the sender.
public struct Refusal: Error, Hashable, Sendable {
  public let code: RefusalCode
  /// Every finding of the decision, not only those that stopped it.
  public let findings: [Finding]
  /// What the code's sentence fills in.
  public let values: [NamedValue]
  /// JSON pointers to the fields of the command that the refusal is about.
  public let pointers: [String]

  public init(
    _ code: RefusalCode, values: [NamedValue] = [], findings: [Finding] = [], pointers: [String] = []
  ) {
    self.code = code
    self.findings = findings
    self.values = values
    self.pointers = pointers
  }

  /// Whether asking again can help. A gate that only waits for another service's fact says `later`.
  public var retry: Retry {
    let stopping = findings.filter(\.stops)
    if !stopping.isEmpty, stopping.allSatisfy({ $0.result == .unknown && $0.awaits != nil }) { return .later }
    return code.retry
  }
}

/// Whether trying again can help.
public enum Retry: String, WireEnum {
  case never
  case afterCorrection = "after-correction"
  case later
}

/// A fact for which a step or a record is refused, with its sentence in both languages. `{name}` in a sentence is
/// filled from the refusal's values. Codes are listed in the contracts' registry and never reused.
public struct RefusalCode: Hashable, Sendable {
  /// `round-not-open`.
  public let code: Identifier<SlugKind>
  public let retry: Retry
  /// What is wrong and what to do next, in Chinese.
  public let zh: String
  /// The same in English.
  public let en: String

  public init(_ code: Identifier<SlugKind>, _ retry: Retry, zh: String, en: String) {
    self.code = code
    self.retry = retry
    self.zh = zh
    self.en = en
  }
}
