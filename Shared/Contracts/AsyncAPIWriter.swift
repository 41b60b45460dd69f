import DomainModel
import Foundation

/// Writes the contract as an AsyncAPI 3 document, for the tools that read it: five servers, four channels each (commands,
/// queries, the feed, documents), one operation for each message. Bodies stay in their JSON Schemas beside it.
public enum AsyncAPIWriter {
  /// `asyncapi.json`, to stand beside the schemas that it refers to.
  public static func file() throws -> SchemaWriter.File {
    SchemaWriter.File(path: "asyncapi.json", text: try document().text + "\n")
  }

  static func document() throws -> JSONValue {
    var messages: [JSONValue.Member] = []
    var channels: [JSONValue.Member] = []
    var operations: [JSONValue.Member] = []
    for message in DocumentMessage.allCases { messages += try DocumentEntry(message).messages }
    for contract in Catalogue.contracts {
      let service = contract.service.rawValue
      let commands = try contract.commands.map { try Entry($0, "send", senders: $0.senders) }
      let queries = try contract.queries.map { try Entry($0, "ask", senders: $0.askers) }
      let events = try contract.events.map { try Entry($0, "read", senders: nil) }
      for entry in commands + queries + events {
        messages.append(.init(entry.name, entry.message()))
        if entry.part != nil { messages.append(.init(entry.replyName, entry.reply())) }
      }
      channels.append(channel("\(service).commands", "JG1/C", contract, commands))
      channels.append(channel("\(service).queries", "JG1/Q", contract, queries))
      channels.append(channel("\(service).feed", "JG1/F", contract, events))
      operations += commands.map { .init($0.name, $0.operation("\(service).commands", action: "receive")) }
      operations += queries.map { .init($0.name, $0.operation("\(service).queries", action: "receive")) }
      operations += events.map { .init($0.name, $0.operation("\(service).feed", action: "send")) }
      channels.append(channel("\(service).documents", "JG1/D", contract, DocumentMessage.allCases.flatMap { [$0.name, "\($0.name).answer"] }))
      operations += DocumentMessage.allCases.map {
        .init("\(service).\($0.name)", operation("\(service).documents", "receive", $0.name, reply: "\($0.name).answer"))
      }
    }
    return [
      "asyncapi": "3.0.0",
      "info": [
        "title": "Jiugai 旧改", "version": .string(Version.current),
        "description": """
          Renovation of old residential communities: five services over ZeroMQ, protocol JG1. Every connection is CURVE. A \
          reply is the only proof; without one, send again with the same id.
          """,
      ],
      "defaultContentType": "application/json", "servers": .object(servers), "channels": .object(channels),
      "operations": .object(operations),
      "components": ["messages": .object(messages), "schemas": ["header": header, "replyHeader": replyHeader]],
    ]
  }

  private static let servers: [JSONValue.Member] = ServiceName.allCases.enumerated().map { place, service in
    .init(
      service.rawValue,
      [
        "host": .string("127.0.0.1:57\(place + 1)0"), "protocol": "zmq", "protocolVersion": "JG1",
        "description": "the address is the operator's to set",
      ])
  }

  private static func channel(
    _ name: String, _ kind: String, _ contract: any ServiceContract.Type, _ entries: [Entry]
  ) -> JSONValue.Member {
    channel(name, kind, contract, entries.flatMap { $0.part == nil ? [$0.name] : [$0.name, $0.replyName] })
  }

  private static func channel(
    _ name: String, _ kind: String, _ contract: any ServiceContract.Type, _ names: [String]
  ) -> JSONValue.Member {
    .init(
      name,
      [
        "address": .string(kind), "servers": .array([["$ref": .string("#/servers/\(contract.service.rawValue)")]]),
        "messages": .object(names.map { .init($0, ["$ref": .string("#/components/messages/\($0)")]) }),
      ])
  }

  /// One message of the document.
  private struct Entry {
    let name: String
    let type: any Message.Type
    /// Where a reply's schema stands in the message's own: `reply` of a command, `answer` of a query.
    let part: String?
    let senders: [String]

    let example: JSONValue

    init<M: Message>(_ type: M.Type, _ verb: String, senders: Set<Role>?) throws {
      name = type.name.rawValue
      example = try JSONValue(encoding: M.example)
      self.type = type
      part = verb == "send" ? "reply" : verb == "ask" ? "answer" : nil
      self.senders = Role.allCases.filter { senders?.contains($0) ?? false }.map(\.rawValue)
    }

    var replyName: String { "\(name).\(part ?? "")" }

