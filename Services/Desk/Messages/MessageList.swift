import Contracts
import DomainModel
import Terminal

/// What can be sent and asked, by service, with who may do it.
enum MessageList {
  static func commands(_ output: OutputOptions) {
    show(
      Catalogue.contracts.map { ($0.service, $0.commands.map { ($0.name, $0.senders) }) }, output,
      column: output.say("可发送的单位", "Sent by"), member: "senders")
  }

  static func queries(_ output: OutputOptions) {
    show(
      Catalogue.contracts.map { ($0.service, $0.queries.map { ($0.name, $0.askers) }) }, output,
      column: output.say("可查询的单位", "Asked by"), member: "askers")
  }

  static func replySchema(of command: String) -> Schema {
    func schema<C: Command>(_ type: C.Type) -> Schema { Schema.of(C.Reply.self) }
    return Catalogue.command(command).map { schema($0) } ?? .object([])
  }

  static func answerSchema<Q: Query>(_ type: Q.Type) -> Schema { Schema.of(Q.Answer.self) }

  private static func show(
    _ services: [(ServiceName, [(name: WireName, roles: Set<Role>)])], _ output: OutputOptions, column: String,
    member: String
  ) {
    let json = JSONValue.array(
      services.flatMap { service, messages in
        messages.map { message -> JSONValue in
          .object([
            .init("name", .string(message.name.rawValue)), .init("service", .string(service.rawValue)),
            .init("summary", .string(summary(message.name, output))),
            .init(member, .array(ordered(message.roles).map { .string($0.rawValue) })),
          ])
        }
      })
    output.show(json) {
      services.map { service, messages in
        var table = Table(.init(output.say("名称", "Name")), .init(output.say("用途", "What it does")), .init(column))
        for message in messages {
          table.add(
            .init(message.name.rawValue), .init(summary(message.name, output)), .init(names(message.roles, output), .quiet))
        }
        let title = output.isChinese ? "\(service.zh)（\(service.rawValue)）" : service.rawValue
        return Style.heading.paint(title) + "\n" + table.text()
      }.joined(separator: "\n\n")
    }
  }

  private static func summary(_ name: WireName, _ output: OutputOptions) -> String {
    MessageSummary.of(name).map { output.say($0.zh, $0.en) } ?? ""
  }

  private static func names(_ roles: Set<Role>, _ output: OutputOptions) -> String {
    if roles.count == Role.allCases.count { return output.say("所有单位", "everyone") }
    return ordered(roles).map { output.isChinese ? $0.zh : $0.rawValue }
      .joined(separator: output.say("、", ", "))
  }

  private static func ordered(_ roles: Set<Role>) -> [Role] { Role.allCases.filter(roles.contains) }
}
