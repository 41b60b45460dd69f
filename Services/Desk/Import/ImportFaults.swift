import Contracts
import DomainModel
import Terminal

/// One thing that is wrong in a file that was to be imported, and where.
struct ImportFault: Hashable, Sendable {
  /// From 1, as editors count.
  let line: Int
  /// From 1; nil when the fault is about the whole line.
  let column: Int?
  /// The column's title as the file has it.
  let title: String?
  let zh: String
  let en: String
}

/// Everything that is wrong in a file; nothing of it was sent.
struct ImportFaults: Error {
  let file: String
  let faults: [ImportFault]

  /// - Parameter most: how many are listed; the rest is counted.
  func text(_ language: Language, most: Int = 50) -> String {
    let isChinese = language == .zh
    var lines = faults.prefix(most).map { fault in
      let place = fault.column.map { "\(file):\(fault.line):\($0)" } ?? "\(file):\(fault.line)"
      let title = fault.title.map { isChinese ? "“\(TextWidth.safe($0))”" : "\"\(TextWidth.safe($0))\" " } ?? ""
      return "\(Style.heading.paint(place)): \(title)\(isChinese ? fault.zh : fault.en)"
    }
    if faults.count > most {
      lines.append(isChinese ? "…… 还有 \(faults.count - most) 处" : "… and \(faults.count - most) more")
    }
    lines.append(
      Style.bad.paint(
        isChinese ? "共 \(faults.count) 处需要更正，尚未导入任何内容。" : "\(faults.count) faults; nothing was imported."))
    return lines.joined(separator: "\n")
  }

  var json: JSONValue {
    [
      "file": .string(file), "imported": 0,
      "faults": .array(
        faults.map { fault -> JSONValue in
          [
            "line": .integer(Int64(fault.line)), "column": fault.column.map { .integer(Int64($0)) } ?? .null,
            "title": fault.title.map { .string($0) } ?? .null, "zh": .string(fault.zh), "en": .string(fault.en),
          ]
        }),
    ]
  }
}
