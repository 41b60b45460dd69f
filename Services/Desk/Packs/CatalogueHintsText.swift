import DomainModel
import Policy
import Terminal

/// A catalogue as people read it, with a mark where another city means something else.
struct CatalogueHintsText {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func text(_ hints: CatalogueHints) -> String {
    var table = Table(say("编号", "Code"), say("类别", "Tier"), say("内容", "Item"), say("别处不同", "Differs elsewhere"))
    for entry in hints.items {
      let told = entry.differences.map(text)
      table.add(
        .init(entry.item.code.rawValue), .init(tier(entry.item.tier)),
        .init(TextWidth.lines(say(entry.item.zh, entry.item.en), width: 40).joined(separator: "\n")),
        .init(told.joined(separator: "\n"), entry.differences.contains(where: isTelling) ? .warning : .quiet))
    }
    var lines = [Style.heading.paint(hints.pack), table.text()]
    if !hints.conflicts.isEmpty {
      lines += ["", Style.heading.paint(say("各城市规定不同的", "What cities settle differently"))]
      for conflict in hints.conflicts {
        lines.append(conflict.path)
        for value in conflict.values {
          let cites = value.cites.isEmpty ? "" : " [\(value.cites.joined(separator: ", "))]"
          lines.append("    \(value.pack): \(TextWidth.safe(value.value ?? say("未规定", "silent")))\(cites)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// An item that another city simply has not, or words a little differently, misleads nobody about money.
  private func isTelling(_ difference: CatalogueHints.Difference) -> Bool {
    switch difference {
    case .tier, .code: true
    case .wording, .missing: false
    }
  }

  private func text(_ difference: CatalogueHints.Difference) -> String {
    switch difference {
    case .tier(let pack, let other): "\(pack)：\(say("属", "in "))\(tier(other))"
    case .wording(let pack, let zh): "\(pack)：\(say("写作", "worded "))\(zh)"
    case .code(let pack, let item): "\(pack)：\(say("同号是", "the code means "))\(item)"
    case .missing(let pack): "\(pack)：\(say("无此项", "not listed"))"
    }
  }

  private func tier(_ tier: Tier?) -> String {
    switch tier {
    case .basic: say("基础类", "basic")
    case .improvement: say("完善类", "improvement")
    case .enhancement: say("提升类", "enhancement")
    case nil: say("不分类", "no tiers")
    }
  }
}
