import Contracts
import DomainModel
import FileStore

/// A store's report as an operator reads it.
struct VerificationText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func text(_ report: StoreReport) -> String {
    let isChinese = language == .zh
    var lines = [
      isChinese
        ? "\(report.service)：\(report.store)，纪元 \(report.epoch)，末号 \(report.head)"
        : "\(report.service): \(report.store), epoch \(report.epoch), head \(report.head)"
    ]
    for part in report.parts {
      let wrong = report.findings.count { $0.part == part.id }
      let mark = wrong > 0 ? "✗" : part.omitted == nil ? "✓" : "–"
      let count = part.omitted?.text(language) ?? (isChinese ? "\(part.checked) 条" : "\(part.checked)")
      lines.append("  \(mark) \(part.id)  \(count)" + (wrong > 0 ? (isChinese ? "，\(wrong) 处不符" : ", \(wrong) wrong") : ""))
    }
    for finding in report.findings { lines.append("  ✗ \(finding.code)  \(finding.said.text(language))") }
    lines.append(
      report.isSound
        ? (isChinese ? "结论：完好。" : "Sound.")
        : (isChinese
          ? "结论：有 \(report.findings.count) 处不符；不要改动存储，按 Runbooks/store-faulty.md 处理。"
          : "\(report.findings.count) things are wrong; change nothing in the store and follow Runbooks/store-faulty.md."))
    return lines.joined(separator: "\n")
  }
}

extension VerificationReport.Finding.Kind {
  /// Stable, for programs: in kebab case.
  var code: String {
    switch self {
    case .altered: "event-altered"
    case .hashAltered: "hash-altered"
    case .removed: "events-removed"
    case .reordered: "events-reordered"
    case .columnAltered: "column-altered"
    case .lostTail: "tail-lost"
    case .otherPast: "other-past"
    case .unreadable: "unreadable"
    case .epochAltered: "epoch-altered"
    }
  }

  func zh(_ place: String) -> String {
    switch self {
    case .altered: "第 \(place) 号事件的内容被改动过"
    case .hashAltered: "第 \(place) 号事件的校验值被改动过"
    case .removed: "第 \(place) 号事件不见了"
    case .reordered: "第 \(place) 号的位置上是另一个事件"
    case .columnAltered: "第 \(place) 号事件的列与正文不符"
    case .lostTail: "末尾缺了第 \(place) 号事件，它们曾被读到过"
    case .otherPast: "第 \(place) 号处的历史与别处读到过的不同"
    case .unreadable: "数据库从第 \(place) 号起读不出"
    case .epochAltered: "纪元表与第 \(place) 号事件不符"
    }
  }
}

extension InspectedStore.Fault.Kind {
  var zh: String {
    switch self {
    case .documentMissing: "文件不见了"
    case .documentIncomplete: "命令引用的文件没有传完"
    case .documentAltered: "文件内容被改动过"
    case .sealBroken: "保密库里的密钥打不开它"
    case .keyMissing: "加密的字段还在，密钥不见了"
    }
  }

  var en: String {
    switch self {
    case .documentMissing: "the document's file is gone"
    case .documentIncomplete: "a command names a document that never arrived whole"
    case .documentAltered: "the document's bytes are not those that arrived"
    case .sealBroken: "the key in the vault does not open it"
    case .keyMissing: "sealed fields are there, their key is gone"
    }
  }
}
