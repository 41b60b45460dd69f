import Foundation

/// What `Package.swift` declares, read from its text: no build tool runs in a test.
struct Manifest: Sendable {
  struct Module: Sendable, Equatable {
    let name: String
    let path: String
    /// Modules that its files may import, itself apart.
    let dependencies: Set<String>
    var isTests: Bool { name.hasSuffix("Tests") }
  }

  let modules: [Module]

  static let here = Manifest(Checkout.file("Package.swift")?.text ?? "")

  init(_ text: String) {
    let code = text.split(separator: "\n").filter { !$0.trimmingPrefix(while: { $0 == " " }).hasPrefix("//") }
      .joined(separator: "\n")
    guard let split = code.range(of: "let package = Package(") else {
      modules = []
      return
    }
    let names = Manifest.names(String(code[..<split.lowerBound]))
    modules = Manifest.calls(String(code[split.upperBound...])).flatMap { Manifest.modules($0, names) }
  }

  /// The module that a file belongs to: the one with the longest path above it.
  func module(of path: String) -> Module? {
    modules.filter { path.hasPrefix($0.path + "/") }.max { $0.path.count < $1.path.count }
  }

  // MARK: Reading

  private struct Call {
    let function: String
    let arguments: [(label: String, value: String)]

    func value(_ label: String) -> String? { arguments.first { $0.label == label }?.value }
    func plain(_ index: Int) -> String {
      let plain = arguments.filter { $0.label.isEmpty }
      return index < plain.count ? plain[index].value : ""
    }
  }

  /// `let crypto = …product(name: "Crypto", …)` and `let service: […] = ["DomainModel", …]`.
  private static func names(_ head: String) -> [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for line in head.split(separator: "\n") where line.hasPrefix("let ") {
      guard let mark = line.firstIndex(of: "=") else { continue }
      let name = line.dropFirst(4).prefix { $0.isLetter || $0.isNumber }
      let value = line[line.index(after: mark)...]
      if value.contains(".product(name:") {
        names[String(name)] = Set(literals(String(value)).prefix(1))
      } else if value.contains("[\"") {
        names[String(name)] = Set(literals(String(value)))
      }
    }
    return names
  }

  private static func modules(_ call: Call, _ names: [String: Set<String>]) -> [Module] {
    func literal(_ text: String) -> String { literals(text).first ?? "" }
    func list(_ text: String) -> Set<String> {
      let words = text.split { !($0.isLetter || $0.isNumber || $0 == "\"") }.filter { !$0.contains("\"") }
      return words.reduce(into: Set(literals(text))) { $0.formUnion(names[String($1)] ?? []) }
    }
    switch call.function {
    case "module":
      return [Module(name: literal(call.plain(0)), path: literal(call.value("at") ?? ""), dependencies: list(call.plain(1)))]
    case "program":
      let name = literal(call.plain(0))
      return [
        Module(name: name, path: "Services/\(name)", dependencies: list(call.plain(2))),
        Module(
          name: literal(call.plain(1)), path: "Services/\(name)/Main",
          dependencies: list(call.value("runtime") ?? "").union([name])),
      ]
    case "tests":
      let name = literal(call.plain(0)) + "Tests"
      return [Module(name: name, path: "Tests/\(name)", dependencies: list(call.plain(1)))]
    default:
      return [
        Module(
          name: literal(call.value("name") ?? call.plain(0)), path: literal(call.value("path") ?? ""),
          dependencies: list(call.value("dependencies") ?? ""))
      ]
    }
  }

  private static let functions = [
    "module", "program", "tests", ".target", ".executableTarget", ".testTarget", ".systemLibrary",
  ]

  private static func calls(_ body: String) -> [Call] {
    var calls: [Call] = []
    var rest = body[...]
    while let open = rest.firstIndex(of: "(") {
      let function = String(rest[..<open].reversed().prefix { $0.isLetter || $0 == "." }.reversed())
      guard functions.contains(function), let close = closing(rest, open) else {
        rest = rest[rest.index(after: open)...]
        continue
      }
      calls.append(Call(function: function, arguments: arguments(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return calls
  }

  private static func closing(_ text: Substring, _ open: String.Index) -> String.Index? {
    var depth = 0
    for index in text[open...].indices {
      if "([".contains(text[index]) { depth += 1 }
      if ")]".contains(text[index]) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private static func arguments(_ text: Substring) -> [(label: String, value: String)] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { part in
      let word = part.trimmingCharacters(in: .whitespacesAndNewlines)
      let label = word.prefix { $0.isLetter }
      guard !label.isEmpty, word.dropFirst(label.count).hasPrefix(":") else { return ("", word) }
      return (String(label), String(word.dropFirst(label.count + 1)))
    }
  }

  private static func literals(_ text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
