import Foundation

extension TidyRule {
  /// Part of every toolchain; no manifest names them.
  private static let toolchain: Set<String> = [
    "Dispatch", "Foundation", "FoundationNetworking", "Glibc", "PackageDescription", "Swift", "Synchronization", "Testing",
  ]
  private static let services: Set<String> = ["Intake", "Voting", "Funding", "Approvals", "Supervision"]

  static let imports: [TidyRule] = [
    TidyRule(
      name: "a file imports what its target declares",
      instead: "add the dependency to the target in Package.swift, or do without",
      covers: { Manifest.here.module(of: $0) != nil && $0.hasSuffix(".swift") },
      breaches: { file in
        guard let module = Manifest.here.module(of: file.path) else { return [] }
        return importedModules(in: file).filter {
          !toolchain.contains($0.name) && !module.dependencies.contains($0.name) && $0.name != module.name
        }.map { Breach(line: $0.line, what: "\(module.name) does not declare \($0.name)") }
      },
      broken: SourceFile("Services/Voting/Sample.swift", "import GRDB"),
      kept: SourceFile("Services/Voting/Sample.swift", "import struct Foundation.Data\nimport ServiceKit")),
    TidyRule(
      name: "no service imports another",
      instead: "let the other service state a fact, or follow its event with a reaction",
      covers: { path in path.hasSuffix(".swift") && services.contains { path.hasPrefix("Services/\($0)/") } },
      breaches: { file in
        let own = file.path.split(separator: "/").dropFirst().first.map(String.init)
        return importedModules(in: file).filter { services.contains($0.name) && $0.name != own }
          .map { Breach(line: $0.line, what: $0.name) }
      },
      broken: SourceFile("Services/Voting/Sample.swift", "import Funding"),
      kept: SourceFile("Services/Voting/Main/main.swift", "import Voting")),
    TidyRule(
      name: "the domain knows no sockets and no storage",
      instead: "move what needs them to ServiceKit; DomainModel and Policy are values and pure functions",
      covers: { path in
        path.hasSuffix(".swift") && (path.hasPrefix("Shared/DomainModel/") || path.hasPrefix("Shared/Policy/"))
      },
      breaches: { file in
        importedModules(in: file).filter { ["Messaging", "CZeroMQ", "FileStore", "GRDB", "ServiceKit"].contains($0.name) }
          .map { Breach(line: $0.line, what: $0.name) }
      },
      broken: SourceFile("Shared/Policy/Sample.swift", "@testable import FileStore"),
      kept: SourceFile("Shared/Policy/Sample.swift", "import DomainModel")),
  ]

  private static func importedModules(in file: SourceFile) -> [(name: String, line: Int)] {
    let words = SwiftWords(file.text).words
    return words.indices.filter { words[$0].text == "import" }.compactMap { index in
      let line = words[index].line
      let rest = words[(index + 1)...].prefix { $0.line == line }.map(\.text)
      let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
      return rest.first { !kinds.contains($0) }.map { ($0, line) }
    }
  }
}
