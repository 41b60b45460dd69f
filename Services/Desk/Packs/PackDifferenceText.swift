import DomainModel
import Terminal

/// Two packs side by side as people read them: a table for each kind of thing that differs.
struct PackDifferenceText {
  let language: Language
  let width: Int

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func text(_ difference: PackDifference) -> String {
    guard !difference.lines.isEmpty else {
      return say("\(difference.names.one) 与 \(difference.names.other) 没有不同。", "\(difference.names.one) and \(difference.names.other) do not differ.")
    }
    var blocks: [String] = []
    for kind in PackOutline.Kind.allCases {
      let lines = difference.lines.filter { $0.kind == kind }
      guard !lines.isEmpty else { continue }
      var table = Table(say("项", "Where"), difference.names.one, difference.names.other)
      for line in lines {
        table.add(
          .init(broken(line.path, at: 30)), .init(broken(said(line.one), at: column)), .init(said(line.other)))
      }
      blocks.append(Style.heading.paint("\(name(kind)) (\(lines.count))") + "\n" + table.text(width: width))
    }
    return blocks.joined(separator: "\n\n")
  }

  /// What the terminal has left for each of the two values.
  private var column: Int { max(24, (width - 34) / 2) }

  /// The table breaks its last column alone.
  private func broken(_ text: String, at width: Int) -> String { TextWidth.lines(text, width: width).joined(separator: "\n") }

  private func said(_ line: PackOutline.Line?) -> String {
    guard let line else { return say("（无此项）", "(none)") }
    guard let value = line.value else { return say("未规定", "silent") }
    return line.cites.isEmpty ? value : "\(value)\n[\(line.cites.joined(separator: ", "))]"
  }

  private func name(_ kind: PackOutline.Kind) -> String {
    switch kind {
    case .header: say("文件", "The document")
    case .parameter: say("参数", "Parameters")
    case .paper: say("表格和材料", "Forms and packages")
    case .item: say("改造内容", "Catalogue")
    case .stage: say("阶段", "Stages")
    case .gate: say("门槛规则", "Rules of gates")
    case .sender: say("办理单位", "Who may send")
    case .duty: say("职责", "Duties")
    case .text: say("文本", "Texts")
    }
  }
}
