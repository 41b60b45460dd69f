import DomainModel
import Foundation

/// Writes what the program declares as JSON Schemas (draft 2020-12): the documents that other departments build on. The
/// same program always writes the same bytes.
public enum SchemaWriter {
  /// A file and what stands in it.
  public struct File: Hashable, Sendable {
    /// Relative to the folder: `voting/close-round.v1.json`.
    public let path: String
    public let text: String
  }

  /// One file for each message, `index.json` over all of them, `asyncapi.json`, and `refusals.json` with every refusal's
  /// sentences. What is said about documents stands apart in `index.json`: no service owns it, and some of it is bytes.
  public static func files() throws -> [File] {
    var files: [File] = []
    var index: [JSONValue] = []
    func add(_ type: any Message.Type, _ kind: String, _ schema: JSONValue, _ extra: [JSONValue.Member]) {
      let file = path(of: type)
      files.append(File(path: file, text: schema.text + "\n"))
      index.append(
        .object(
          [
            .init("type", .string(type.wireType)), .init("kind", .string(kind)),
            .init("service", .string(type.service.rawValue)), .init("file", .string(file)),
            .init("zh", .string(MessageSummary.of(type.name)?.zh ?? "")),
            .init("en", .string(MessageSummary.of(type.name)?.en ?? "")),
          ] + extra))
    }
    for contract in Catalogue.contracts {
      for type in contract.commands {
        add(type, "command", try command(type), [.init("senders", roles(type.senders))])
      }
      for type in contract.events {
        add(
          type, "event", try event(type),
          [
            .init("readers", readers(type.readers)), .init("critical", .bool(type.isCritical)),
            .init("withdrawable", .bool(type.isWithdrawable)),
          ])
      }
      for type in contract.queries { add(type, "query", try query(type), [.init("askers", roles(type.askers))]) }
    }
    var documents: [JSONValue] = []
    for message in DocumentMessage.allCases {
      if let path = message.path, let schema = try message.schema() { files.append(File(path: path, text: schema.text + "\n")) }
      documents.append(
        .object(
          [.init("type", .string(message.rawValue))] + (message.path.map { [.init("file", .string($0))] } ?? []) + [
            .init("zh", .string(message.summary.zh)), .init("en", .string(message.summary.en)),
          ]))
    }
    let top: JSONValue = [
      "protocol": "JG1", "version": .string(Version.current), "messages": .array(index), "documents": .array(documents),
    ]
    files.append(File(path: "index.json", text: top.text + "\n"))
    files.append(try AsyncAPIWriter.file())
    files.append(File(path: "refusals.json", text: refusals().text + "\n"))
    return files.sorted { $0.path < $1.path }
  }

  /// `voting/close-round.v1.json`
  public static func path(of type: any Message.Type) -> String {
    let name = type.name.rawValue.dropFirst(type.service.rawValue.count + 1)
    return "\(type.service.rawValue)/\(name).v\(type.version).json"
  }

  // MARK: Messages

  private static func command<C: Command>(_ type: C.Type) throws -> JSONValue {
    try document(
      type, "command", isClosed: true,
      definitions: [.init("reply", schema(Schema.of(C.Reply.self), isClosed: false))])
  }

  private static func query<Q: Query>(_ type: Q.Type) throws -> JSONValue {
    try document(
      type, "query", isClosed: true, definitions: [.init("answer", schema(Schema.of(Q.Answer.self), isClosed: false))])
  }

  private static func event<E: Event>(_ type: E.Type) throws -> JSONValue {
    try document(type, "event", isClosed: false, definitions: [.init("envelope", envelope(type))])
  }

