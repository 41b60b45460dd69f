import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Terminal

/// Asks one question.
struct QueryCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "查询。 Ask a service.",
    discussion: """
      Examples:
        jiugai query --list
        jiugai query voting.tally '{"round":"330382-2024-0007/R1"}' --project 330382-2024-0007
        jiugai query intake.projects '{"division":"330382"}'
        jiugai query funding.health --json
      """)

  @Argument(help: "查询的名字，如 voting.tally。 The query's name.")
  var name: String?

  @Argument(help: "JSON、@文件 或 -；可不写。 The body, if it needs one.")
  var body: String?

  @Option(help: "项目编号；内容里没写 project 时填入。 The project, filled in where the body has none.")
  var project: ProjectID?

  @Flag(help: "列出全部查询。 List all queries.")
  var list = false

  @Flag(help: "打印该查询的样例。 Print an example of the query's body.")
  var example = false

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard list || name != nil else { throw ValidationError("需要查询的名字，或 --list。 Name a query, or use --list.") }
  }

  func perform() async throws {
    if list { return MessageList.queries(output) }
    guard let name else { return }
    let type = try MessageBook.query(name)
    if example {
      print(try MessageBook.example(type).text)
      return
    }
    let message = try MessageBook.prepare(type, BodyText.read(body), project: project)
    let desk = try office.office(output)
    defer { desk.close() }
    let answer = try await desk.deliver(
      .query, message.service, as: office.readingRole(), type: message.type, subject: message.subject,
      body: message.body)
    let value = try JSONValue(data: answer.body).ordered(by: MessageList.answerSchema(type))
    output.show(value) { JSONText(output.language).text(value) }
  }
}
