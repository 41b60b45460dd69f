import Foundation

extension TidyRule {
  static let documentation: [TidyRule] = [
    TidyRule(
      name: "what is public and shared is explained",
      instead: "write /// above it: what it is, its unit, the article or section it comes from",
      covers: { $0.hasPrefix("Shared/") && $0.hasSuffix(".swift") },
      breaches: { file in
        undocumented(in: file)
      },
      broken: SourceFile("Shared/Policy/Sample.swift", "public struct Quorum {\n  public func isReached() -> Bool { true }\n}"),
      kept: SourceFile(
        "Shared/Policy/Sample.swift", "/// How many must take part.\n@frozen\npublic struct Quorum {\n  struct Part {}\n}"))
  ]

  /// Public types and functions without a docstring directly above. What a protocol asks for is explained there: an
  /// identifier's kind, a message's `Reply` and `Answer`, the members of the standard protocols.
  static func undocumented(in file: SourceFile) -> [Breach] {
    let words = SwiftWords(file.text).words
    let lines = file.lines
    let kinds: Set<String> = ["struct", "class", "enum", "protocol", "actor", "func"]
    let modifiers: Set<String> = ["static", "final", "indirect", "mutating", "nonisolated", "override", "convenience", "prefix"]
    return words.indices.filter { words[$0].text == "public" }.compactMap { start in
      var index = start + 1
      while index < words.count, modifiers.contains(words[index].text) { index += 1 }
      guard index + 1 < words.count, kinds.contains(words[index].text) else { return nil }
      let rest = words[(index + 1)...].prefix { $0.line == words[index].line }.map(\.text)
      guard let name = rest.first, !witnesses.contains(name), kindProtocols.isDisjoint(with: rest) else { return nil }
      var above = words[start].line - 2
      while above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
      if above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("///") { return nil }
      return Breach(line: words[start].line, what: name)
    }
  }

  private static let witnesses: Set<String> = ["Reply", "Answer", "encode", "hash", "accepts", "<", "=", "index", "run"]
  private static let kindProtocols: Set<String> = ["IdentifierKind", "ProjectItem"]
}
