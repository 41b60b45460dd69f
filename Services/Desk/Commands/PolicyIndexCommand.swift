import ArgumentParser
import Contracts
import Foundation
import Terminal

/// `jiugai policy index`: writes the pages that lead from articles to rules, parameters and tests.
struct PolicyIndexCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "重新生成条文索引和歧义登记。 Generate the index of articles and the register of ambiguities.",
    discussion: """
      Run in a checkout of the sources: it reads packs, tests and the hand-kept tables, and writes
      Shared/Documentation/Index/<pack>.md and Shared/Documentation/Ambiguities.md. What is missing in them is told.

      Examples:
        jiugai policy index
        jiugai policy index --root ~/jiugai --json
      """)

  @Option(help: "源码目录；默认当前目录。 The checkout.")
  var root = "."

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let folder = URL(fileURLWithPath: root)
    let made = try PolicyPages(root: folder)
    for page in made.pages {
      try Data(page.text.utf8).write(to: folder.appendingPathComponent(page.path), options: .atomic)
    }
    output.show([
      "pages": .array(made.pages.map { .string($0.path) }), "gaps": .array(made.gaps.map { .string($0) }),
    ]) {
      (made.pages.map { "\(Style.good.paint("✓")) \($0.path)" } + made.gaps.map { "\(Style.bad.paint("✗")) \($0)" })
        .joined(separator: "\n")
    }
    guard made.gaps.isEmpty else { throw Exit.refused }
  }
}
