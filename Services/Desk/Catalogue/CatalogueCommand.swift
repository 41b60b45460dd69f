import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Writes the catalogue of messages as a page.
struct CatalogueCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "写出报文目录网页，供对接单位查阅。 Write the catalogue of messages as a page.",
    discussion: """
      一个自足的 HTML 文件：每个报文的用途、各市可发送的单位、字段、样例和回复，以及全部代码和处理办法；可按名称、字段、单位查找，可打印。

      Examples:
        jiugai catalogue catalogue.html
      """)

  @Argument(help: "写到哪个文件。 The file.")
  var file: String

  @Option(help: "已发布的报文约定文件夹，字段含义和录制的样例取自那里。 The published contract, for notes and recordings.")
  var published = "Shared/Contracts/Published"

  @OptionGroup var packs: PackFolders
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let folder = URL(fileURLWithPath: published, isDirectory: true)
    let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("index.json").path)
    let sources = try CatalogueSources(try packs.library(), published: isThere ? folder : nil)
    try Data(try CataloguePage(sources: sources).html().utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    let count = PublishedContract.messages.count
    output.show([
      "file": .string(file), "messages": .integer(Int64(count)), "recorded": .integer(Int64(sources.recorded)),
    ]) {
      let without = isThere ? "" : output.say("；没有 \(published)，不含字段含义和录制的样例", "; without \(published): no notes, no recordings")
      return output.say("已写 \(file)，\(count) 个报文\(without)。", "\(file) written, \(count) messages\(without).")
    }
  }
}
