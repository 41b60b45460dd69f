import Contracts
import DomainModel

extension Problem {
  /// A refusal as it is told and stored: the sentence in the sender's language, the findings for whoever asks why.
  init(_ refusal: Refusal, step: WireName, on: BusinessDate, edition: PackEdition?, language: Language) {
    let sentence = refusal.code.sentence(language, refusal.values)
    self.init(
      code: refusal.code.code.rawValue, title: sentence, detail: sentence, retry: refusal.retry, step: step,
      edition: edition, on: on, findings: refusal.findings, values: refusal.values, pointers: refusal.pointers)
  }
}

extension RefusalCode {
  /// The sentence with its values filled in.
  public func sentence(_ language: Language, _ values: [NamedValue]) -> String {
    var text = language == .zh ? zh : en
    for value in values {
      text = text.replacing("{\(value.name)}", with: value.value.text)
    }
    return text
  }
}
