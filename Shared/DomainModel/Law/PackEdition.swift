/// Which edition of a city's rules: pack, edition and the SHA-256 of the file, so that two machines cannot mean two
/// texts by one name.
public struct PackEdition: Codable, Hashable, Sendable {
  public let pack: Identifier<SlugKind>
  /// `2024-1`.
  public let edition: Identifier<SlugKind>
  public let sha256: DocumentHash
  /// Which edition of our own defaults fills what the pack leaves silent. Left out in a command: the one now in force;
  /// in a record of before editions of the defaults were pinned: the first one there was.
  public let defaults: DefaultsEdition?

  public init(
    pack: Identifier<SlugKind>, edition: Identifier<SlugKind>, sha256: DocumentHash, defaults: DefaultsEdition? = nil
  ) {
    self.pack = pack
    self.edition = edition
    self.sha256 = sha256
    self.defaults = defaults
  }

  /// The same pack file, with other defaults beside it.
  public func with(_ defaults: DefaultsEdition?) -> PackEdition {
    PackEdition(pack: pack, edition: edition, sha256: sha256, defaults: defaults)
  }
}

/// Which edition of our own defaults: its name and the SHA-256 of its file.
public struct DefaultsEdition: Codable, Hashable, Sendable {
  /// `2024-1`.
  public let edition: Identifier<SlugKind>
  public let sha256: DocumentHash

  public init(edition: Identifier<SlugKind>, sha256: DocumentHash) {
    self.edition = edition
    self.sha256 = sha256
  }
}
