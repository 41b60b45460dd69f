import Foundation
import Testing

/// A file of the repository: where it stands and what it says.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// Relative to the checkout, `Services/Voting/VotingService.swift`.
  let path: String
  let text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  var testDescription: String { path }
  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The file's name without folders and extension, `RoundReport`.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
