import Contracts
import DomainModel
import Terminal

/// What an import came to.
struct ImportSummary {
  var file: String
  var isDryRun: Bool
  /// Figures for people and programs: stable key, Chinese, English, value.
  var figures: [(key: String, zh: String, en: String, value: JSONValue)] = []
  /// Rows that the service did not take, by line.
  var leftOut: [(line: Int, reason: String)] = []
  var unused: [String] = []

  init(_ sheet: Sheet, isDryRun: Bool) {
    file = sheet.file
    self.isDryRun = isDryRun
    unused = sheet.unused
  }

  mutating func add(_ key: String, _ zh: String, _ en: String, _ value: Int) {
    figures.append((key, zh, en, .integer(Int64(value))))
  }

  mutating func add(_ key: String, _ zh: String, _ en: String, _ value: String) {
    figures.append((key, zh, en, .string(value)))
  }

  var json: JSONValue {
    .object(
      [.init("file", .string(file)), .init("dryRun", .bool(isDryRun))] + figures.map { .init($0.key, $0.value) } + [
        .init(
          "leftOut",
          .array(
            leftOut.map { row -> JSONValue in ["line": .integer(Int64(row.line)), "reason": .string(row.reason)] })),
        .init("unusedColumns", .array(unused.map { .string($0) })),
      ])
  }

  func text(_ output: OutputOptions) -> String {
    let head =
      isDryRun
      ? output.say("试运行：全部核对无误，尚未发送。", "Dry run: everything is in order; nothing was sent.")
      : Style.good.paint("✓ ") + output.say("导入完成", "imported")
    var lines = [head]
    let width = figures.map { TextWidth.of(output.say($0.zh, $0.en)) }.max() ?? 0
    for figure in figures {
      let name = TextWidth.padded(output.say(figure.zh, figure.en), to: width)
      let value = if case .string(let text) = figure.value { text } else { figure.value.line }
      lines.append("  \(Style.quiet.paint(name))  \(value)")
    }
    for row in leftOut {
      lines.append(
        Style.warning.paint("  \(output.say("第 \(row.line) 行未登记", "line \(row.line) was not recorded"))")
          + "  \(row.reason)")
    }
    if !unused.isEmpty {
      lines.append(Style.quiet.paint(output.say("  未使用的列：", "  columns not used: ") + unused.joined(separator: "、")))
    }
    return lines.joined(separator: "\n")
  }
}
