import Contracts
import DomainModel
import Foundation

/// What the fields of the messages mean, by the comments that stand beside their declarations, and which messages belong
/// together, by the files they are declared in. Read from the sources when the contract is published, so that a field is
/// explained in one place.
struct SourceNotes {
  /// A stored property as it is declared.
  private struct Field {
    let name: String
    let type: String
    let note: String
  }

  /// By the name of the type; fields in their order.
  private var types: [String: [Field]] = [:]
  /// The file that declares a type.
  private var homes: [String: String] = [:]

  /// - Parameter folders: where the declarations of messages and their values stand.
  init(folders: [URL]) throws {
    for folder in folders {
      for path in (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
      where path.hasSuffix(".swift") {
        read(try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8), from: path)
      }
    }
  }

  init(_ source: String) { read(source, from: "") }

  /// `notes.json`: `fields` has, message by message, each field that has a note by its path, `lines[].systemNumber`; those of a
  /// reply or answer under `voting.close-round#reply`. `together` names the other messages of the same matter.
  ///
  /// - Parameter paths: the fields of a message, or of its reply, as the wire knows them: what a value is made of inside is no
  ///   field.
  func json(_ messages: [any Message.Type], paths: (any Message.Type, _ isReply: Bool) -> Set<String>) -> JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ type: Any.Type, _ known: Set<String>) {
      let notes = notes(ofType: SourceNotes.plainName(type)).filter { known.contains($0.path) }
      if !notes.isEmpty { members.append(.init(key, .object(notes.map { .init($0.path, .string($0.note)) }))) }
    }
    func reply<C: Command>(_ type: C.Type) -> Any.Type { C.Reply.self }
    func answer<Q: Query>(_ type: Q.Type) -> Any.Type { Q.Answer.self }
    for message in messages {
      add(message.name.rawValue, message, paths(message, false))
      let more = "\(message.name)#reply"
      if let command = message as? any Command.Type { add(more, reply(command), paths(message, true)) }
      if let query = message as? any Query.Type { add(more, answer(query), paths(message, true)) }
    }
    return ["fields": .object(members.sorted { $0.name < $1.name }), "together": together(messages)]
  }

  private func together(_ messages: [any Message.Type]) -> JSONValue {
    var matters: [String: [String]] = [:]
    for message in messages {
      // All services' own are generic: they belong to everything.
      guard !String(reflecting: message as Any.Type).contains("<"),
        let home = homes[SourceNotes.plainName(message)]
      else { continue }
      matters[home, default: []].append(message.name.rawValue)
    }
    var members: [JSONValue.Member] = []
    for names in matters.values {
      for name in names where names.count > 1 {
        members.append(.init(name, .array(names.filter { $0 != name }.sorted().map { .string($0) })))
      }
    }
    return .object(members.sorted { $0.name < $1.name })
  }

  func notes(ofType name: String) -> [(path: String, note: String)] {
    var found: [(path: String, note: String)] = []
    collect(name, "", [name], &found)
    return found
  }

  private func collect(
    _ type: String, _ prefix: String, _ within: Set<String>, _ found: inout [(path: String, note: String)]
  ) {
    for field in types[type] ?? [] {
      if !field.note.isEmpty { found.append((prefix + field.name, field.note)) }
      let words = field.type.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.map(String.init)
      let isList = field.type.hasPrefix("[") || field.type.hasPrefix("Listing<")
      for word in words {
        guard let inner = resolved(word, in: type), !within.contains(inner) else { continue }
        collect(inner, prefix + field.name + (isList ? "[]." : "."), within.union([inner]), &found)
      }
    }
  }

  /// The type that a name means inside another type: its own first, then those around it.
  private func resolved(_ word: String, in type: String) -> String? {
    var scope = type.split(separator: ".").map(String.init)
    while true {
      let name = (scope + [word]).joined(separator: ".")
      if types[name] != nil { return name }
      if scope.popLast() == nil { return nil }
    }
  }

  /// `WithdrawRecord` of `Contracts.WithdrawRecord<Contracts.VotingContract>`, `OutboundReport.Attempt` of a nested type.
  private static func plainName(_ type: Any.Type) -> String {
    let whole = String(reflecting: type).prefix { $0 != "<" }
    return whole.split(separator: ".").dropFirst().joined(separator: ".")
  }

  // MARK: Reading

  /// A struct's own properties are those two blanks deeper than the line that opens it.
  private mutating func read(_ source: String, from path: String) {
    var open: [(name: String, depth: Int)] = []
    var note: [String] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == " " }.count
      let text = line.drop { $0 == " " }
      if text.hasPrefix("///") {
        note.append(text.dropFirst(3).trimmingCharacters(in: .whitespaces))
        continue
      }
      defer { note = [] }
      if text == "}" { open.removeAll { $0.depth == depth } }
      if let name = SourceNotes.declared("struct ", in: text) ?? SourceNotes.declared("extension ", in: text) {
        open.append((name, depth))
        if text.contains("struct ") { homes[open.map(\.name).joined(separator: ".")] = path }
      } else if let inner = open.last, depth == inner.depth + 2,
        let field = SourceNotes.field(text, note) {
        types[open.map(\.name).joined(separator: "."), default: []].append(field)
      }
    }
  }

  private static func declared(_ keyword: String, in line: Substring) -> String? {
    guard line.hasSuffix("{"), let place = line.range(of: keyword),
      line[..<place.lowerBound].allSatisfy({ $0.isLetter || $0 == " " })
    else { return nil }
    let name = line[place.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "." }
    return name.isEmpty ? nil : String(name)
  }

  private static func field(_ line: Substring, _ note: [String]) -> Field? {
    guard line.hasPrefix("public let "), let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[line.index(line.startIndex, offsetBy: 11)..<colon]
    return Field(
      name: String(name), type: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces),
      note: note.joined(separator: " "))
  }
}
