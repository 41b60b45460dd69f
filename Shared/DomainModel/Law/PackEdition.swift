/// Which edition of a city's rules: pack, edition and the SHA-256 of the file, so that two machines cannot mean two
/// texts by one name.
public struct PackEdition: Codable, Hashable, Sendable {
  public let pack: Identifier<SlugKind>
  /// `2024-1`.
  public let edition: Identifier<SlugKind>
  public let sha256: DocumentHash

  public init(pack: Identifier<SlugKind>, edition: Identifier<SlugKind>, sha256: DocumentHash) {
    self.pack = pack
    self.edition = edition
    self.sha256 = sha256
  }
}