    private func payload(_ pointer: String) -> JSONValue {
      [
        "schemaFormat": "application/schema+json;version=draft-2020-12",
        "schema": ["$ref": .string("\(SchemaWriter.path(of: type))\(pointer)")],
      ]
    }

    func message() -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("name", .string(type.wireType)), .init("title", .string(name)),
        .init("contentType", "application/json"), .init("payload", payload(part == nil ? "#/$defs/envelope" : "")),
      ]
      if let summary = MessageSummary.of(type.name) {
        members.insert(.init("summary", .string("\(summary.zh) \(summary.en)")), at: 2)
      }
      if part != nil { members.append(.init("headers", ["$ref": "#/components/schemas/header"])) }
      if part != nil { members.append(.init("examples", [["payload": example]])) }
      if !senders.isEmpty { members.append(.init("x-senders", .array(senders.map { .string($0) }))) }
      return .object(members)
    }

    func reply() -> JSONValue {
      [
        "name": .string(replyName), "contentType": "application/json",
        "headers": ["$ref": "#/components/schemas/replyHeader"], "payload": payload("#/$defs/\(part ?? "")"),
      ]
    }

    func operation(_ channel: String, action: String) -> JSONValue {
      AsyncAPIWriter.operation(channel, action, name, reply: part == nil ? nil : replyName)
    }
  }

  private static func operation(_ channel: String, _ action: String, _ message: String, reply: String?) -> JSONValue {
    func reference(_ message: String) -> JSONValue { ["$ref": .string("#/channels/\(channel)/messages/\(message)")] }
    var members: [JSONValue.Member] = [
      .init("action", .string(action)), .init("channel", ["$ref": .string("#/channels/\(channel)")]),
      .init("messages", .array([reference(message)])),
    ]
    if let reply {
      members.append(
        .init("reply", ["channel": ["$ref": .string("#/channels/\(channel)")], "messages": .array([reference(reply)])]))
    }
    return .object(members)
  }

  /// What is said about documents: the same to every service.
  private struct DocumentEntry {
    let messages: [JSONValue.Member]

    init(_ message: DocumentMessage) throws {
      func payload(_ path: String?) -> [JSONValue.Member] {
        guard let path else { return [.init("contentType", "application/octet-stream")] }
        let schema: JSONValue = [
          "schemaFormat": "application/schema+json;version=draft-2020-12", "schema": ["$ref": .string(path)],
        ]
        return [.init("contentType", "application/json"), .init("payload", schema)]
      }
      let asked: [JSONValue.Member] =
        [
          .init("name", .string(message.rawValue)), .init("title", .string(message.name)),
          .init("summary", .string("\(message.summary.zh) \(message.summary.en)")),
          .init("headers", ["$ref": "#/components/schemas/header"]),
        ] + payload(message.path)
      let told: [JSONValue.Member] =
        [
          .init("name", .string("\(message.name).answer")), .init("headers", ["$ref": "#/components/schemas/replyHeader"]),
        ] + payload(message.answerPath)
      let examples = try message.example().map { [JSONValue.Member("examples", [["payload": $0]])] } ?? []
      messages = [.init(message.name, .object(asked + examples)), .init("\(message.name).answer", .object(told))]
    }
  }

  private static func text(_ description: String) -> JSONValue { ["type": "string", "description": .string(description)] }

  private static let header: JSONValue = [
    "type": "object",
    "properties": [
      "specversion": ["const": "1.0"], "id": text("made and stored by the sender before the first send"),
      "source": text("the URI registered for the key"), "type": text("jiugai.<service>.<message>.v<n>"),
      "subject": text("the project, community, plan year or roll that the body names; of a document its SHA-256"),
      "effectiveon": text("the business date on which it is true, never in the future"),
      "rid": text("fresh for each attempt"), "expectedversion": ["type": "integer", "description": "of a document's chunk: its offset"],
      "lang": ["enum": ["zh-CN", "en"]], "correlationid": text("passed through"), "causationid": text("passed through"),
    ],
    "required": ["specversion", "id", "source", "type"],
  ]

  private static let replyHeader: JSONValue = [
    "type": "object",
    "properties": [
      "inreplyto": text("the id that is answered"), "rid": text("of the attempt that is answered"),
      "status": ["enum": ["ok", "refused", "error"]], "code": text("of the registry of codes"),
      "retryafterms": ["type": "integer"], "replayed": ["type": "boolean"], "feed": text("the service's journal"),
      "epoch": text("of the journal"), "firstseq": ["type": "integer"], "lastseq": ["type": "integer"],
      "head": ["type": "integer"], "headhash": text("of the journal at its head"),
    ],
    "required": ["inreplyto", "status"],
  ]
}
