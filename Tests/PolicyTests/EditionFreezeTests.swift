import DomainModel
import Testing

@testable import Policy

@Suite("Editions are never edited")
struct EditionFreezeTests {
  /// Pack and edition → the SHA-256 of its file. Projects are pinned to these bytes.
  private static let frozen: [String: String] = [
    "ziyang/2020-1": "18398f7c5b22ad51d6d6100caf1203a1d2190a40964154d98987a8c94726e8ce",
    "yueqing/2024-1": "6e1c50d5b624844a6422d23d5b8ba3b3e42e99f78e3fdc893ee5f1e0e2e63963",
    "tiexi/2020-draft": "1c676f74865ad75509c6abb0f46906383d7693c308562e7f6400746eb073afd5",
    "sichuan/undated-1": "17d19cf385eb25298ae1976134b58ef3d423b443a2b838b4f218f6f516c62e74",
  ]

  @Test("keeps the bytes of every edition, and freezes every edition there is")
  func bytes() throws {
    for edition in try PackFolder.library().editions {
      let name = "\(edition.identity.pack)/\(edition.identity.edition)"
      #expect(
        edition.identity.sha256.rawValue == Self.frozen[name],
        """
        \(name).yaml is new or was changed. Projects are pinned to its bytes: put new law into a further edition beside \
        it. Only an edition that no project has used yet is frozen anew, with the hash from \
        `sha256sum Shared/Policy/Packs/\(name).yaml`.
        """)
    }
    let installed = try PackFolder.library().editions.map { "\($0.identity.pack)/\($0.identity.edition)" }
    #expect(Set(installed) == Set(Self.frozen.keys), "a frozen edition is missing: projects pinned to it could not go on")
  }
}
