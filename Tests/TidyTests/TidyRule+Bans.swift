import Foundation

extension TidyRule {
  static let bans: [TidyRule] = [
    TidyRule(
      name: "nothing is forced",
      instead: "use try, try? or guard let; for a fault of the program itself, preconditionFailure with a sentence",
      covers: isProduct,
      breaches: { file in
        let words = SwiftWords(file.text)
        let bans = [
          ["try", "!"], ["as", "!"], ["fatalError", "("], ["@", "unchecked"], ["nonisolated", "(", "unsafe", ")"],
        ]
        return bans.flatMap { ban in
          words.places(of: ban).map { Breach(line: words.words[$0].line, what: ban.joined()) }
        }
      },
      broken: SourceFile("Services/Voting/Sample.swift", "let roll = try! read()"),
      kept: SourceFile("Services/Voting/Sample.swift", "// try! would end the service\nlet isThere = try !read().isEmpty")),
    TidyRule(
      name: "no floating point near the law",
      instead: "use Money, Area, Share or Int64; a share is compared by cross-multiplication",
      covers: { path in
        path.hasSuffix(".swift")
          && ["Shared/DomainModel/", "Shared/Policy/", "Services/Funding/", "Services/Voting/"].contains { path.hasPrefix($0) }
      },
      breaches: { file in
        let words = SwiftWords(file.text).words
        // A decoder has to name the types that it refuses to read.
        let refused = Set(
          words.indices.dropLast(2).filter {
            isFloat(words[$0].text) && words[$0 + 1].text == "." && words[$0 + 2].text == "Type"
          }.map { words[$0].line })
        return words.filter { isFloat($0.text) && !refused.contains($0.line) }.map { Breach(line: $0.line, what: $0.text) }
      },
      broken: SourceFile("Shared/Policy/Sample.swift", "func portion() -> Double { 2 / 3 }"),
      kept: SourceFile("Shared/Policy/Sample.swift", "func decode(_ type: Double.Type) throws -> Double { throw Refused() }")),
    TidyRule(
      name: "nothing is left for another day",
      instead: "finish it, or leave it out and say so in the pull request",
      covers: { path in
        [".swift", ".md", ".yaml", ".sh", ".py"].contains { path.hasSuffix($0) } || path.hasPrefix("deploy/")
      },
      breaches: { file in
        file.lines.enumerated().flatMap { number, line -> [Breach] in
          let words = line.split { !($0.isLetter || $0.isNumber) }
          var found = words.filter { shouted.contains(String($0)) || whispered.contains($0.lowercased()) }.map(String.init)
          for (one, two) in zip(words, words.dropFirst()) where one.lowercased() == "for" && two.lowercased() == "now" {
            found.append("\(one) \(two)")
          }
          return found.map { Breach(line: number + 1, what: $0) }
        }
      },
      broken: SourceFile("Shared/Policy/Sample.swift", "// \("TO" + "DO"): the other half"),
      kept: SourceFile("Shared/Policy/Sample.swift", "// To do it at once would lock the door; for nowhere else asks.")),
    TidyRule(
      name: "no path of one machine",
      instead: "write paths relative to the checkout, or take them from a setting",
      covers: { _ in true },
      breaches: { file in paths(in: file, below: machineFolder) },
      broken: SourceFile("deploy/sample", "cd \(machineFolder)/elsewhere"),
      kept: SourceFile("deploy/sample", "cd \"$root\" # not ./nested\(machineFolder)/elsewhere")),
  ]

  private static func isFloat(_ word: String) -> Bool { word == "Double" || word == "Float" }

  // Put together, so that this file keeps its own rule.
  private static let shouted: Set<String> = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
  private static let whispered: Set<String> = ["st" + "ub", "st" + "ubs", "place" + "holder", "place" + "holders"]

  /// The folder that the checkout stands in, or the checkout itself where that folder is one that every machine has.
  private static let machineFolder: String = {
    let parent = Checkout.folder.deletingLastPathComponent().path
    let usual: Set<String> = ["/", "/home", "/opt", "/root", "/srv", "/tmp", "/usr", "/usr/src", "/var", "/var/lib", "/var/tmp"]
    return usual.contains(parent) ? Checkout.folder.path : parent
  }()

  private static func paths(in file: SourceFile, below folder: String) -> [Breach] {
    file.lines.enumerated().compactMap { number, line in
      var rest = line[...]
      while let found = rest.range(of: folder + "/") {
        let before = found.lowerBound > line.startIndex ? line[line.index(before: found.lowerBound)] : " "
        if !before.isLetter, !before.isNumber, !"._-/".contains(before) { return Breach(line: number + 1, what: folder) }
        rest = line[found.upperBound...]
      }
      return nil
    }
  }
}
