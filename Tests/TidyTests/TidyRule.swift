import Testing

/// A rule of style over one file at a time. It names what to do instead, and carries a sample that breaks it and one that
/// keeps it, so that a rule which can no longer fail is found.
struct TidyRule: Sendable, CustomTestStringConvertible {
  struct Breach: Equatable {
    /// Counted from 1; 0 for the file as a whole.
    let line: Int
    let what: String
  }

  let name: String
  let instead: String
  /// Which files it is for, by path.
  let covers: @Sendable (String) -> Bool
  let breaches: @Sendable (SourceFile) -> [Breach]
  let broken: SourceFile
  let kept: SourceFile

  var testDescription: String { name }

  static let all = bans + shapes + imports + documentation
}

extension TidyRule {
  @Sendable static func isOurSwift(_ path: String) -> Bool { path.hasSuffix(".swift") }

  /// What runs in a service or a tool, as opposed to what tries it.
  @Sendable static func isProduct(_ path: String) -> Bool {
    path.hasSuffix(".swift") && !path.hasPrefix("Tests/") && path != "Package.swift"
  }
}
