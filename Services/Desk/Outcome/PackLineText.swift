import DomainModel
import Terminal

/// A pack's parameters as people read them.
struct PackLineText {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ lines: [PackView.Line], of view: PackView) -> String {
    ([Style.heading.paint(view.title(language)), ""] + lines.flatMap(text)).joined(separator: "\n")
  }

  private func text(_ line: PackView.Line) -> [String] {
    let isChinese = language == .zh
    guard let value = line.value else {
      var lines = ["\(line.path)  \(Style.warning.paint(isChinese ? "未规定" : "silent"))"]
      if let ours = line.ours {
        lines.append("    \(Style.quiet.paint(isChinese ? "本系统默认：" : "our default: "))\(TextWidth.safe(ours))")
      }
      if let reason = line.reason { lines.append("    " + Style.quiet.paint(isChinese ? reason.zh : reason.en)) }
      return lines
    }
    let cites = line.cites.isEmpty ? "" : "  " + Style.quiet.paint("[\(line.cites.joined(separator: ", "))]")
    return ["\(line.path)  \(TextWidth.safe(value))\(cites)"]
  }
}
