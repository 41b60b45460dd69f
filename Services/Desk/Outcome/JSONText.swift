import Contracts
import DomainModel
import Terminal

/// An answer as people read it: names and values, deeper things indented, lists of like things as tables.
struct JSONText {
  let language: Language
  private let width: Int

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
  }

  func text(_ value: JSONValue) -> String { lines(value, indent: 0).joined(separator: "\n") }

  private func lines(_ value: JSONValue, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    switch value {
    case .object(let members) where members.isEmpty: return [blanks + (language == .zh ? "（无内容）" : "(nothing)")]
    case .object(let members): return object(members, indent)
    case .array(let elements) where elements.isEmpty: return [blanks + (language == .zh ? "（无）" : "(none)")]
    case .array(let elements):
      if let table = table(elements, indent) { return table }
      return elements.flatMap { element -> [String] in
        guard case .object = element else { return [blanks + "- " + scalar(element)] }
        var inner = lines(element, indent: indent + 2)
        if let first = inner.first { inner[0] = blanks + "- " + first.dropFirst(indent + 2) }
        return inner
      }
    default: return [blanks + scalar(value)]
    }
  }

  private func object(_ members: [JSONValue.Member], _ indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    let names = members.map { Words.name($0.name, language) }
    let widest = zip(names, members).filter { JSONText.isScalar($0.1.value) }.map { TextWidth.of($0.0) }.max() ?? 0
    return zip(names, members).flatMap { name, member -> [String] in
      if JSONText.isScalar(member.value) {
        return [blanks + Style.quiet.paint(TextWidth.padded(name, to: widest)) + "  " + scalar(member.value)]
      }
      return [blanks + Style.heading.paint(name)] + lines(member.value, indent: indent + 2)
    }
  }

  /// Objects of plain members that are alike stand in a table.
  private func table(_ elements: [JSONValue], _ indent: Int) -> [String]? {
    var names: [String] = []
    for element in elements {
      guard case .object(let members) = element, members.count <= 8, members.allSatisfy({ JSONText.isScalar($0.value) })
      else { return nil }
      for member in members where !names.contains(member.name) { names.append(member.name) }
    }
    guard !names.isEmpty, names.count <= 8 else { return nil }
    var table = Table(names.map { .init(Words.name($0, language)) })
    for element in elements { table.add(names.map { .init(element[$0].map(scalar) ?? "") }) }
    return table.lines(width: width - indent).map { String(repeating: " ", count: indent) + $0 }
  }

  /// A typed value (`{"money": "5.00"}`) and a name in two languages read as one word.
  private func scalar(_ value: JSONValue) -> String {
    switch value {
    case .null: return "—"
    case .bool(let flag): return language == .zh ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .integer(let number): return String(number)
    case .string(let text): return TextWidth.safe(text)
    case .object(let members):
      if let zh = value["zh"], let en = value["en"] {
        let code = value["code"].map { scalar($0) + " " } ?? ""
        return code + scalar(language == .zh ? zh : en)
      }
      return members.first.map { scalar($0.value) } ?? ""
    case .array(let elements): return elements.map(scalar).joined(separator: language == .zh ? "、" : ", ")
    }
  }

  private static let typed: Set<String> = ["flag", "count", "money", "area", "share", "date", "code"]

  private static func isScalar(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let members):
      members.count == 1 && typed.contains(members[0].name) && isScalar(members[0].value)
        || (members.count <= 3 && value["zh"] != nil && value["en"] != nil)
    case .array(let elements):
      !elements.isEmpty && elements.count <= 6
        && elements.allSatisfy { if case .object = $0 { false } else if case .array = $0 { false } else { true } }
    default: true
    }
  }
}
