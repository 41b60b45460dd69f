import Contracts
import DomainModel
import Policy
import Terminal

/// What a change of rules would have done, as people read it.
struct ImpactText {
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func text(_ replay: ImpactReplay) -> String {
    var lines: [String] = []
    for edition in replay.missing.sorted(by: { $0.edition.rawValue < $1.edition.rawValue }) {
      lines.append(
        Style.warning.paint(
          say(
            "未安装 \(edition.pack)/\(edition.edition)（\(edition.sha256)），据其作出的决定无法比较。",
            "\(edition.pack)/\(edition.edition) (\(edition.sha256)) is not installed: decisions under it cannot be compared.")))
    }
    guard !replay.differences.isEmpty else {
      lines.append(say("重算了 \(replay.replayed) 项决定，没有不同。", "\(replay.replayed) decisions were replayed; none would differ."))
      return lines.joined(separator: "\n")
    }
    var subject = ""
    for difference in replay.differences {
      if difference.subject != subject {
        subject = difference.subject
        lines += ["", Style.heading.paint(subject)]
      }
      lines += told(difference)
    }
    lines += [
      "",
      Style.bad.paint(
        say(
          "重算了 \(replay.replayed) 项决定，\(replay.differences.count) 处会不同。",
          "\(replay.replayed) decisions were replayed; \(replay.differences.count) findings would differ.")),
    ]
    return lines.joined(separator: "\n")
  }

  private func told(_ difference: ImpactDifference) -> [String] {
    let title: String
    if difference.kind == .gate, let rule = try? RuleID(difference.what) {
      title = "\(RuleTexts.title(of: rule, language)) (\(difference.what))"
    } else {
      title = "\(ImpactWords.title(difference.what, language)) (\(difference.what))"
    }
    return [
      "\(difference.on)  \(difference.step)  #\(difference.sequence)  \(TextWidth.safe(title))",
      "    \(say("原来：", "before: "))\(TextWidth.safe(ImpactWords.told(difference.before, language)))\(cited(difference.citesBefore))",
      "    \(say("改后：", "after: "))\(TextWidth.safe(ImpactWords.told(difference.after, language)))\(cited(difference.citesAfter))",
    ]
  }

  private func cited(_ cites: [Citation]) -> String {
    cites.isEmpty ? "" : " [\(cites.map(\.description).joined(separator: ", "))]"
  }
}
