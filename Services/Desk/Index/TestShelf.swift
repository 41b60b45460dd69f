import Foundation

/// The sources of the tests, to find which of them speak of a rule or a parameter.
struct TestShelf {
  struct Suite {
    /// `PolicyTests/VoteVectorTests`
    let name: String
    let text: String
    /// Words with points and hyphens in them: `voting.quorum-area`, `.rounds.plan`.
    fileprivate let words: Set<Substring>
    /// Each word from each of its points on: `rounds.plan.quorum`, `plan.quorum`, `quorum`.
    fileprivate let tails: Set<Substring>
  }

  let suites: [Suite]

  /// - Parameter folder: the folder `Tests` of a checkout.
  init(folder: URL) {
    var suites: [Suite] = []
    for target in TestShelf.names(folder) where target.hasSuffix("Tests") {
      for file in TestShelf.names(folder.appendingPathComponent(target)) where file.hasSuffix("Tests.swift") {
        guard let text = try? String(contentsOf: folder.appendingPathComponent("\(target)/\(file)"), encoding: .utf8)
        else { continue }
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
        suites.append(
          Suite(
            name: "\(target)/\(file.dropLast(6))", text: text, words: words, tails: Set(words.flatMap(TestShelf.tails))))
      }
    }
    self.suites = suites
  }

  /// The suites that name a rule.
  func suites(ofRule rule: String) -> [String] { suites.filter { $0.words.contains(Substring(rule)) }.map(\.name) }

  /// The suites that name a parameter, by its own key where that is a word of its own, else with the key above it.
  func suites(ofParameter path: String) -> [String] {
    let keys = path.split(separator: ".")
    guard let last = keys.last else { return [] }
    let isTelling = last.contains { $0.isUppercase }
    guard isTelling || keys.count > 1 else { return [] }
    let end = isTelling ? last : "\(keys[keys.count - 2]).\(last)"
    return suites.filter { $0.tails.contains(end) }.map(\.name)
  }

  private static func tails(_ word: Substring) -> [Substring] {
    guard word.contains(".") else { return [word] }
    return [word] + word.indices.filter { word[$0] == "." }.map { word[word.index(after: $0)...] }
  }

  /// Whether a suite holds a test whose title begins so.
  func holds(_ test: String) -> Bool {
    guard let colon = test.range(of: ": ") else { return false }
    let (name, title) = (test[..<colon.lowerBound], test[colon.upperBound...])
    return suites.contains { $0.name == name && $0.text.contains("\"\(title)") }
  }

  /// The source of the test whose title begins so, up to the next test; nil where there is none.
  func body(of test: String) -> String? {
    guard let colon = test.range(of: ": ") else { return nil }
    let (name, title) = (test[..<colon.lowerBound], test[colon.upperBound...])
    guard let text = suites.first(where: { $0.name == name })?.text, let start = text.range(of: "\"\(title)") else {
      return nil
    }
    let rest = text[start.lowerBound...]
    return String(rest[..<(rest.range(of: "@Test")?.lowerBound ?? rest.endIndex)])
  }

  private static func names(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
