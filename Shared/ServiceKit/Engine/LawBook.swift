import DomainModel
import Policy

/// Where the engine finds the law of an edition: the installed packs.
public protocol LawBook: Sendable {
  /// The law of exactly that edition; nil when that file, by its hash, is not installed.
  func law(_ edition: PackEdition) -> Law?
}
