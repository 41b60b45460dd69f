import DomainModel
import Policy

/// Where the engine finds the law of an edition: the installed packs.
public protocol LawBook: Sendable {
  /// The law of exactly that edition; nil when that file, by its hash, is not installed.
  func law(_ edition: PackEdition) -> Law?
  /// The law of that pack edition with our defaults now in force; nil when the pack is not installed.
  func latest(_ edition: PackEdition) -> Law?
  /// Looks anew at what is installed.
  ///
  /// - Throws: `PackFaults`, or another fault of the files; what was known before stays.
  func refresh() throws
  /// Every edition that is installed, with the defaults now in force.
  var editions: [PackEdition] { get }
}

extension LawBook {
  /// Where there are no further defaults, those that the edition names.
  public func latest(_ edition: PackEdition) -> Law? { law(edition) }

  /// None to tell of, for books that were given single laws.
  public var editions: [PackEdition] { [] }

  /// Nothing to look at: for books that hold what they were given.
  public func refresh() throws {}
}
