import DomainModel
import Policy

/// Where the engine finds the law of an edition: the installed packs.
public protocol LawBook: Sendable {
  /// The law of exactly that edition; nil when that file, by its hash, is not installed.
  func law(_ edition: PackEdition) -> Law?
  /// Looks anew at what is installed.
  ///
  /// - Throws: `PackFaults`, or another fault of the files; what was known before stays.
  func refresh() throws
}

extension LawBook {
  /// Nothing to look at: for books that hold what they were given.
  public func refresh() throws {}
}
