import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Writes the catalogue of messages as a page.
struct CatalogueCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "写出报文目录网页，供对接单位查阅。 Write the catalogue of messages as a page.",
    discussion: """
      一个自足的 HTML 文件：每个报文的用途、可发送的单位、字段、样例和回复，以及全部代码和处理办法。

      Examples:
        jiugai catalogue catalogue.html
      """)

  @Argument(help: "写到哪个文件。 The file.")
  var file: String

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let page = try CataloguePage.html()
    try Data(page.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    let count = Int64(Catalogue.commands.count + Catalogue.events.count + Catalogue.queries.count)
    output.show(["file": .string(file), "messages": .integer(count)]) {
      output.say("已写 \(file)，\(count) 个报文。", "\(file) written, \(count) messages.")
    }
  }
}
