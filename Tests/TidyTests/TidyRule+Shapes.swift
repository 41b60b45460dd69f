import Foundation

extension TidyRule {
  static let longest = 500

  static let shapes: [TidyRule] = [
    TidyRule(
      name: "no file outgrows \(longest) lines",
      instead: "split it by thing, each part in a file of its own name",
      covers: isOurSwift,
      breaches: { file in
        let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        return count > longest ? [Breach(line: 0, what: "\(count) lines")] : []
      },
      broken: SourceFile("Shared/Policy/Sample.swift", String(repeating: "\n", count: longest + 1)),
      kept: SourceFile("Shared/Policy/Sample.swift", String(repeating: "\n", count: longest))),
    TidyRule(
      name: "a file is named after what it declares",
      instead: """
        name it after its type (Round.swift), the type it extends and why (Round+Folds.swift), its command \
        (CloseRound.swift holds CloseRoundDecision), or the noun that its types share (RollMessages.swift, ProjectItems.swift)
        """,
      covers: { path in
        path.hasSuffix(".swift") && !path.hasSuffix("/main.swift") && path != "Package.swift"
      },
      breaches: { file in
        let declared = declaredNames(in: file)
        return isNamed(file, after: declared)
          ? [] : [Breach(line: 0, what: "\(file.stem) declares \(declared.sorted().prefix(4).joined(separator: ", "))")]
      },
      broken: SourceFile("Shared/Policy/Sample.swift", "struct Round {}"),
      kept: SourceFile("Shared/Policy/Round+Folds.swift", "extension Round {}")),
  ]

  private static let kinds: Set<String> = ["struct", "class", "enum", "protocol", "actor", "typealias", "extension"]

  /// The names of the types that a file declares or extends.
  private static func declaredNames(in file: SourceFile) -> Set<String> {
    let words = SwiftWords(file.text).words
    var names: Set<String> = []
    for index in words.indices.dropLast() where kinds.contains(words[index].text) {
      // `any Decodable.Type`, `case class` and the like are followed by a sign, a declaration by a name.
      guard words[index + 1].text.first?.isLetter == true else { continue }
      names.insert(words[index + 1].text)
      // `extension Law.Terms`: the last part counts as well.
      var next = index + 2
      while next + 1 < words.count, words[next].text == ".", words[next + 1].text.first?.isLetter == true {
        names.insert(words[next + 1].text)
        next += 2
      }
    }
    return names
  }

  private static func isNamed(_ file: SourceFile, after declared: Set<String>) -> Bool {
    let subject = String(file.stem.prefix { $0 != "+" })
    if declared.contains(subject) || declared.contains(subject + "Decision") { return true }
    let ending = words(in: subject).last ?? subject
    if file.path.hasPrefix("Shared/Contracts/"),
      ["Messages", "Commands", "Queries", "Refusals", "Terms", "Parts"].contains(ending)
    {
      return true
    }
    // Several small things of one noun: `ProjectItems` holds `RollItem`, `RoundItem` and more.
    guard ending.hasSuffix("s") else { return false }
    return declared.count { $0.hasSuffix(ending.dropLast()) } > 1
  }

  /// `VotingVectorTests` is Voting, Vector, Tests.
  private static func words(in name: String) -> [String] {
    name.reduce(into: [String]()) { words, letter in
      if letter.isUppercase || words.isEmpty { words.append("") }
      words[words.count - 1].append(letter)
    }
  }
}
