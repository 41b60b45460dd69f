import Contracts
import DomainModel
import Foundation

/// Unique marks in the place of everything personal, so that it can be searched for wherever the system wrote.
final class PlantedMarks {
  /// What every mark begins with; a name, phone or text that is written anywhere in the clear shows by it.
  static let beginning = "泄漏标记"
  /// Everything planted that must not be found, marks and numbers of their own form.
  private(set) var planted: [String] = []
  /// The commands whose personal fields were all planted.
  private(set) var commands: Set<String> = []
  private var count = 0

  /// A body with a mark in every personal field of its command. An object or list that is absent stays so.
  func plant(_ name: WireName, _ body: Data) throws -> Data {
    let personal = FieldClasses.personal(of: name)
    guard !personal.isEmpty else { return body }
    commands.insert(name.rawValue)
    var value = try JSONSerialization.jsonObject(with: body)
    for path in personal.keys.sorted() {
      value = set(value, path.split(separator: "/").map(String.init), name.rawValue + path)
    }
    return try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
  }

  func add(_ text: String) { planted.append(text) }

  /// The next mark, of at most 18 characters.
  func mark() -> String {
    count += 1
    let text = "\(PlantedMarks.beginning)\(100_000 + count)"
    planted.append(text)
    return text
  }

  private func set(_ value: Any, _ path: [String], _ field: String) -> Any {
    guard let first = path.first else { return planted(for: field, instead: value) }
    let name = first.replacing("[]", with: "")
    guard var object = value as? [String: Any] else { return value }
    let rest = Array(path.dropFirst())
    if first.hasSuffix("[]") {
      guard let list = object[name] as? [Any] else { return value }
      object[name] = list.map { set($0, rest, field) }
    } else if rest.isEmpty {
      object[name] = planted(for: field, instead: object[name])
    } else if let inner = object[name] {
      object[name] = set(inner, rest, field)
    }
    return object
  }

  private func planted(for field: String, instead old: Any?) -> Any {
    switch field {
    // A closed word cannot be marked; who it is said of is.
    case "funding.flag-hardship/kind": return old ?? "low-income"
    case "funding.flag-hardship/unit":
      count += 1
      planted.append("u-leak-mark-\(100_000 + count)")
      return "u-leak-mark-\(100_000 + count)"
    case "funding.register-account/number":
      count += 1
      planted.append("62284804027\(100_000 + count)")
      return "62284804027\(100_000 + count)"
    default: return mark()
    }
  }

  /// A copy of a city's samples with marks for the names of its roll, and the roll's own numbers as marks.
  func samples(from source: URL, to copy: URL) throws {
    try FileManager.default.copyItem(at: source, to: copy)
    let file = copy.appendingPathComponent("roll.csv")
    // A line end of Windows is one character, which is no "\n".
    var lines = try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let titles = lines[0].split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    var names: [String: String] = [:]
    for number in lines.indices.dropFirst() where !lines[number].isEmpty {
      var cells = lines[number].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let column = column("业主姓名", titles), !cells[column].isEmpty {
        let person = self.column("业主编号", titles).map { cells[$0] } ?? cells[column]
        let mark = names[person] ?? mark()
        names[person] = mark
        cells[column] = mark
      }
      for title in ["身份证号", "联系电话"] {
        guard let column = column(title, titles), cells[column].count > 9 else { continue }
        planted.append(cells[column].trimmingCharacters(in: .whitespacesAndNewlines))
      }
      lines[number] = Substring(cells.joined(separator: ","))
    }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  private func column(_ title: String, _ titles: [String]) -> Int? { titles.firstIndex { $0.hasSuffix(title) } }
}
