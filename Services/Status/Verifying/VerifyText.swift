import Contracts
import DomainModel
import Terminal

/// What verification found, for people and for programs.
struct VerifyText {
  private let language: Language
  private let isDeep: Bool

  /// - Parameter isDeep: whether the stores themselves were looked at.
  init(_ language: Language, isDeep: Bool) {
    self.language = language
    self.isDeep = isDeep
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func text(_ verified: [VerifiedService]) -> String {
    var lines = [
      Style.heading.paint(
        isDeep ? say("核验存储", "Verification of the stores") : say("经网络核验", "Verification over the wire"))
    ]
    for one in verified { lines += ["", Style.heading.paint("\(one.service)")] + about(one) }
    return (lines + ["", verdict(verified)]).joined(separator: "\n")
  }

  private func about(_ one: VerifiedService) -> [String] {
    if let silence = one.silence {
      return [Style.bad.paint("✗ ") + TextWidth.safe(say("没有核验：", "Not verified: ") + silence.text(language))]
    }
    var table = Table([
      .init(""), .init(say("核验", "what")), .init(say("条数", "records"), isNumeric: true), .init(""),
    ])
    let figures = Figures(language: language)
    for part in one.parts {
      let wrong = one.findings.count { $0.part == part.id }
      table.add(
        wrong > 0 ? .init("✗", .bad) : .init("✓", .good), .init(part.id), .init(figures.count(part.checked)),
        .init(
          [wrong > 0 ? say("\(wrong) 处不符", "\(wrong) wrong") : nil, part.omitted?.text(language)]
            .compactMap(\.self).joined(separator: say("；", "; ")), wrong > 0 ? .bad : .quiet))
    }
    return table.lines()
      + one.findings.map { Style.bad.paint("✗ ") + "\($0.code)  " + TextWidth.safe($0.said.text(language)) }
  }

  private func verdict(_ verified: [VerifiedService]) -> String {
    let troubles = verified.compactMap(\.trouble)
    if let first = troubles.first {
      return Style.bad.paint(say("结论：与原来的不同。", "Verdict: not what was recorded."))
        + TextWidth.safe(say("先做：", " First: ") + first.cure(language))
        + say("（\(first.kind.runbook)）", " (\(first.kind.runbook))")
    }
    if verified.contains(where: { $0.silence != nil }) {
      return Style.warning.paint(
        say("结论：看到的都完好，但没有全部看到。", "Verdict: what could be looked at is sound, but not all could."))
    }
    return Style.good.paint(say("结论：完好。", "Verdict: sound."))
      + (isDeep ? "" : say("存储内部由 jiugai-status verify --config 核验。", " The inside of the stores: jiugai-status verify --config."))
  }

  func json(_ verified: [VerifiedService]) -> JSONValue {
    [
      "format": "jiugai-verify/1", "depth": isDeep ? "stores" : "wire",
      "exitCode": .integer(Int64(VerifiedService.exitCode(verified))),
      "services": .array(
        verified.map { one -> JSONValue in
          [
            "service": .string(one.service.rawValue), "notVerified": one.silence.map { .string($0.text(language)) } ?? .null,
            "head": .integer(one.head), "headHash": one.headHash.map { .string($0) } ?? .null,
            "parts": .array(
              one.parts.map { part -> JSONValue in
                [
                  "id": .string(part.id), "checked": .integer(part.checked),
                  "omitted": part.omitted.map { .string($0.text(language)) } ?? .null,
                ]
              }),
            "findings": .array(
              one.findings.map { finding -> JSONValue in
                [
                  "part": .string(finding.part), "code": .string(finding.code), "place": .string(finding.place),
                  "sentence": .string(finding.said.text(language)),
                ]
              }),
            "runbook": one.trouble.map { .string($0.kind.runbook) } ?? .null,
          ]
        }),
    ]
  }
}
