import Contracts
import DomainModel
import Foundation
import Messaging

/// A command or query that passed every check that can be made before it is sent.
struct PreparedMessage: Sendable {
  let service: ServiceName
  let name: String
  /// `jiugai.voting.close-round.v1`
  let type: String
  let subject: String
  let body: Data
}

/// Finds messages by name and makes bodies ready to be sent.
enum MessageBook {
  /// The command of that name; the service before the point may be left out where only one service has it.
  static func command(_ name: String) throws -> any Command.Type {
    try find(name, in: Contracts.Catalogue.commands, zh: "命令", en: "command", list: "jiugai send --list") {
      $0.name.rawValue
    }
  }

  static func query(_ name: String) throws -> any Query.Type {
    try find(name, in: Contracts.Catalogue.queries, zh: "查询", en: "query", list: "jiugai query --list") {
      $0.name.rawValue
    }
  }

  static func prepare<C: Command>(_ type: C.Type, _ body: Data, project: ProjectID?) throws -> PreparedMessage {
    let command: C = try decode(type, body, project)
    return PreparedMessage(
      service: C.service, name: C.name.rawValue, type: C.wireType, subject: command.subject, body: try encode(command))
  }

  static func prepare<Q: Query>(_ type: Q.Type, _ body: Data, project: ProjectID?) throws -> PreparedMessage {
    let query: Q = try decode(type, body, project)
    return PreparedMessage(
      service: Q.service, name: Q.name.rawValue, type: Q.wireType, subject: query.subject, body: try encode(query))
  }

  /// Told before anything is stored or sent; the pack of a project may narrow it further, which the service knows.
  static func check(_ role: Role, maySend type: any Command.Type) throws {
    guard !type.senders.contains(role) else { return }
    let known = Role.allCases.filter(type.senders.contains)
    throw DeskFault.rejected(
      "NOT_AUTHORISED",
      zh: "“\(role.zh)”不能发送 \(type.name)；可以发送的是：\(known.map { "\($0.zh)（\($0.rawValue)）" }.joined(separator: "、"))。",
      en: "\(role.rawValue) may not send \(type.name); these may: \(known.map(\.rawValue).joined(separator: ", ")).")
  }

  /// The example of a message as JSON, its members in the order of the declaration.
  static func example<M: Message>(_ type: M.Type) throws -> JSONValue {
    try JSONValue(encoding: M.example).ordered(by: Schema.of(M.self))
  }

  private static func find<T>(
    _ name: String, in all: [T], zh: String, en: String, list: String, _ label: (T) -> String
  ) throws -> T {
    if let exact = all.first(where: { label($0) == name }) { return exact }
    let short = all.filter { label($0).hasSuffix(".\(name)") }
    if short.count == 1 { return short[0] }
    let names = short.isEmpty ? [NearestWord.to(name, among: all.map(label))].compactMap { $0 } : short.map(label)
    let hint = names.joined(separator: ", ")
    throw DeskFault.usage(
      "unknown-\(en)", zh: "没有名为“\(name)”的\(zh)\(hint.isEmpty ? "" : "，是否指 \(hint)")。用 \(list) 查看全部。",
      en: "There is no \(en) \(name)\(hint.isEmpty ? "" : "; did you mean \(hint)?") See \(list).")
  }

  /// Checks the body three times, from the outside in: as JSON of the wire, against the shape, and by the type itself.
  private static func decode<M: Message>(_ type: M.Type, _ body: Data, _ project: ProjectID?) throws -> M {
    do throws(StrictJSONError) { try StrictJSON.check(body) } catch {
      throw DeskFault.rejected(
        "malformed", zh: "内容不是合格的 JSON（第 \(error.offset) 字节）：\(error.code)。", en: "\(error)",
        fields: [BodyFault(pointer: error.pointer, zh: error.code, en: error.code)])
    }
    let schema = Schema.of(M.self)
    var value = try JSONValue(data: body)
    if let project, case .object(let members) = value, value["project"] == nil, schema.hasProperty("project") {
      value = .object(members + [.init("project", .string(project.rawValue))])
    }
    let faults = SchemaCheck.faults(of: value, against: schema)
    guard faults.isEmpty else { throw invalid(M.name.rawValue, faults) }
    do {
      return try JSONDecoder().decode(M.self, from: Data(value.line.utf8))
    } catch let DecodingError.dataCorrupted(context) {
      let pointer = context.codingPath.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
      throw invalid(
        M.name.rawValue, [BodyFault(pointer: pointer, zh: context.debugDescription, en: context.debugDescription)])
    }
  }

  private static func invalid(_ name: String, _ faults: [BodyFault]) -> DeskFault {
    .rejected(
      "schema-invalid", zh: "\(name) 的内容有 \(faults.count) 处不符，尚未发送；--example 可看样例。",
      en: "The body of \(name) is wrong in \(faults.count) places and was not sent; --example shows one.",
      fields: faults)
  }

  private static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

extension Schema {
  func hasProperty(_ name: String) -> Bool {
    if case .object(let properties) = self { properties.contains { $0.name == name } } else { false }
  }
}

extension JSONValue {
  /// The same value with members in the order in which the type declares them; unknown ones last.
  func ordered(by schema: Schema) -> JSONValue {
    switch (self, schema) {
    case (.object(let members), .object(let properties)):
      let known = properties.compactMap { property in
        self[property.name].map { Member(property.name, $0.ordered(by: property.schema)) }
      }
      return .object(known + members.filter { member in !properties.contains { $0.name == member.name } })
    case (.array(let elements), .array(let element, _)): return .array(elements.map { $0.ordered(by: element) })
    default: return self
    }
  }
}