  private static func document<M: Message>(
    _ type: M.Type, _ kind: String, isClosed: Bool, definitions: [JSONValue.Member]
  ) throws -> JSONValue {
    guard case .object(let body) = schema(Schema.of(M.self), isClosed: isClosed) else {
      preconditionFailure("a message is an object: \(M.name)")
    }
    return .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("$id", .string("urn:jiugai:schema:\(M.wireType)")), .init("title", .string(M.name.rawValue)),
        .init("$comment", .string("\(kind) of \(M.service.rawValue), version \(M.version)")),
      ] + body + [
        .init("examples", .array([try JSONValue(encoding: M.example)])), .init("$defs", .object(definitions)),
      ])
  }

  /// An event as it stands on the feed: a structured CloudEvent around the body.
  private static func envelope(_ type: any Event.Type) -> JSONValue {
    func of(_ described: any SchemaDescribing.Type) -> JSONValue { schema(described.schema, isClosed: false) }
    func text(_ longest: Int64) -> JSONValue { ["type": "string", "minLength": 1, "maxLength": .integer(longest)] }
    let own: [(String, JSONValue, Bool)] = [
      ("specversion", ["const": "1.0"], true), ("id", text(80), true),
      ("source", ["const": .string("urn:jiugai:\(type.service.rawValue)")], true),
      ("type", ["const": .string(type.wireType)], true), ("subject", text(80), true),
      ("time", of(Instant.self), true), ("datacontenttype", ["const": "application/json"], true),
      ("sequence", ["type": "integer", "minimum": 1], true), ("effectiveon", of(BusinessDate.self), true),
      ("organisation", of(OrganisationID.self), true), ("clerk", of(ClerkID.self), false),
      ("key", of(KeyFingerprint.self), false),
      ("causationid", text(200), true), ("project", of(ProjectID.self), false),
      ("critical", ["type": "boolean"], false),
      ("facts", ["type": "array", "items": schema(Schema.of(FactStatement.self), isClosed: false)], false),
      ("edition", schema(Schema.of(PackEdition.self), isClosed: false), false),
      ("receipt", schema(Schema.of(Receipt.self), isClosed: false), false), ("data", ["$ref": "#"], true),
    ]
    return [
      "type": "object", "properties": .object(own.map { .init($0.0, $0.1) }),
      "required": .array(own.filter(\.2).map { .string($0.0) }),
    ]
  }

  // MARK: Shapes

  /// - Parameter isClosed: whether unknown members are refused, as services do with what they are sent. What they send
  ///   may grow: readers pass over what they do not know.
  static func schema(_ shape: Schema, isClosed: Bool) -> JSONValue {
    switch shape {
    case .string(let pattern, let least, let most, let values, let format, let description):
      var members: [JSONValue.Member] = [.init("type", "string")]
      if let values { members.append(.init("enum", .array(values.map { .string($0) }))) }
      if let pattern { members.append(.init("pattern", .string(pattern))) }
      if let least { members.append(.init("minLength", .integer(Int64(least)))) }
      if let most { members.append(.init("maxLength", .integer(Int64(most)))) }
      if let format { members.append(.init("format", .string(format))) }
      if let description { members.append(.init("description", .string(description))) }
      return .object(members)
    case .integer(let least, let most):
      var members: [JSONValue.Member] = [.init("type", "integer")]
      if least > .min { members.append(.init("minimum", .integer(Int64(least)))) }
      if most < .max { members.append(.init("maximum", .integer(Int64(most)))) }
      return .object(members)
    case .boolean: return ["type": "boolean"]
    case .array(let element, let most):
      var members: [JSONValue.Member] = [.init("type", "array"), .init("items", schema(element, isClosed: isClosed))]
      if most < .max { members.append(.init("maxItems", .integer(Int64(most)))) }
      return .object(members)
    case .object(let properties):
      var members: [JSONValue.Member] = [
        .init("type", "object"),
        .init("properties", .object(properties.map { .init($0.name, schema($0.schema, isClosed: isClosed)) })),
        .init("required", .array(properties.filter(\.isRequired).map { .string($0.name) })),
      ]
      if isClosed { members.append(.init("additionalProperties", false)) }
      return .object(members)
    case .oneOf(let shapes):
      // The alternatives are told apart by their members, so each is closed whatever surrounds it.
      return ["oneOf": .array(shapes.map { schema($0, isClosed: true) })]
    }
  }

  // MARK: Lists

  private static func roles(_ roles: Set<Role>) -> JSONValue {
    .array(Role.allCases.filter(roles.contains).map { .string($0.rawValue) })
  }

  private static func readers(_ readers: Readers) -> JSONValue {
    switch readers {
    case .own: "own"
    case .services: "services"
    case .roles(let admitted): roles(admitted)
    }
  }

  private static func refusals() -> JSONValue {
    func list(_ codes: [RefusalCode]) -> JSONValue {
      .array(
        codes.sorted { $0.code < $1.code }.map { refusal -> JSONValue in
          [
            "code": .string(refusal.code.rawValue), "retry": .string(refusal.retry.rawValue), "zh": .string(refusal.zh),
            "en": .string(refusal.en),
          ]
        })
    }
    return .object(
      [.init("common", list(RefusalCode.common))]
        + Catalogue.contracts.map { .init($0.service.rawValue, list($0.ownRefusals)) })
  }
}
